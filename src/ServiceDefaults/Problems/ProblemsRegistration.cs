using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
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

    /// <summary>Registers strict JSON and the handler of what goes wrong.</summary>
    public static IHostApplicationBuilder AddProblems(this IHostApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => StrictJson.Apply(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
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

    /// <summary>
    /// Holds JSON bodies to <see cref="MaxBodyBytes"/> and keeps them readable a second time: for the hash of an idempotency
    /// key, and to say what was wrong in one.
    /// </summary>
    public static IApplicationBuilder UseBufferedJson(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (context.Request.HasJsonContentType())
            {
                await RequireBodyWithinLimitAsync(context);
                context.Request.EnableBuffering();
            }

            await next(context);
        });

    /// <summary>Refuses a request whose address holds a value that cannot be read, before anything is bound from it.</summary>
    public static IApplicationBuilder UseReadableAddress(this IApplicationBuilder app) =>
        app.Use((context, next) => AddressValues.FirstUnread(context) is { } unread ? throw new RefusalException(unread) : next(context));

    private static async Task RequireBodyWithinLimitAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBodyBytes)
        {
            // A client that is still sending when the answer comes sees a broken connection instead of it: so hear it out, within the
            // server's own limit.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            throw new RefusalException(
                Titles.Refusal(StatusCodes.Status413PayloadTooLarge).With("mostBytes", MaxBodyBytes).With("given", context.Request.ContentLength),
                StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodyBytes;
        }
    }

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
