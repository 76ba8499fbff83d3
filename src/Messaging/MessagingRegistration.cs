using Messaging.Inbox;
using Messaging.Operations;
using Messaging.Outbox;
using Messaging.Wire;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Messaging;

/// <summary>Adds outbox, inbox and the bus to a service.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// Connects the service called <paramref name="service"/> (<c>funding</c>) to the broker at <c>ConnectionStrings:messaging</c>.
    /// Its database is <typeparamref name="TContext"/>, whose <c>Describe</c> calls <see cref="MessagingModel.AddMessaging"/>.
    /// </summary>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder, string service, Action<MessagingBuilder> describe)
        where TContext : PlatformDbContext
    {
        var messaging = new MessagingBuilder(service, builder.Services);
        describe(messaging);
        var (catalogue, reactions) = messaging.Build();

        var services = builder.Services;
        services.Configure<MessagingOptions>(builder.Configuration.GetSection(MessagingOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<PlatformDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddSingleton(catalogue).AddSingleton(reactions);
        services.AddSingleton<BrokerConnection>().AddSingleton<SubscriberQueues>();
        services.AddSingleton<MessagingMetrics>().AddSingleton<InHand>();

        services.AddSingleton<OutboxSignal>().AddSingleton<IInterceptor, OutboxInterceptor>();
        services.AddSingleton<OutboxLeaseHolder>().AddSingleton<OutboxPublisher>().AddSingleton<OutboxMarks>().AddSingleton<OutboxPass>();
        services.AddHostedService<OutboxDispatcher>().AddHostedService<MessagingMonitor>().AddHostedService<Retention>();

        services.AddSingleton<Receiver>();
        services.AddScoped(provider => new WaitingEvents(
            provider.GetRequiredService<PlatformDbContext>(), provider, reactions, provider.GetRequiredService<MessagingMetrics>()));
        services.AddSingleton<BrokerQueues>().AddSingleton<ErrorQueues>();
        services.AddSingleton<Quietness>().AddSingleton<IAfterClockMove>(provider => provider.GetRequiredService<Quietness>());
        services.AddBus(builder.Configuration, reactions);
        return builder;
    }
}
