using System.Security.Cryptography;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Webhooks;

/// <summary>A bureau's messenger as an administrator sees it; the secret only in the answer to whoever made it.</summary>
internal sealed record WebhookView(
    string Jurisdiction, string Url, bool Enabled, IReadOnlyList<NoticeTopic> Topics, string SetByName, DateTime SetAt, long Version, string? Secret) : IETagged
{
    public static WebhookView Of(Webhook w) => Of(w, secret: null);

    public static WebhookView Of(Webhook w, string? secret) => new(w.Jurisdiction, w.Url, w.Enabled, w.Topics, w.SetByName, w.SetAt, w.Version, secret);
}

/// <summary>Messengers are set by an administrator, one for each bureau.</summary>
internal static class WebhookRoutes
{
    private const int LongestUrl = 400;
    private const int SecretBytes = 32;

    /// <summary>
    /// The setting; <paramref name="NewSecret"/> makes another secret, as the first setting does, and without <paramref name="Topics"/> every
    /// sort of notice is posted.
    /// </summary>
    internal sealed record Request(string Url, bool Enabled, bool NewSecret = false, IReadOnlyList<NoticeTopic>? Topics = null);

    public static void Map(IEndpointRouteBuilder webhooks)
    {
        webhooks.MapGet("/", ListAsync).RequireRoles(Roles.Admin).WithSummary("The bureaus' messengers");
        webhooks.MapPut("/{jurisdiction}", SetAsync).RequireRoles(Roles.Admin).WithSummary("Sets a bureau's messenger");
        TestWebhook.Map(webhooks);
    }

    /// <summary>The refusal of an address that may not be posted to; null where it may.</summary>
    public static Refusal? CheckUrl(string url, WebhookOptions options)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            return Refusal.BadInput("url", url, $"请填写完整的网址，不超过{LongestUrl}个字符。", $"Give a complete address of at most {LongestUrl} characters.");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(options.AllowHttp && address.Scheme == Uri.UriSchemeHttp))
        {
            return Refusal.BadInput("url", url, "只能使用 https 地址。", "Only https addresses are posted to.");
        }

        return options.Allows(address.IdnHost)
            ? null
            : Refusal.BadInput(
                "url",
                url,
                $"“{address.IdnHost}”不在允许的主机之列，请由运维在配置 Webhooks:AllowedHosts 中加入。",
                $"'{address.IdnHost}' is not among the hosts that may be posted to; operations adds it to Webhooks:AllowedHosts.").With("allowed", options.AllowedHosts);
    }

    private static Refusal? CheckTopics(IReadOnlyList<NoticeTopic>? topics) => topics is { Count: 0 }
        ? Refusal.BadInput("topics", null, "请至少选择一类通知；不再推送的，请停用。", "Choose at least one sort of notice; turn the messenger off where nothing is to be posted.")
        : null;

    private static async Task<Page<WebhookView>> ListAsync(ReportingDb db, PageQuery page, CancellationToken cancellationToken) =>
        (await db.Webhooks.AsNoTracking().ToPageAsync(page, w => w.Jurisdiction, cancellationToken)).Select(WebhookView.Of);

    private static async Task<Answer<WebhookView>> SetAsync(
        string jurisdiction,
        Request request,
        ReportingDb db,
        IOptions<WebhookOptions> options,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<WebhookView>(
            async ct =>
            {
                if (!await db.Institutions.AnyAsync(i => i.Jurisdiction == jurisdiction, ct))
                {
                    return Refusal.NotFound("jurisdiction", jurisdiction, "科技部门");
                }

                if ((CheckUrl(request.Url.Trim(), options.Value) ?? CheckTopics(request.Topics)) is { } refusal)
                {
                    return refusal;
                }

                var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
                var known = await db.Webhooks.SingleOrDefaultAsync(w => w.Jurisdiction == jurisdiction, ct);
                var webhook = known ?? db.Webhooks.Add(new Webhook
                {
                    Jurisdiction = jurisdiction,
                    Url = "",
                    Secret = secret,
                    SetBySubject = "",
                    SetByName = "",
                    SetAt = clock.UtcNow,
                }).Entity;
                (webhook.Url, webhook.Enabled) = (request.Url.Trim(), request.Enabled);
                webhook.Topics = [.. request.Topics?.Distinct() ?? Enum.GetValues<NoticeTopic>()];
                (webhook.SetBySubject, webhook.SetByName, webhook.SetAt) = (caller.Subject, caller.Name, clock.UtcNow);
                webhook.Secret = request.NewSecret ? secret : webhook.Secret;
                await db.SaveChangesAsync(ct);
                return WebhookView.Of(webhook, known is null || request.NewSecret ? secret : null);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
