using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A .NET project of this repository, run as a process of its build output.</summary>
    public sealed class ProjectResource : Resource, IResourceWithServiceDiscovery, IResourceWithEnvironment, IResourceWithWaitSupport
    {
        internal ProjectResource(string name, string projectFile)
            : base(name) => ProjectFile = projectFile;

        internal string ProjectFile { get; }

        internal int Replicas { get; set; } = 1;

        /// <summary>The databases and brokers it refers to.</summary>
        internal List<(string ConnectionName, Resource Resource)> Connections { get; } = [];

        /// <summary>The services it refers to.</summary>
        internal List<Resource> Services { get; } = [];
    }
}

namespace Aspire.Hosting
{
    /// <summary>Projects in a diagram.</summary>
    public static class ProjectResourceBuilderExtensions
    {
        /// <summary>Adds a project by its file, relative to the diagram's folder. Its launch profile is not read: the diagram says what it needs.</summary>
        public static IResourceBuilder<ProjectResource> AddProject(
            this IDistributedApplicationBuilder builder, string name, string projectPath, string? launchProfileName = null)
        {
            _ = launchProfileName;
            return DistributedApplicationBuilder.Of(builder).Add(new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory)));
        }

        /// <summary>Runs so many processes of it. Each has a port of its own; the first has the endpoint's.</summary>
        public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
            builder.Resource.Replicas = replicas;
            return builder;
        }
    }
}
