using AppHost.Local.Processes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A value from outside the diagram, such as a secret.</summary>
    public sealed class ParameterResource : Resource
    {
        internal ParameterResource(string name, Func<string?> value)
            : base(name) => Read = value;

        internal string Value => Read() ?? throw new StartUpException(
            $"缺少参数 {Name}。请设置 Parameters__{Name}。\nThe parameter {Name} is missing. Set Parameters__{Name} (or Parameters:{Name} in appsettings.json of the AppHost).");

        private Func<string?> Read { get; }
    }
}

namespace Aspire.Hosting
{
    /// <summary>Parameters in a diagram.</summary>
    public static class ParameterResourceBuilderExtensions
    {
        /// <summary>Adds a parameter that configuration gives as <c>Parameters:{name}</c>.</summary>
        public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
        {
            _ = secret;
            return DistributedApplicationBuilder.Of(builder).Add(new ParameterResource(name, () => builder.Configuration[$"Parameters:{name}"]));
        }

        /// <summary>Adds a parameter of a known value.</summary>
        public static IResourceBuilder<ParameterResource> AddParameter(
            this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
        {
            _ = (publishValueAsDefault, secret);
            return DistributedApplicationBuilder.Of(builder).Add(new ParameterResource(name, () => value));
        }
    }
}
