using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.AccessLog;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Health;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.OpenApi;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Hosting;

/// <summary>What every service does alike, in three calls of its Program.cs.</summary>
public static class ServiceHosting
{
    /// <summary>
    /// Adds authentication, problems, telemetry, health, the law's clock, sweeps, jobs, attachments and the access log.
    /// <paramref name="name"/> is the service's in addresses: <c>funding</c> serves under <c>/api/funding</c>.
    /// </summary>
    /// <exception cref="StartupException">The configuration lacks what a service cannot run without.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        StartupErrors.TellInsteadOfThrowing();
        builder.Services.AddSingleton(new ServiceName(name));
        builder.AddTelemetry(name);
        builder.AddProblems();
        builder.AddBusinessClock();
        builder.AddKeycloakBearer(name);
        builder.AddJobs();
        builder.AddAttachments();
        builder.AddAccessLog();
        builder.Services.AddHealthChecks();
        builder.Services.AddSweep<ForgetOldKeys>();
        builder.Services.AddOpenApiDocument(name);
        return builder;
    }

    /// <summary>Sets up the pipeline, maps the addresses that every service has, and returns the group <c>/api/{name}</c> for its own.</summary>
    public static RouteGroupBuilder MapServiceDefaults(this WebApplication app)
    {
        app.UseAccessLog();
        app.UseProblems();
        app.UseBufferedJson();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseReadableAddress();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapClock();
        var api = app.MapGroup($"/api/{app.Services.GetRequiredService<ServiceName>().Name}");
        api.MapSweeps();
        api.MapJobs();
        api.MapAccessLog();
        return api;
    }

    /// <summary>
    /// Runs the service. In development the database is migrated first; elsewhere <c>--migrate</c> does that and ends.
    /// What prevents the start is told in a sentence, with exit code 1.
    /// </summary>
    public static async Task RunServiceAsync(this WebApplication app, string[] args)
    {
        try
        {
            if (args.Contains("--migrate", StringComparer.Ordinal))
            {
                await app.MigrateAsync();
                return;
            }

            ListenAddresses.RequireFree(app.Configuration["urls"]);
            await (app.Environment.IsDevelopment() ? app.MigrateAsync() : app.RequireMigratedAsync());
            await app.RunAsync();
        }
        catch (StartupException e)
        {
            StartupErrors.Tell(e.Message);
        }
    }
}

/// <summary>The service's name in addresses.</summary>
/// <param name="Name">Lower case.</param>
public sealed record ServiceName(string Name);
