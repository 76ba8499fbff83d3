using Contracts.Refusals;
using Microsoft.AspNetCore.Http.Features;
using ServiceDefaults.Problems;

namespace Gateway.Proxy;

/// <summary>How much a request may carry: 4 MiB, a file up to 50 MiB.</summary>
internal static class BodyLimits
{
    private const long Mebibyte = 1 << 20;
    private const long MaxBodyMib = 4;
    private const long MaxAttachmentMib = 50;
    private const long MostHeardMib = 64;

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var limitMib = LimitMib(context.Request);
        if (context.Request.ContentLength > limitMib * Mebibyte)
        {
            return RefuseAsync(context);
        }

        // A body without a stated length is cut where it passes the limit.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limitMib * Mebibyte;
        }

        return next(context);
    }

    public static async Task RefuseAsync(HttpContext context)
    {
        var limitMib = LimitMib(context.Request);
        await HearOutAsync(context);
        var refusal = new Refusal(
            RefusalKind.BadInput,
            "body-too-large",
            "body",
            $"提交的内容过大,上限为 {limitMib} MB,本次操作未生效。",
            $"What was sent is too large: the limit is {limitMib} MB. Nothing was done.");
        await context.WriteProblemAsync(
            refusal.With("limitBytes", limitMib * Mebibyte).With("sentBytes", context.Request.ContentLength),
            StatusCodes.Status413PayloadTooLarge);
    }

    // A client that is still sending when the answer comes sees a broken connection instead of it: so hear it out, up to a bound.
    private static async Task HearOutAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostHeardMib * Mebibyte || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } feature)
        {
            return;
        }

        feature.MaxRequestBodySize = MostHeardMib * Mebibyte;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static long LimitMib(HttpRequest request) =>
        !request.HasJsonContentType() && request.Path.Value!.Contains("/attachments", StringComparison.Ordinal) ? MaxAttachmentMib : MaxBodyMib;
}
