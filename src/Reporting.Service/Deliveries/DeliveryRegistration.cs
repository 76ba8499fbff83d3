using Microsoft.Extensions.Options;
using Reporting.Digests;
using Reporting.Mail;
using Reporting.Notifications;
using Reporting.Webhooks;
using ServiceDefaults.Clock;

namespace Reporting.Deliveries;

/// <summary>Adds the ways out of the platform, and their endpoints.</summary>
internal static class DeliveryRegistration
{
    public static void AddDeliveries(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<DeliveryOptions>(builder.Configuration.GetSection("Deliveries"));
        services.Configure<SmtpOptions>(builder.Configuration.GetSection("Smtp"));
        services.Configure<DigestOptions>(builder.Configuration.GetSection("Digests"));
        services.Configure<WebhookOptions>(builder.Configuration.GetSection("Webhooks"));
        services.AddScoped<TellOccasion>();
        services.AddScoped<IDeliverySender, MailSender>().AddScoped<IDeliverySender, WebhookSender>();
        services.AddSweep<ComposeDigests>().AddSweep<ForgetDeliveries>();
        services.AddWebhookClient();
        foreach (var channel in Enum.GetValues<DeliveryChannel>())
        {
            services.AddSingleton<IHostedService>(provider => new DeliveryWorker(
                channel,
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<IOptions<DeliveryOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DeliveryWorker>>()));
        }
    }

    public static void MapDeliveries(this IEndpointRouteBuilder service)
    {
        var deliveries = service.MapGroup("/deliveries").WithTags("Deliveries");
        ReadDeliveries.Map(deliveries);
        RetryDelivery.Map(deliveries);
        WebhookRoutes.Map(service.MapGroup("/webhooks").WithTags("Deliveries"));
        PreferenceRoutes.Map(service.MapGroup("/notifications/preferences").WithTags("Notifications"));
    }
}
