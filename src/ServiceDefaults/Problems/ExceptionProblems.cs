using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Contracts.Refusals;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Data;

namespace ServiceDefaults.Problems;

/// <summary>Turns what went wrong on the way into a problem for people. Values of a request are never logged: they may name persons.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (refusal, status) = await ExplainAsync(httpContext, exception);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception, httpContext.Request.Method, RouteOf(httpContext), Activity.Current?.TraceId.ToString());
        }
        else
        {
            Log.Refused(logger, httpContext.Request.Method, RouteOf(httpContext), status, refusal.Code, refusal.Clause);
        }

        await httpContext.WriteProblemAsync(refusal, status);
        return true;
    }

    private static async Task<(Refusal Refusal, int Status)> ExplainAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case RefusalException refused:
                return (refused.Refusal, refused.Status);
            case BadHttpRequestException { InnerException: JsonException json }:
                return (BadJson.Explain(json, await BodyAsync(context.Request)), StatusCodes.Status400BadRequest);
            case BadHttpRequestException bad:
                return (BadRequests.Explain(bad), bad.StatusCode);
            case DbUpdateConcurrencyException:
            case var _ when exception.IsDeadlock():
                var status = context.Request.Headers.IfMatch.Count > 0 ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict;
                return (Overtaken, status);
            default:
                return (Titles.Refusal(StatusCodes.Status500InternalServerError), StatusCodes.Status500InternalServerError);
        }
    }

    private static readonly Refusal Overtaken = new(
        RefusalKind.Stale,
        "stale",
        "version",
        "该内容同时被他人修改，本次操作未生效，请刷新后重试。",
        "Somebody else changed it at the same moment; nothing was done. Reload and try again.");

    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "?";

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        if (!request.Body.CanSeek)
        {
            return string.Empty;
        }

        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Method} {Route} failed, trace {TraceIdOfFailure}.")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string route, string? traceIdOfFailure);

        [LoggerMessage(LogLevel.Information, "{Method} {Route} was refused with {Status}: {Code} ({Clause}).")]
        public static partial void Refused(ILogger logger, string method, string route, int status, string code, string clause);
    }
}
