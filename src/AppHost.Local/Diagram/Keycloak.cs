using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>Keycloak: here Identity.Dev, which serves the same realm on the same paths, or the address given in configuration.</summary>
    public sealed class KeycloakResource : Resource, IResourceWithServiceDiscovery, IResourceWithEnvironment, IResourceWithWaitSupport
    {
        internal KeycloakResource(string name, int? port)
            : base(name)
        {
            Endpoints.Add(new EndpointReference(this, "http", port));
            HealthPath = "/health";
        }

        internal string? RealmFolder { get; set; }
    }
}

namespace Aspire.Hosting
{
    /// <summary>Keycloak in a diagram.</summary>
    public static class KeycloakResourceBuilderExtensions
    {
        /// <summary>Adds the identity provider. <c>Keycloak:auth-server-url</c> (or <c>Keycloak:AuthServerUrl</c>) in configuration is used instead of one of its own.</summary>
        public static IResourceBuilder<KeycloakResource> AddKeycloak(this IDistributedApplicationBuilder builder, string name, int? port = null) =>
            DistributedApplicationBuilder.Of(builder).Add(new KeycloakResource(name, port)
            {
                GivenAddress = builder.Configuration["Keycloak:auth-server-url"] ?? builder.Configuration["Keycloak:AuthServerUrl"],
            });

        /// <summary>Serves the realm of a folder, relative to the diagram's.</summary>
        public static IResourceBuilder<KeycloakResource> WithRealmImport(this IResourceBuilder<KeycloakResource> builder, string import)
        {
            builder.Resource.RealmFolder = Path.GetFullPath(import, builder.ApplicationBuilder.AppHostDirectory);
            return builder;
        }

        /// <summary>Keeps signing keys between runs, which the stand-in always does.</summary>
        public static IResourceBuilder<KeycloakResource> WithDataVolume(this IResourceBuilder<KeycloakResource> builder) => builder;
    }
}
