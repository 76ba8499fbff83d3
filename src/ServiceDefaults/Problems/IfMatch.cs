using System.Globalization;
using System.Reflection;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceDefaults.Data;

namespace ServiceDefaults.Problems;

/// <summary>
/// The version that an edit was based on, from the <c>If-Match</c> header. An endpoint takes it as a parameter; a request
/// without the header is answered 428.
/// </summary>
/// <param name="Version">The version of the ETag.</param>
public sealed record IfMatch(long Version) : IEndpointParameterMetadataProvider
{
    /// <summary>The ETag of a version: <c>"5"</c>.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>A refusal where <paramref name="row"/> has been changed since.</summary>
    public Refusal? Check(IVersioned row) => row.Version == Version ? null : Stale(row.Version);

    /// <summary>The refusal of an edit that was based on an older version.</summary>
    public Refusal Stale(long current) =>
        new Refusal(
                RefusalKind.Stale,
                "stale",
                "If-Match",
                "该内容已被他人修改，请重新打开后再编辑。",
                "Somebody else changed it in the meantime; open it again and repeat the edit.")
            .With("given", Version)
            .With("current", current);

    /// <summary>Reads the header.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            throw new RefusalException(
                Refusal.BadInput("If-Match", given: null, "修改时须带 If-Match 标头，其值为读取时的 ETag。", "Send If-Match with the ETag that was read."),
                StatusCodes.Status428PreconditionRequired);
        }

        return long.TryParse(header.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult<IfMatch?>(new IfMatch(version))
            : throw new RefusalException(
                Refusal.BadInput("If-Match", header, "If-Match 标头应为读取时的 ETag，例如 \"5\"。", "If-Match must be the ETag that was read, such as \"5\"."));
    }

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new DocumentedParameter("If-Match", InHeader: true, Required: true));
}

/// <summary>A parameter that an endpoint reads by itself; told to the OpenAPI document.</summary>
internal sealed record DocumentedParameter(string Name, bool InHeader, bool Required, bool Integer = false);
