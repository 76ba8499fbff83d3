using System.Data.Common;
using MassTransit;
using Messaging.Inbox;
using Messaging.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Messaging.Wire;

/// <summary>MassTransit over RabbitMQ, told to use our names only.</summary>
internal static class Bus
{
    public static void AddBus(this IServiceCollection services, IConfiguration configuration, Reactions reactions)
    {
        services.AddReceiveObserver<InHand>(provider => provider.GetRequiredService<InHand>());
        services.AddMassTransit(bus =>
        {
            // A bureau's intranet reaches no collector, and what runs here is nobody's business.
            bus.DisableUsageTelemetry();

            // Without the broker a service still does its work and keeps its events: degraded, not unhealthy.
            bus.ConfigureHealthCheckOptions(check =>
            {
                check.Name = "messaging";
                check.MinimalFailureStatus = HealthStatus.Degraded;
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.SendTopology.DeadLetterQueueNameFormatter = new SkippedAreErrors();
                rabbit.Connect(BrokerConnection.AddressFrom(configuration), reactions.Service);
                foreach (var reaction in reactions.All)
                {
                    rabbit.ReceiveEndpoint(reaction.Endpoint, endpoint => endpoint.Receive(reaction, context));
                }
            });
        });
    }

    private static void Connect(this IRabbitMqBusFactoryConfigurator rabbit, Uri address, string service)
    {
        var credentials = address.UserInfo.Split(':', 2);
        rabbit.Host(address, service, host =>
        {
            host.PublisherConfirmation = true;
            if (address.UserInfo.Length > 0)
            {
                host.Username(Uri.UnescapeDataString(credentials[0]));
                host.Password(Uri.UnescapeDataString(credentials.ElementAtOrDefault(1) ?? ""));
            }
        });
    }

    private static void Receive(this IRabbitMqReceiveEndpointConfigurator endpoint, Reaction reaction, IServiceProvider services)
    {
        var limits = services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        foreach (var (name, value) in QueueArguments.All)
        {
            endpoint.SetQueueArgument(name, value);
        }

        endpoint.PrefetchCount = limits.Prefetch;
        endpoint.ConcurrentMessageLimit = limits.Prefetch;
        endpoint.PublishFaults = false;
        endpoint.ConfigureConsumeTopology = false;
        endpoint.Bind(reaction.EventName);
        endpoint.RetryWhileDatabaseIsAway(limits);
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<MisroutedEventException>();
            retry.Ignore<System.Text.Json.JsonException>();
            retry.Ignore<Exception>(DatabaseIsAway);
            retry.Exponential(limits.RetryCount, limits.RetryFirstPause, limits.RetryLongestPause, limits.RetryFirstPause);
        });
        var receiver = services.GetRequiredService<Receiver>();
        endpoint.Handler<EventEnvelope>(context =>
            receiver.ReceiveAsync(reaction, context.MessageId, context.Message, context.CancellationToken));
    }

    // An absent database is not the event's fault: it is kept in hand for up to 25 minutes, below the 30 after which the broker
    // takes an unacknowledged message back.
    private static void RetryWhileDatabaseIsAway(this IRabbitMqReceiveEndpointConfigurator endpoint, MessagingOptions limits) =>
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(DatabaseIsAway);
            retry.Interval((int)(TimeSpan.FromMinutes(25) / limits.DatabaseAwayPause), limits.DatabaseAwayPause);
        });

    private static bool DatabaseIsAway(Exception failure) =>
        failure is DbException { IsTransient: true } || (failure.InnerException is { } inner && DatabaseIsAway(inner));

    // What is not even one of our envelopes would go to a queue of its own, which nobody looks into.
    private sealed class SkippedAreErrors : IDeadLetterQueueNameFormatter
    {
        public string FormatDeadLetterQueueName(string queueName) => queueName + BrokerQueues.ErrorSuffix;
    }
}
