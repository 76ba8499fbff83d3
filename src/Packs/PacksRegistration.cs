using Contracts.Registry;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Policies;

namespace Packs;

/// <summary>Adds what a service needs that decides under Registry's packs and calendars.</summary>
public static class PacksRegistration
{
    /// <summary>Registers the <see cref="PackShelf"/>. The service's <c>Describe</c> calls <see cref="PacksModel.AddPacks"/>.</summary>
    public static IHostApplicationBuilder AddPacks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PackLibrary>().AddScoped<PackShelf>();
        return builder;
    }

    /// <summary>The service receives and stores what Registry publishes.</summary>
    public static MessagingBuilder OnPacks(this MessagingBuilder messages) => messages
        .On<PolicyPublished, OnPolicyPublished>()
        .On<CalendarPublished, OnCalendarPublished>()
        .On<PlanDecided, OnPlanDecided>();
}
