using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A RabbitMQ broker: the machine's rabbitmq-server with a data folder of its own, or the address given in configuration.</summary>
    public sealed class RabbitMQServerResource : Resource, IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
    {
        internal RabbitMQServerResource(string name, int? port)
            : base(name) => Endpoints.Add(new EndpointReference(this, "tcp", port));

    }
}

namespace Aspire.Hosting
{
    /// <summary>RabbitMQ in a diagram.</summary>
    public static class RabbitMQBuilderExtensions
    {
        /// <summary>Adds a broker. <c>ConnectionStrings:{name}</c> in configuration is used instead of one of its own.</summary>
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name, int? port = null) =>
            DistributedApplicationBuilder.Of(builder).Add(new RabbitMQServerResource(name, port) { GivenAddress = builder.Configuration.GetConnectionString(name) });

        /// <summary>Runs the management plugin: HTTP API and page.</summary>
        public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder, int? port = null)
        {
            builder.Resource.Endpoints.Add(new EndpointReference(builder.Resource, "management", port));
            return builder;
        }

        /// <summary>Keeps messages between runs, which a broker here always does.</summary>
        public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder) => builder;
    }
}
