using Gateway.Clock;
using Gateway.ConsoleFiles;
using Gateway.Data;
using Gateway.Health;
using Gateway.Limits;
using Gateway.Proxy;
using Gateway.Session;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Health;
using ServiceDefaults.Hosting;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace Gateway;

/// <summary>The only browser-facing door: sessions, the way to the services, and the console.</summary>
internal static class GatewayHost
{
    /// <summary>Builds the gateway. <paramref name="time"/> serves sessions and tokens; a test may bring its own.</summary>
    /// <exception cref="StartupException">The configuration lacks what the gateway cannot run without.</exception>
    public static WebApplication Build(string[] args, TimeProvider time)
    {
        StartupErrors.TellInsteadOfThrowing();
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(time);
        builder.AddTelemetry("gateway");
        builder.AddProblems();
        builder.AddBusinessClock();
        builder.AddKeycloakBearer();
        builder.AddDatabase<GatewayDb, SqliteGatewayDb, SqlServerGatewayDb, PostgresGatewayDb>("gateway-db");
        builder.Services.AddSingleton(ServiceAddresses.Read(builder.Configuration));
        builder.AddSessions();
        builder.AddProxy();
        builder.AddRateLimits();
        builder.AddServiceHealth();
        builder.AddClockMoves();

        var app = builder.Build();
        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseConsoleFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAntiForgery();
        app.UseAuthorization();
        app.UseReadableAddress();

        app.MapHealth();
        app.MapSessions();
        app.MapClockMoves();
        app.MapProxy();
        app.MapConsole();
        return app;
    }
}
