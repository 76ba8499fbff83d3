using Registry.Bans;
using Registry.Selections;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Registry.Applications;

/// <summary>
/// An implementing body's application under a programme (ZS-25). It owns the answers in their present form, a frozen copy of
/// each submission and the timeline.
/// </summary>
internal sealed class Application : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The county or district whose department reviews it (ZS-14).</summary>
    public required string District { get; init; }

    /// <summary>The applicant's social credit code, from its login: an operator files for its own organisation only.</summary>
    public required string Organisation { get; init; }

    /// <summary>The body under construction whose recognition it is about; once decided, the institution that came of it.</summary>
    public Guid? InstitutionId { get; set; }

    public ApplicationStatus Status { get; set; } = ApplicationStatus.Draft;

    /// <summary>How often it has been submitted.</summary>
    public int Round { get; set; }

    /// <summary>The present answers, a JSON object by field key. A draft's may be incomplete.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>
    /// What was on record about whatever its links lead to on the day of the latest submission, a JSON object by <c>LINK.NAME</c>: it is
    /// examined by that (EO-06), and evidence like the answers.
    /// </summary>
    public string Linked { get; set; } = "{}";

    /// <summary>The body's project name, taken from the answers at submission; lists show it.</summary>
    public string? Title { get; set; }

    /// <summary>The route of its pack that it takes, as of the latest submission.</summary>
    public string? Route { get; set; }

    /// <summary>The call that it answers (EO-08); null on a route without calls.</summary>
    public Guid? CallId { get; set; }

    /// <summary>The track (ZS-01), as of the latest submission.</summary>
    public string? Track { get; set; }

    /// <summary>The key field or type, as of the latest submission.</summary>
    public string? Category { get; set; }

    /// <summary>The centre's social credit code (ZS-10), as of the latest submission; null while it is no legal person.</summary>
    public string? CentreCode { get; set; }

    /// <summary>The lead bodies' social credit codes (ZS-09), as of the latest submission.</summary>
    public List<string> LeadBodyCodes { get; set; } = [];

    /// <summary>The host's social credit code (EO-13), as of the latest submission.</summary>
    public string? HostCode { get; set; }

    /// <summary>Where the body is (EO-13, EO-15), as of the latest submission.</summary>
    public string? Place { get; set; }

    /// <summary>The park that it belongs to (EI-13), as of the latest submission.</summary>
    public string? Park { get; set; }

    /// <summary>The pack that judged the latest submission.</summary>
    public string? PolicyHash { get; set; }

    /// <summary>Number of the latest step.</summary>
    public int StepCount { get; set; }

    public required DateOnly StartedOn { get; init; }

    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Everyone who had a hand in filing it: none of them may review it.</summary>
    public List<string> FiledBy { get; init; } = [];

    public List<Submission> Submissions { get; init; } = [];

    public List<ApplicationStep> Steps { get; init; } = [];

    /// <summary>What persons answered where a condition needs one, oldest first.</summary>
    public List<ConditionAnswer> ConditionAnswers { get; init; } = [];

    /// <summary>The experts' score sheets about it.</summary>
    public List<ScoreSheet> ScoreSheets { get; init; } = [];

    public long Version { get; set; }

    /// <summary>The day of its latest return; null where it was never returned.</summary>
    public DateOnly? ReturnedOn => Steps.Where(step => step.Kind == StepKind.Returned).MaxBy(step => step.Number) is { At: var at } ? BusinessClock.DayOf(at) : null;

    /// <summary>Whether the applicant may still change it.</summary>
    public bool IsEditable => Status is ApplicationStatus.Draft or ApplicationStatus.Returned;

    /// <summary>Whether the district has to look at it.</summary>
    public bool AwaitsDistrict => Status is ApplicationStatus.Submitted or ApplicationStatus.Resubmitted;

    /// <summary>Whether it lies with the city: recommended, not yet announced.</summary>
    public bool IsWithCity =>
        Status is ApplicationStatus.Recommended or ApplicationStatus.UnderReview or ApplicationStatus.Proposed or ApplicationStatus.OnNotice;

    /// <summary>Whether it is under way: handed in, and neither concluded nor taken back.</summary>
    public bool IsUnderWay => AwaitsDistrict || IsWithCity || Status == ApplicationStatus.Returned;

    /// <summary>Who takes which part in it, as of the latest submission.</summary>
    public Parties Parties => new(CentreCode, Organisation, LeadBodyCodes, HostCode, Place);

    public void FiledFrom(string subject)
    {
        if (!FiledBy.Contains(subject, StringComparer.Ordinal))
        {
            FiledBy.Add(subject);
        }
    }
}

/// <summary>The answers as they were submitted, with the pack that judged them: evidence, never changed.</summary>
internal sealed class Submission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public required int Round { get; init; }

    public required string Answers { get; init; }

    /// <summary>The files that belonged to it.</summary>
    public required List<Guid> Files { get; init; }

    public required string PolicyHash { get; init; }

    public required DateTime At { get; init; }
}
