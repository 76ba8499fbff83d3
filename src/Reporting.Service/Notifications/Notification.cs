using Reporting.Institutions;
using ServiceDefaults.Authentication;

namespace Reporting.Notifications;

/// <summary>A notice to persons: what happened, by which clause, and where in the console it is. Never changed.</summary>
internal sealed class Notification
{
    /// <summary>Longest key.</summary>
    public const int LongestKey = 200;

    /// <summary>Longest text, in each language.</summary>
    public const int LongestText = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The occasion: one notice for each, however often it is told (<c>report-due:{reportId}:{day}</c>).</summary>
    public required string Key { get; init; }

    /// <summary>The bureau.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The district; narrows <see cref="Roles"/> to its own reviewers.</summary>
    public string? District { get; init; }

    /// <summary>Social credit code; narrows <see cref="Roles"/> to its own operators and experts.</summary>
    public string? Organisation { get; init; }

    /// <summary>Who is told; empty where it is the operators of <see cref="Organisation"/>, or <see cref="Subject"/> alone.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>One person of the bureau who is told, whatever its roles.</summary>
    public string? Subject { get; init; }

    /// <summary>What it is about, kebab case: <c>report-due</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The sort of thing that it is, by which each person chooses how it is told.</summary>
    public required NoticeTopic Topic { get; init; }

    /// <summary>The sentence in Chinese; what is longer than <see cref="LongestText"/> is cut.</summary>
    public required string Zh { get; init => field = Cut(value); }

    /// <summary>The sentence in English.</summary>
    public required string En { get; init => field = Cut(value); }

    /// <summary>The clause behind it, where there is one.</summary>
    public string? Clause { get; init; }

    /// <summary>Path in the console: <c>/periodic-reports/…</c>.</summary>
    public required string Link { get; init; }

    /// <summary>The day on which it happened, on the business clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whose inboxes it lies in.</summary>
    public List<NotificationAddress> Addresses { get; } = [];

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText - 1)}…";

    /// <summary>A notice about an institution: its bureau, district and organisation.</summary>
    public static Notification About(
        Institution body,
        string key,
        string kind,
        NoticeTopic topic,
        string zh,
        string en,
        string? clause,
        string link,
        DateOnly day,
        DateTime at,
        params IReadOnlyList<string> roles) => new()
        {
            Key = key,
            Jurisdiction = body.Jurisdiction,
            District = body.District,
            Organisation = body.Organisation,
            Roles = roles,
            Kind = kind,
            Topic = topic,
            Zh = zh,
            En = en,
            Clause = clause,
            Link = link,
            Day = day,
            At = at,
        };
}

/// <summary>An inbox that a notice lies in; the text is one of <see cref="Audience"/>.</summary>
internal sealed class NotificationAddress
{
    public required string Audience { get; init; }

    public required Guid NotificationId { get; init; }
}

/// <summary>That a person has read a notice.</summary>
internal sealed class NotificationRead
{
    public required string Subject { get; init; }

    public required Guid NotificationId { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>
/// The inboxes of a notice, and those of a person: a role is narrowed by what binds it, a district reviewer's by the district, an
/// operator's and an expert's by the organisation, and a person's own inbox by the bureau: who goes over to another does not take it along.
/// What is in none of a caller's is nobody's business of the caller. Pure.
/// </summary>
internal static class Audience
{
    /// <summary>Longest text.</summary>
    public const int Longest = 200;

    /// <summary>The inboxes that a notice lies in.</summary>
    public static IReadOnlyList<string> Of(Notification notice)
    {
        IReadOnlyList<string> roles = notice.Roles.Count == 0 && notice.Organisation is not null && notice.Subject is null ? [Roles.Operator] : notice.Roles;
        return
        [
            .. notice.Subject is { } subject ? [Person(notice.Jurisdiction, subject)] : Array.Empty<string>(),
            .. roles.Distinct(StringComparer.Ordinal).Select(role => Role(notice.Jurisdiction, role, NarrowedBy(role, notice.District, notice.Organisation))),
        ];
    }

    /// <summary>The inboxes of a caller.</summary>
    public static IReadOnlyList<string> Of(Caller caller) => caller.Jurisdiction is not { } jurisdiction
        ? []
        : [
            Person(jurisdiction, caller.Subject),
            .. caller.Roles.SelectMany(role => new[] { null, NarrowedBy(role, caller.District, caller.Organisation) }
                .Distinct().Select(bound => Role(jurisdiction, role, bound))).Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether a role is one of the bureau's own, and none of those whom it judges or asks.</summary>
    public static bool IsOfBureau(string role) => role is not (Roles.Operator or Roles.Expert);

    /// <summary>Whether a caller is one of a bureau's own people.</summary>
    public static bool IsOfBureau(Caller caller) => caller is { Jurisdiction: not null, Organisation: null } && caller.Roles.Any(IsOfBureau);

    private static string Person(string jurisdiction, string subject) => $"{jurisdiction}/person/{subject}";

    private static string Role(string jurisdiction, string role, string? bound) => bound is null ? $"{jurisdiction}/{role}" : $"{jurisdiction}/{role}/{bound}";

    private static string? NarrowedBy(string role, string? district, string? organisation) => role switch
    {
        Roles.DistrictReviewer => district,
        Roles.Operator or Roles.Expert => organisation,
        _ => null,
    };
}
