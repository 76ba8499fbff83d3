using Contracts.Refusals;
using Microsoft.AspNetCore.Http.Features;
using ServiceDefaults.Problems;

namespace Gateway.Proxy;

/// <summary>How much a request may carry: 4 MiB, a file up to 50 MiB, what comes to a public address up to 64 KiB.</summary>
internal static class BodyLimits
{
    private const long Kibibyte = 1 << 10;
    private const long Mebibyte = 1 << 20;
    private const long MaxPublicBody = 64 * Kibibyte;
    private const long MaxBody = 4 * Mebibyte;
    private const long MaxAttachment = 50 * Mebibyte;
    private const long MostHeard = 64 * Mebibyte;

    // Where a service takes a file; each has its own, smaller limit where it has one.
    private static readonly string[] Uploads =
        ["/imports", "/evidence", "/figure-table", "/roadmaps", "/result-file", "/reconciliations", "/shadow-runs", "/files"];

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var limit = LimitOf(context.Request);
        if (context.Request.ContentLength > limit)
        {
            return RefuseAsync(context);
        }

        // A body without a stated length is cut where it passes the limit.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        return next(context);
    }

    public static async Task RefuseAsync(HttpContext context)
    {
        var limit = LimitOf(context.Request);
        var inWords = limit < Mebibyte ? $"{limit / Kibibyte} KB" : $"{limit / Mebibyte} MB";
        await HearOutAsync(context);
        var refusal = new Refusal(
            RefusalKind.BadInput,
            "body-too-large",
            "body",
            $"提交的内容过大，上限为 {inWords}，本次操作未生效。",
            $"What was sent is too large: the limit is {inWords}. Nothing was done.");
        await context.WriteProblemAsync(
            refusal.With("limitBytes", limit).With("sentBytes", context.Request.ContentLength),
            StatusCodes.Status413PayloadTooLarge);
    }

    // A client that is still sending when the answer comes sees a broken connection instead of it: so hear it out, up to a bound.
    private static async Task HearOutAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostHeard || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } feature)
        {
            return;
        }

        feature.MaxRequestBodySize = MostHeard;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static long LimitOf(HttpRequest request) =>
        PublicAddresses.Contains(request) ? MaxPublicBody
        : !request.HasJsonContentType() && IsFile(request.Path.Value!) ? MaxAttachment
        : MaxBody;

    private static bool IsFile(string path) => path.Contains("/attachments", StringComparison.Ordinal) || Array.Exists(Uploads, end => path.EndsWith(end, StringComparison.Ordinal));
}
