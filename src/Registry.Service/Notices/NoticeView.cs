using Policies;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>A line of a notice, as everybody sees it.</summary>
internal sealed record NoticeLine(
    Guid ApplicationId, int Number, string Title, string District, string Category, Label? Field, string ImplementingBodyName, string? CentreName)
{
    public static NoticeLine Of(PostedApplication line, PolicyPack? pack) => new(
        line.ApplicationId,
        line.Number,
        line.Title,
        line.District,
        line.Category,
        pack?.Category(line.Category)?.Label,
        line.ImplementingBodyName,
        line.CentreName);
}

/// <summary>A notice as everybody sees it, without login.</summary>
internal sealed record PublicNotice
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>The programme's name.</summary>
    public required Label? Title { get; init; }

    public required string Jurisdiction { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly PostedOn { get; init; }

    /// <summary>The working days that it runs (P-3).</summary>
    public required IReadOnlyList<DateOnly> WorkingDays { get; init; }

    /// <summary>How many of them are left, today included.</summary>
    public required int WorkingDaysLeft { get; init; }

    /// <summary>The last day on which an objection is accepted.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Whether it was counted with a calendar that nobody published.</summary>
    public required bool ByTestCalendar { get; init; }

    public required string Clause { get; init; }

    /// <summary>Whether objections are accepted now.</summary>
    public required bool IsOpen { get; init; }

    public required IReadOnlyList<NoticeLine> Applications { get; init; }

    public static PublicNotice Of(Notice notice, PolicyPack? pack, DateTime now) => new()
    {
        Id = notice.Id,
        Programme = notice.Programme,
        Title = pack?.Title,
        Jurisdiction = notice.Jurisdiction,
        DocumentNumber = notice.DocumentNumber,
        PostedOn = notice.PostedOn,
        WorkingDays = notice.WorkingDays,
        WorkingDaysLeft = notice.WorkingDays.Count(day => day >= BusinessClock.DayOf(now)),
        LastDay = notice.LastDay,
        ByTestCalendar = notice.ByTestCalendar,
        Clause = notice.Clause,
        IsOpen = notice.RunsAt(now),
        Applications = [.. notice.Applications.OrderBy(line => line.Number).Select(line => NoticeLine.Of(line, pack))],
    };
}

/// <summary>A notice as the bureau sees it.</summary>
internal sealed record NoticeView(
    Guid Id, PublicNotice Notice, Guid? SelectionId, string PostedByName, DateTime PostedAt, int ObjectionCount, IReadOnlyList<ObjectionView> Objections);

/// <summary>An objection as the bureau sees it; nobody else learns who objected.</summary>
internal sealed record ObjectionView : IETagged
{
    public required Guid Id { get; init; }

    public required Guid NoticeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string ReceiptNumber { get; init; }

    public required string Name { get; init; }

    public required string Contact { get; init; }

    public required string Statement { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required ObjectionStatus Status { get; init; }

    public required string? Findings { get; init; }

    public required DateTime? VerifiedAt { get; init; }

    public required string? VerifiedByName { get; init; }

    public required string? Reason { get; init; }

    public required DateTime? DecidedAt { get; init; }

    public required string? DecidedByName { get; init; }

    public required long Version { get; init; }

    public static ObjectionView Of(Objection objection) => new()
    {
        Id = objection.Id,
        NoticeId = objection.NoticeId,
        ApplicationId = objection.ApplicationId,
        ReceiptNumber = objection.ReceiptNumber,
        Name = objection.Name,
        Contact = objection.Contact,
        Statement = objection.Statement,
        ReceivedAt = objection.ReceivedAt,
        Status = objection.Status,
        Findings = objection.Findings,
        VerifiedAt = objection.VerifiedAt,
        VerifiedByName = objection.VerifiedByName,
        Reason = objection.Reason,
        DecidedAt = objection.DecidedAt,
        DecidedByName = objection.DecidedByName,
        Version = objection.Version,
    };
}
