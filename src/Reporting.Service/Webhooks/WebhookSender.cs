using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Reporting.Data;
using Reporting.Deliveries;
using Reporting.Digests;
using ServiceDefaults.Problems;

namespace Reporting.Webhooks;

/// <summary>What a messenger is posted: text in both languages, who is named in it, and the notices one by one.</summary>
internal sealed record WebhookPost(Guid Id, string Jurisdiction, DateOnly Day, string Zh, string En, IReadOnlyList<string> Named, IReadOnlyList<DeliveredNotice> Notices);

/// <summary>Posts notices to a bureau's messenger, signed, with short repetitions; a longer absence is for the delivery to wait out.</summary>
internal sealed class WebhookSender(
    ReportingDb db,
    IHttpClientFactory clients,
    IOptions<WebhookOptions> options,
    IOptions<DeliveryOptions> deliveries,
    IOptions<DigestOptions> digests,
    TimeProvider system) : IDeliverySender
{
    /// <summary>Instant and signature: <c>t=1767225600,v1=…</c>.</summary>
    public const string SignatureHeader = "X-Platform-Signature";

    /// <summary>The delivery's key, the same when it comes twice.</summary>
    public const string DeliveryHeader = "X-Platform-Delivery";

    public DeliveryChannel Channel => DeliveryChannel.Webhook;

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Jurisdiction == delivery.Recipient && w.Enabled, cancellationToken);
        return webhook is null
            ? new DeliveryOutcome(DeliveryOutcomeKind.Refused, "The bureau has no messenger any more.")
            : await SendAsync(webhook, delivery, cancellationToken);
    }

    /// <summary>Posts to a messenger, be it on or off.</summary>
    public async Task<DeliveryOutcome> SendAsync(Webhook webhook, Delivery delivery, CancellationToken cancellationToken)
    {
        if (WebhookRoutes.CheckUrl(webhook.Url, options.Value) is { } refusal)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Refused, refusal.En);
        }

        using var limit = new CancellationTokenSource(deliveries.Value.Timeout, system);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var named = await db.NamedAsync(delivery, delivery.Day.AddDays(-digests.Value.MaxDaysAway), both.Token);
            var body = JsonSerializer.Serialize(Write(delivery, named, deliveries.Value), StrictJson.Options);
            using var answer = await Repeated().ExecuteAsync(async ct => await PostAsync(webhook, delivery.Id, body, ct), both.Token);
            return answer.IsSuccessStatusCode ? DeliveryOutcome.Sent : new DeliveryOutcome(Of(answer.StatusCode), $"The messenger answers {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException e) when (e.GetBaseException() is PrivateAddressException)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Refused, e.GetBaseException().Message);
        }
        catch (HttpRequestException e)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Away, $"The messenger cannot be reached: {e.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Away, "The messenger does not answer in time.");
        }
    }

    /// <summary>The signature of a body posted at an instant: HMAC-SHA256 over <c>instant.body</c>, lower-case hexadecimal.</summary>
    public static string Sign(string secret, long instant, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{instant}.{body}"))));

    /// <summary>What is posted.</summary>
    public static WebhookPost Write(Delivery delivery, ILookup<Guid, string> named, DeliveryOptions options)
    {
        var notices = delivery.Read().Select(n => n with { Link = options.Link(n.Link) }).ToList();
        return new WebhookPost(
            delivery.Id,
            delivery.Recipient,
            delivery.Day,
            string.Join('\n', notices.Select(n => $"{Clause(n)}{n.Zh} {n.Link}{Names(n)}")),
            string.Join('\n', notices.Select(n => $"{Clause(n)}{n.En} {n.Link}{Names(n)}")),
            [.. named.SelectMany(names => names).Distinct(StringComparer.Ordinal)],
            notices);

        string Names(DeliveredNotice notice) => string.Concat(named[notice.Id].Select(name => $" @{name}"));

        static string Clause(DeliveredNotice notice) => notice.Clause is { } id ? $"[{id}] " : "";
    }

    // What stands before a messenger that is away says so, or that it is too much at once; every other answer is about this one post.
    private static DeliveryOutcomeKind Of(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            ? DeliveryOutcomeKind.Away
            : DeliveryOutcomeKind.Failed;

    private async Task<HttpResponseMessage> PostAsync(Webhook webhook, Guid id, string body, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(WebhookClient.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var instant = system.GetUtcNow().ToUnixTimeSeconds();
        request.Headers.Add(SignatureHeader, string.Create(CultureInfo.InvariantCulture, $"t={instant},v1={Sign(webhook.Secret, instant, body)}"));
        request.Headers.Add(DeliveryHeader, id.ToString());
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    // The key in the header makes a repetition harmless.
    private ResiliencePipeline<HttpResponseMessage> Repeated() => options.Value.Retries == 0
        ? ResiliencePipeline<HttpResponseMessage>.Empty
        : new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = system }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: HttpRequestException } || (int?)args.Outcome.Result?.StatusCode is 408 or 429 or >= 500),
                MaxRetryAttempts = options.Value.Retries,
                Delay = options.Value.FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = args =>
                {
                    args.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
}
