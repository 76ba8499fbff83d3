using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Authentication;

namespace ServiceDefaults.Problems;

/// <summary>Strict JSON in, problem+json out.</summary>
public static class ProblemsRegistration
{
    /// <summary>The largest body of a request that is not a file: 1 MiB.</summary>
    public const long MaxBodyBytes = 1 << 20;

    /// <summary>Registers strict JSON, the body limit and the handler of what goes wrong.</summary>
    public static IHostApplicationBuilder AddProblems(this IHostApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => StrictJson.Apply(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.AddServerHeader = false;
        });
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.AddProblemDetails();
        return builder;
    }

    /// <summary>Answers every failure and every bare status of what comes after it with a problem.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(pages => DescribeStatusAsync(pages.HttpContext));
        return app;
    }

    /// <summary>Keeps JSON bodies readable a second time: for the hash of an idempotency key, and to say what was wrong in one.</summary>
    public static IApplicationBuilder UseBufferedJson(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (context.Request.HasJsonContentType())
            {
                context.Request.EnableBuffering();
            }

            return next(context);
        });

    private static Task DescribeStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var refusal = Titles.Refusal(status);
        if (status == StatusCodes.Status403Forbidden && context.GetEndpoint()?.Metadata.GetMetadata<RequiredRoles>() is { } required)
        {
            refusal = refusal.With("roles", required.Roles);
        }

        return context.WriteProblemAsync(refusal, status);
    }
}
