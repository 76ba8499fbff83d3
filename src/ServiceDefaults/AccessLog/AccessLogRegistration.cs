using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace ServiceDefaults.AccessLog;

/// <summary>The access log of a service: who read and who wrote what.</summary>
internal static class AccessLogRegistration
{
    public static void AddAccessLog(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccessLogOptions>()
            .Bind(builder.Configuration.GetSection("AccessLog"))
            .Validate(options => options is { RetentionDays: > 0, BatchSize: > 0, Capacity: > 0, MostExported: > 0 }, "AccessLog: days and counts are above 0.")
            .ValidateOnStart();
        builder.Services.AddSingleton<AccessQueue>().AddHostedService<AccessWriter>().AddSweep<ForgetOldAccess>();
    }

    public static void MapAccessLog(this RouteGroupBuilder api)
    {
        var log = api.MapGroup("/access-log").WithTags("access-log").RequireRoles(Roles.Auditor, Roles.Admin);
        log.MapGet("", ReadAccessLog.ListAsync);
        log.MapGet("/export", ExportAccessLog.Handle);
    }
}
