using System.Net.Mail;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Data;
using Reporting.Mail;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Digests;

/// <summary>What the caller chose, and what there is to choose.</summary>
/// <param name="Digest">Whether a daily digest is mailed.</param>
/// <param name="Address">Where to.</param>
/// <param name="Handle">The caller's name in the bureau's messenger.</param>
/// <param name="Topics">What is chosen of each sort of thing.</param>
/// <param name="MailAvailable">Whether the platform has a mail server.</param>
/// <param name="MessengerAvailable">Whether the caller is of a bureau that has a messenger.</param>
/// <param name="Version">Its version.</param>
internal sealed record PreferenceView(
    bool Digest, string? Address, string? Handle, IReadOnlyList<TopicView> Topics, bool MailAvailable, bool MessengerAvailable, long Version) : IETagged;

/// <summary>A person's own choice of what leaves the platform for it.</summary>
internal static class PreferenceRoutes
{
    public const int LongestAddress = 200;

    /// <summary>The choice, whole.</summary>
    internal sealed record Request(bool Digest, string? Address, string? Handle = null, IReadOnlyList<TopicChoices.Request>? Topics = null);

    public static void Map(IEndpointRouteBuilder preferences)
    {
        preferences.MapGet("/", ReadAsync).WithSummary("What the caller chose");
        preferences.MapPut("/", ChooseAsync).WithSummary("Chooses, sort by sort, what is mailed in a daily digest, what the messenger names the caller with and what the bell counts");
    }

    /// <summary>The refusal of a choice that cannot be kept; null where it can.</summary>
    public static Refusal? Check(Request request, SmtpOptions smtp)
    {
        if (!request.Digest)
        {
            return null;
        }

        if (!smtp.IsConfigured)
        {
            return Refusal.Conflict("mail-not-configured", "P-5", "平台尚未配置邮件服务器，请联系平台管理员。", "The platform has no mail server yet; ask the administrator.");
        }

        var given = request.Address?.Trim() ?? "";
        if (given.Length > LongestAddress || !MailAddress.TryCreate(given, out var address) || address.Address != given || !given.All(char.IsAscii))
        {
            return Refusal.BadInput("address", request.Address, "请填写有效的电子邮箱地址。", "Give a valid mail address.");
        }

        return smtp.Domains.Count == 0 || smtp.Domains.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
            ? null
            : Refusal.BadInput(
                "address", given, $"只能使用以下域名的邮箱：{string.Join('、', smtp.Domains)}。", $"Use an address of {string.Join(", ", smtp.Domains)}.");
    }

    /// <summary>Notes that the caller is here, and what its inboxes are; once a day, or where they have changed.</summary>
    public static async Task SeeAsync(this ReportingDb db, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        // A deputy's inbox for the moment is its principal's, not what its own digest is made of.
        if (caller.For is null && await db.NotificationPreferences.AnyAsync(p => p.Subject == caller.Subject && (p.Digest || p.Handle != null) && p.SeenOn < today, cancellationToken))
        {
            await db.WriteAsync(
                async ct =>
                {
                    var preference = await db.NotificationPreferences.Include(p => p.Subscriptions).SingleAsync(p => p.Subject == caller.Subject, ct);
                    Note(preference, caller, today);
                },
                cancellationToken);
        }
    }

    private static void Note(NotificationPreference preference, Caller caller, DateOnly today)
    {
        (preference.SeenOn, preference.Jurisdiction) = (today, caller.Jurisdiction);
        preference.Handle = Audience.IsOfBureau(caller) ? preference.Handle : null;
        var mine = Audience.Of(caller);
        preference.Subscriptions.RemoveAll(s => !mine.Contains(s.Audience));
        preference.Subscriptions.AddRange(mine.Except(preference.Subscriptions.Select(s => s.Audience), StringComparer.Ordinal)
            .Select(audience => new Subscription { Subject = caller.Subject, Audience = audience }));
    }

    private static async Task<Answer<PreferenceView>> ReadAsync(
        ReportingDb db, IOptions<SmtpOptions> smtp, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var preference = await db.NotificationPreferences.AsNoTracking().Include(p => p.Choices).SingleOrDefaultAsync(p => p.Subject == caller.Subject, cancellationToken);
        Outcome<PreferenceView> view = View(preference, smtp.Value, await CarriedAsync(db, caller, cancellationToken));
        return view.ToHttp();
    }

    private static async Task<Answer<PreferenceView>> ChooseAsync(
        Request request, ReportingDb db, IOptions<SmtpOptions> smtp, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PreferenceView>(
            async ct =>
            {
                var (topics, handle, carried) = (request.Topics ?? [], string.IsNullOrWhiteSpace(request.Handle) ? null : request.Handle.Trim(), await CarriedAsync(db, caller, ct));
                if ((Check(request, smtp.Value) ?? TopicChoices.Check(topics, handle, carried is not null)) is { } refusal)
                {
                    return refusal;
                }

                var preference = await db.NotificationPreferences.Include(p => p.Subscriptions).Include(p => p.Choices).SingleOrDefaultAsync(p => p.Subject == caller.Subject, ct)
                    ?? db.NotificationPreferences.Add(new NotificationPreference { Subject = caller.Subject }).Entity;
                (preference.Digest, preference.Address, preference.Handle) = (request.Digest, request.Digest ? request.Address!.Trim() : null, handle);
                preference.Choose(topics);
                if (caller.For is null)
                {
                    Note(preference, caller, clock.Today);
                }

                await db.SaveChangesAsync(ct);
                return View(preference, smtp.Value, carried);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    // A bureau's messenger is read by its own people: no other can be named there.
    private static async Task<IReadOnlyList<NoticeTopic>?> CarriedAsync(ReportingDb db, Caller caller, CancellationToken cancellationToken) =>
        Audience.IsOfBureau(caller)
            ? (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Jurisdiction == caller.Jurisdiction && w.Enabled, cancellationToken))?.Topics
            : null;

    private static PreferenceView View(NotificationPreference? preference, SmtpOptions smtp, IReadOnlyList<NoticeTopic>? carried) => new(
        preference?.Digest ?? false,
        preference?.Address,
        preference?.Handle,
        TopicChoices.View(preference?.Choices ?? [], carried),
        smtp.IsConfigured,
        carried is not null,
        preference?.Version ?? 0);
}
