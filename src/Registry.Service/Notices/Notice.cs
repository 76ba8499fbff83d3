using Registry.Applications;
using ServiceDefaults.Clock;

namespace Registry.Notices;

/// <summary>
/// The public notice (公示) of a decided proposal list (ZS-16, ZS-26). It runs from its posting through its last working day, and
/// whoever objects does so while it runs.
/// </summary>
internal sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The selection whose decided list it posts; a list is posted once. Null where it posts one case (EO-07).</summary>
    public Guid? SelectionId { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The day of posting; its working days begin on the next (P-3).</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>The working days that it runs, as they were counted at posting; the last one is its last day.</summary>
    public required List<DateOnly> WorkingDays { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>Whether a calendar that nobody published was counted with.</summary>
    public required bool ByTestCalendar { get; init; }

    /// <summary>The clause that asks for it.</summary>
    public required string Clause { get; init; }

    public required DateTime PostedAt { get; init; }

    public required string PostedBySubject { get; init; }

    public required string PostedByName { get; init; }

    public List<PostedApplication> Applications { get; init; } = [];

    /// <summary>Whether it runs at an instant: from its posting to the end of its last day in Shanghai (P-1).</summary>
    public bool RunsAt(DateTime now) => now >= PostedAt && BusinessClock.DayOf(now) <= LastDay;
}

/// <summary>One line of a notice, as it was posted. An application is posted once.</summary>
internal sealed class PostedApplication
{
    public required Guid ApplicationId { get; init; }

    public Guid NoticeId { get; init; }

    /// <summary>Order on the notice, from 1.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string District { get; init; }

    /// <summary>The key field or type within the programme.</summary>
    public required string Category { get; init; }

    public required string ImplementingBodyName { get; init; }

    public string? CentreName { get; init; }

    public static PostedApplication Of(Application application, ApplicationFacts facts, int number) => new()
    {
        ApplicationId = application.Id,
        Number = number,
        Title = application.Title ?? "",
        District = application.District,
        Category = facts.Category,
        ImplementingBodyName = facts.ImplementingBodyName,
        CentreName = facts.CentreName,
    };
}
