using System.Globalization;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Attachments;

/// <summary>Tells the OpenAPI document that an endpoint receives a file as its body.</summary>
internal sealed record AttachmentBody;

/// <summary>An attachment as its reader sees it.</summary>
/// <param name="Id">The key.</param>
/// <param name="FileName">The name.</param>
/// <param name="MediaType">The media type, as the bytes say.</param>
/// <param name="LengthBytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256, hexadecimal.</param>
/// <param name="UploadedAt">When, UTC.</param>
/// <param name="Cautions">What its reader should know before opening it, of <see cref="Attachments.Cautions"/>.</param>
public sealed record AttachmentView(
    Guid Id, string FileName, string MediaType, long LengthBytes, string Sha256, DateTime UploadedAt, IReadOnlyList<string> Cautions)
{
    /// <summary>The view of an attachment.</summary>
    public static AttachmentView Of(Attachment attachment) => new(
        attachment.Id, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256, attachment.UploadedAt, attachment.Cautions);
}

/// <summary>Attachments over HTTP: the body is the file, its name is in <c>X-File-Name</c>, percent-encoded.</summary>
public static class AttachmentHttp
{
    /// <summary>The header with the file's name.</summary>
    public const string NameHeader = "X-File-Name";

    /// <summary>The header with the SHA-256 that the sender has computed, hexadecimal; where it is given, another content is refused.</summary>
    public const string ChecksumHeader = "X-Content-SHA256";

    /// <summary>Lets an endpoint receive a body as large as an attachment.</summary>
    public static TBuilder AcceptsAttachment<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AttachmentBody(), new DocumentedParameter(NameHeader, InHeader: true, Required: true), new DocumentedParameter(ChecksumHeader, InHeader: true, Required: false));

    /// <summary>Stores the body of a request as an attachment of its caller.</summary>
    public static Task<Outcome<Attachment>> SaveAsync(this AttachmentStore store, HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The store counts and refuses in words; the server's own limit would only cut the connection.
            limit.MaxRequestBodySize = null;
        }

        var name = Uri.UnescapeDataString(context.Request.Headers[NameHeader].ToString());
        var checksum = context.Request.Headers[ChecksumHeader].ToString();
        return store.SaveAsync(context.Request.Body, name, context.Caller().Subject, cancellationToken, checksum.Length == 0 ? null : checksum);
    }

    /// <summary>Sends an attachment as a download, never as a page of ours.</summary>
    public static IResult ToHttp(this AttachmentStore store, Attachment attachment) => new Download(store, attachment);

    internal static IHostApplicationBuilder AddAttachments(this IHostApplicationBuilder builder)
    {
        var scanner = ScannerAt(builder.Configuration["Clamd:Address"]);
        builder.Services.AddScoped(services => new AttachmentStore(
            services.GetRequiredService<PlatformDbContext>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<AttachmentStore>>(),
            scanner));
        return builder;
    }

    private static Clamd? ScannerAt(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        return address.Split(':') is [var host, var port] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Clamd(host, number)
            : throw new StartupException($"Clamd:Address is not host:port: '{address}'.");
    }

    private sealed class Download(AttachmentStore store, Attachment attachment) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(attachment.FileName);
            response.ContentType = attachment.MediaType;
            response.ContentLength = attachment.LengthBytes;
            response.Headers.ContentDisposition = disposition.ToString();
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ETag = $"\"{attachment.Sha256}\"";
            return store.CopyToAsync(attachment, response.Body, httpContext.RequestAborted);
        }
    }
}
