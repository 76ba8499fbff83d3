using ServiceDefaults.Authentication;
using ServiceDefaults.Data;

namespace Reporting.Tasks;

/// <summary>What one responsible unit (责任单位) owes of a task: who does it, by when, and how far it has come (HB-02, HB-29, EI-11).</summary>
internal sealed class TaskDuty : IVersioned
{
    /// <summary>The year of a task that does not recur.</summary>
    public const int Once = 0;

    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The task's name in the pack.</summary>
    public required string Task { get; init; }

    /// <summary>The unit, as the document names it.</summary>
    public required string Unit { get; init; }

    /// <summary>The year of a task that recurs yearly; <see cref="Once"/> of every other.</summary>
    public required int Year { get; init; }

    /// <summary>HB-29: the person to whom it is given.</summary>
    public string? Person { get; set; }

    /// <summary>The account of that person, where it has one and is to be reminded itself.</summary>
    public string? PersonSubject { get; set; }

    public string? Post { get; set; }

    /// <summary>HB-29: its timetable, first day …</summary>
    public DateOnly? From { get; set; }

    /// <summary>… and last day; never after the document's own.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How far it has come, as its unit said last.</summary>
    public int? Percent { get; set; }

    /// <summary>The day of the first progress.</summary>
    public DateOnly? BegunOn { get; set; }

    /// <summary>The day on which the unit says that it was done.</summary>
    public DateOnly? CompletedOn { get; set; }

    /// <summary>Who said so: does not confirm it.</summary>
    public Hands? CompletedBy { get; set; }

    /// <summary>The day on which the city confirmed it: only then it is done.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    public long Version { get; set; }

    /// <summary>What happened. Never changed.</summary>
    public List<TaskEntry> Entries { get; } = [];
}

/// <summary>Something that was done or said about a duty. Never changed.</summary>
internal sealed class TaskEntry
{
    public const string Named = "named";
    public const string Progress = "progress";
    public const string Completed = "completed";
    public const string Returned = "returned";
    public const string Confirmed = "confirmed";

    /// <summary>What the unit's side says: what proves it hangs on these alone, not on what the city answers.</summary>
    public static readonly string[] Reports = [Progress, Completed];

    public required Guid Id { get; init; }

    public required Guid DutyId { get; init; }

    /// <summary>One of the words above.</summary>
    public required string What { get; init; }

    public required string Text { get; init; }

    public int? Percent { get; init; }

    /// <summary>The day that it is about.</summary>
    public required DateOnly Day { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Its evidence.</summary>
    public List<TaskEntryFile> Files { get; } = [];

    public static TaskEntry Of(TaskDuty duty, string what, string text, int? percent, DateOnly day, Caller by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        DutyId = duty.Id,
        What = what,
        Text = text,
        Percent = percent,
        Day = day,
        BySubject = by.Subject,
        ByName = by.SignedName(),
        At = now,
    };
}

/// <summary>A file that proves an entry.</summary>
internal sealed class TaskEntryFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid EntryId { get; init; }
}

/// <summary>The roadmap of a year (年度工作推进路线图, HB-29), as a document; a later one stands beside it.</summary>
internal sealed class Roadmap
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    public required Guid AttachmentId { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }
}
