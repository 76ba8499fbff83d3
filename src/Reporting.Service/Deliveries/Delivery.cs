using System.Text.Json;
using Reporting.Notifications;
using ServiceDefaults.Problems;

namespace Reporting.Deliveries;

/// <summary>A way out of the platform.</summary>
internal enum DeliveryChannel
{
    /// <summary>A person's daily digest, by mail.</summary>
    Mail,

    /// <summary>The bureau's messenger, by HTTPS.</summary>
    Webhook,
}

/// <summary>Where a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>It is sent at its next attempt.</summary>
    Waiting,

    /// <summary>The other side has taken it.</summary>
    Sent,

    /// <summary>Given up; an administrator looks, and sends it again.</summary>
    Parked,
}

/// <summary>A notice as it leaves the platform.</summary>
internal sealed record DeliveredNotice(Guid Id, string Kind, NoticeTopic Topic, string Zh, string En, string? Clause, string Link, DateOnly Day)
{
    public static DeliveredNotice Of(Notification n) => new(n.Id, n.Kind, n.Topic, n.Zh, n.En, n.Clause, n.Link, n.Day);
}

/// <summary>
/// Something that is to leave the platform, and waits in the database until the other side has taken it: a mail server or a messenger that
/// is away delays nothing and loses nothing. It may arrive twice where a process dies between sending and noting, under the same key.
/// </summary>
internal sealed class Delivery
{
    /// <summary>The most notices of one delivery; the inbox has the rest.</summary>
    public const int MostNotices = 100;

    private const int LongestError = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The occasion, once: <c>digest:{subject}:{day}</c>.</summary>
    public required string Key { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>The bureau; null for a person without one.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>A mail address, or the bureau whose messenger it is.</summary>
    public required string Recipient { get; init; }

    /// <summary>The day on the business clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it tells, a JSON list of <see cref="DeliveredNotice"/>.</summary>
    public required string Body { get; init; }

    /// <summary>How many notices it tells of.</summary>
    public required int Notices { get; init; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The earliest next attempt, system clock, UTC; while it is being sent, when another worker may take it.</summary>
    public DateTime NextAttemptAt { get; private set; } = DateTime.UnixEpoch;

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    public static Delivery Of(string key, DeliveryChannel channel, string? jurisdiction, string recipient, DateOnly day, IEnumerable<Notification> notices)
    {
        var told = notices.Select(DeliveredNotice.Of).Take(MostNotices).ToList();
        return new Delivery
        {
            Key = key,
            Channel = channel,
            Jurisdiction = jurisdiction,
            Recipient = recipient,
            Day = day,
            Body = JsonSerializer.Serialize(told, StrictJson.Options),
            Notices = told.Count,
        };
    }

    /// <summary>What it tells.</summary>
    public IReadOnlyList<DeliveredNotice> Read() => JsonSerializer.Deserialize<List<DeliveredNotice>>(Body, StrictJson.Options)!;

    /// <summary>A worker has it until the lease runs out.</summary>
    public void Take(DateTime now, DeliveryOptions options) => (Attempts, NextAttemptAt) = (Attempts + 1, now + options.Lease);

    /// <summary>What an attempt came to. One that may go well later waits, longer each time; what never will is parked.</summary>
    public void Conclude(DeliveryOutcome outcome, DateTime now, DeliveryOptions options)
    {
        LastError = outcome.Error is { Length: > LongestError } error ? error[..LongestError] : outcome.Error;
        (State, SentAt) = outcome.Kind switch
        {
            DeliveryOutcomeKind.Sent => (DeliveryState.Sent, now),
            DeliveryOutcomeKind.Refused => (DeliveryState.Parked, SentAt),
            DeliveryOutcomeKind.Failed when Attempts >= options.MostAttempts => (DeliveryState.Parked, SentAt),
            _ => (DeliveryState.Waiting, SentAt),
        };
        NextAttemptAt = now + options.PauseAfter(Attempts);
    }

    /// <summary>An administrator sends a parked one again, as if it were new.</summary>
    public void Retry() => (State, Attempts, NextAttemptAt) = (DeliveryState.Waiting, 0, DateTime.UnixEpoch);
}

/// <summary>What an attempt came to.</summary>
internal enum DeliveryOutcomeKind
{
    Sent,

    /// <summary>The other side is not there: it waits for as long as that takes, and so does all else that goes there.</summary>
    Away,

    /// <summary>This one failed; after some attempts it is parked.</summary>
    Failed,

    /// <summary>The other side will never take this one.</summary>
    Refused,
}

/// <summary>What an attempt came to, and why.</summary>
internal sealed record DeliveryOutcome(DeliveryOutcomeKind Kind, string? Error = null)
{
    public static readonly DeliveryOutcome Sent = new(DeliveryOutcomeKind.Sent);
}

/// <summary>A way out: sends one delivery.</summary>
internal interface IDeliverySender
{
    DeliveryChannel Channel { get; }

    Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>How deliveries are sent (configuration section <c>Deliveries</c>).</summary>
internal sealed class DeliveryOptions
{
    /// <summary>How often a worker looks.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker that is silent keeps a delivery.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Time limit of one attempt; well below the lease.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first failure; doubled by each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After this many attempts that the other side turned down a delivery is parked.</summary>
    public int MostAttempts { get; set; } = 8;

    /// <summary>Days for which sent deliveries are kept.</summary>
    public int KeepDays { get; set; } = 180;

    /// <summary>Days for which notices are kept.</summary>
    public int KeepNoticesDays { get; set; } = 730;

    /// <summary>The console's own address, for links: <c>https://platform.example.cn</c>; without it links are paths.</summary>
    public string ConsoleUrl { get; set; } = "";

    public TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, FirstPause.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30))));

    public string Link(string path) => ConsoleUrl.TrimEnd('/') + path;
}
