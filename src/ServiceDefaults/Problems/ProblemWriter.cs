using System.Diagnostics;
using Contracts.Refusals;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Writes a refusal as problem+json.</summary>
public static class ProblemWriter
{
    /// <summary>The status of a kind of refusal.</summary>
    public static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.BadInput => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Answers with <paramref name="refusal"/>; the status is the kind's unless another is given.</summary>
    public static Task WriteProblemAsync(this HttpContext context, Refusal refusal, int? status = null)
    {
        var code = status ?? refusal.Kind.Status();
        var (zhTitle, enTitle) = Titles.Of(code);
        var body = new ProblemBody(
            $"urn:problem:{refusal.Code}",
            context.Request.Choose(zhTitle, enTitle),
            code,
            context.Request.Choose(refusal.Zh, refusal.En),
            refusal.Clause,
            refusal.Code,
            refusal.Inputs,
            refusal.Zh,
            refusal.En,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
        context.Response.StatusCode = code;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(body, options: null, ProblemBody.MediaType, context.RequestAborted);
    }
}
