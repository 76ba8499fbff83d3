using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Clock;

/// <summary>What a sweep did.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Today">The day it ran for.</param>
/// <param name="Count">How many things it did.</param>
public sealed record SweepView(string Name, DateOnly Today, int Count);

/// <summary>Adds the law's clock and the sweeps that follow it.</summary>
public static class ClockRegistration
{
    /// <summary>Registers <see cref="BusinessClock"/>; movable only with <c>Clock:Adjustable=true</c> in development, where <c>Clock:StartsOn</c> is a new database's first instant.</summary>
    public static IHostApplicationBuilder AddBusinessClock(this IHostApplicationBuilder builder)
    {
        var adjustable = builder.Environment.IsDevelopment() && builder.Configuration.GetValue<bool>("Clock:Adjustable");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new ClockOffsets(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>(), adjustable));
        builder.Services.AddSingleton(services => new BusinessClock(
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ClockOffsets>()));
        if (adjustable && builder.Configuration.GetValue<DateTimeOffset?>("Clock:StartsOn") is { } startsOn)
        {
            builder.Services.AddHostedService(services => new ClockStart(
                services.GetRequiredService<ClockOffsets>(), services.GetRequiredService<TimeProvider>(), startsOn));
        }

        builder.Services.AddHostedService<ClockWatch>();
        builder.Services.AddSingleton<Sweeps>();
        builder.Services.AddSingleton<MoveClock>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Sweeps>());
        return builder;
    }

    /// <summary>Maps <c>GET</c> and <c>PUT /dev/clock</c> where the clock is adjustable; elsewhere there is no such address.</summary>
    internal static void MapClock(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<ClockOffsets>().Adjustable)
        {
            return;
        }

        // Development only, and called by the gateway and by scripts before anybody has a token.
        var clock = routes.MapGroup("/dev/clock").AllowAnonymous().WithTags("development");
        clock.MapGet(string.Empty, (BusinessClock now) => TypedResults.Ok(new ClockView(now.Now, now.Today, 0, 0)));
        clock.MapPut(string.Empty, async (MoveClockRequest request, MoveClock move, CancellationToken ct) =>
            (await move.RunAsync(request.Now, ct)).ToHttp());
    }

    /// <summary>Maps <c>POST sweeps/{name}</c> for administrators.</summary>
    internal static void MapSweeps(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sweeps/{name}", RunSweepAsync).RequireRoles(Roles.Admin).WithTags("operations");

    private static async Task<Answer<SweepView>> RunSweepAsync(string name, Sweeps sweeps, BusinessClock clock, CancellationToken ct)
    {
        var today = clock.Today;
        Outcome<SweepView> outcome = await sweeps.RunAsync(name, today, ct) is { } count
            ? new SweepView(name, today, count)
            : Refusal.NotFound("sweep", name, "扫描任务").With("known", sweeps.Names);
        return outcome.ToHttp();
    }
}
