using ServiceDefaults.Data;

namespace Reporting.Digests;

/// <summary>
/// What a person chose beside the inbox, which is always there. Who a person is only its own token says, so the inboxes are noted when it
/// is here; one that does not come any more gets no digest any more.
/// </summary>
internal sealed class NotificationPreference : IVersioned
{
    public required string Subject { get; init; }

    public string? Jurisdiction { get; set; }

    /// <summary>Whether a daily digest is mailed.</summary>
    public bool Digest { get; set; }

    public string? Address { get; set; }

    /// <summary>By what name the bureau's messenger knows the person; null where it is to name it with nothing.</summary>
    public string? Handle { get; set; }

    /// <summary>The last day on which the person was here.</summary>
    public DateOnly SeenOn { get; set; }

    /// <summary>The last day for which a digest was looked for.</summary>
    public DateOnly? ComposedOn { get; set; }

    public long Version { get; set; }

    /// <summary>The inboxes that were the person's when it was here last.</summary>
    public List<Subscription> Subscriptions { get; } = [];

    /// <summary>What it chose of some sorts of things.</summary>
    public List<TopicChoice> Choices { get; } = [];
}

/// <summary>An inbox whose notices go into a person's digest, and with which the messenger may name it.</summary>
internal sealed class Subscription
{
    public required string Subject { get; init; }

    public required string Audience { get; init; }
}

/// <summary>That a notice went into a person's digest: never into two.</summary>
internal sealed class DigestLine
{
    public required string Subject { get; init; }

    public required Guid NotificationId { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>How digests are composed (configuration section <c>Digests</c>).</summary>
internal sealed class DigestOptions
{
    /// <summary>The hour in Shanghai from which a day's digests are composed.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>Notices older than this many days are no news any more.</summary>
    public int MaxAgeDays { get; set; } = 14;

    /// <summary>A person that was not here for this many days gets none.</summary>
    public int MaxDaysAway { get; set; } = 60;
}
