using Contracts.Reporting;
using Reporting.Institutions;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;

namespace Reporting.Evaluations;

/// <summary>What an evaluation is for; the words of <see cref="EvaluationKinds"/>.</summary>
internal enum EvaluationKind
{
    /// <summary>The yearly evaluation (ZS-18).</summary>
    Yearly,

    /// <summary>At the end of a rectification (ZS-19).</summary>
    ReEvaluation,
}

/// <summary>Where an evaluation stands.</summary>
internal enum EvaluationStatus
{
    /// <summary>The third party has not graded yet.</summary>
    Due,

    /// <summary>The third party proposed a grade, or after publication its correction; the city has not published it.</summary>
    Graded,

    /// <summary>Published.</summary>
    Published,

    /// <summary>The body lost its recognition before anybody graded: there is no grade.</summary>
    Closed,
}

/// <summary>
/// The evaluation of one recognised body for one year by a third party (ZS-18), or its re-evaluation after a rectification (ZS-19). The
/// third party grades, another person of the city publishes; a correction is graded and published again, under a higher version.
/// </summary>
internal sealed class Evaluation : IVersioned, IOfInstitution
{
    public required Guid Id { get; init; }

    /// <summary>The year's round; null for a re-evaluation.</summary>
    public Guid? RoundId { get; init; }

    public required Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public required string Programme { get; init; }

    public required EvaluationKind Kind { get; init; }

    /// <summary>The year evaluated; of a re-evaluation the year of the failed evaluation that it follows.</summary>
    public required int Year { get; init; }

    /// <summary>The evaluation as the pack names it; empty where the pack names none.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>Null where experts score.</summary>
    public string? ThirdPartyName { get; set; }

    /// <summary>Social credit code of the third party: its experts grade. Null where experts score.</summary>
    public string? ThirdPartyCode { get; set; }

    /// <summary>Number of the document that commissions the third party or orders the evaluation.</summary>
    public required string CommissionNumber { get; set; }

    public EvaluationStatus Status { get; set; } = EvaluationStatus.Due;

    /// <summary>The grade proposed last, a key of the pack.</summary>
    public string? Grade { get; set; }

    /// <summary>Who proposed it: may not publish it.</summary>
    public Hands? GradedBy { get; set; }

    /// <summary>What the experts' scores came to, in hundredths of a point; null before that, and where a third party grades.</summary>
    public int? CalculatedScore { get; set; }

    /// <summary>The score behind <see cref="Grade"/>, in hundredths of a point: as calculated, as a meeting moderated it, or as an objection corrected it.</summary>
    public int? Score { get; set; }

    public int? PublishedScore { get; set; }

    /// <summary>The moderation that nobody has confirmed yet; while there is one nothing is published.</summary>
    public Guid? PendingModerationId { get; set; }

    /// <summary>Who recorded the moderation that stands: may not publish either.</summary>
    public Hands? ModeratedBy { get; set; }

    /// <summary>How often it was published: the version of the published result.</summary>
    public long Publications { get; set; }

    public string? PublishedGrade { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Number of the publishing document.</summary>
    public string? PublicationNumber { get; set; }

    /// <summary>Who published it last.</summary>
    public Hands? PublishedBy { get; set; }

    public string? PublishedByName { get; set; }

    /// <summary>The day on which it was closed without a grade.</summary>
    public DateOnly? ClosedOn { get; set; }

    public long Version { get; set; }

    public List<EvaluationStep> Steps { get; } = [];

    /// <summary>The experts' sheets; none where a third party grades.</summary>
    public List<ScoreSheet> Sheets { get; } = [];

    /// <summary>Whether experts score it.</summary>
    public bool IsScored => ThirdPartyCode is null;

    /// <summary>Whether the third party is itself a party of the body, and so does not evaluate it.</summary>
    public bool IsRecused => ThirdPartyCode is not null && Institution.PartyCodes.Contains(ThirdPartyCode);

    /// <summary>The kind's word in events.</summary>
    public string KindWord => Kind == EvaluationKind.Yearly ? EvaluationKinds.Yearly : EvaluationKinds.ReEvaluation;

    /// <summary>P-5: whether the grade to be published is the caller's, who then does not publish it.</summary>
    public bool IsGradedBy(Caller caller) => caller.Counts(GradedBy) || caller.Counts(ModeratedBy);

    /// <summary>P-5: whether the caller had a hand in the published result, and then does not decide an objection to it. Reads the steps.</summary>
    public bool IsResultOf(Caller caller) => IsGradedBy(caller) || caller.Counts(PublishedBy) || caller.Counts(EvaluationStep.PublishedAuthor(Steps));
}

/// <summary>One step in an evaluation's life: who did what when, and why. Never changed.</summary>
internal sealed class EvaluationStep
{
    /// <summary>The third party was commissioned, or the experts' evaluation ordered; the reason is the document's number.</summary>
    public const string Commissioned = "commissioned";

    /// <summary>The third party proposed a grade; the reason is its justification.</summary>
    public const string Graded = "graded";

    /// <summary>A proposed correction was taken back: the published grade stands; the reason is the justification.</summary>
    public const string Withdrawn = "correction-withdrawn";

    /// <summary>The city published it; the reason is the document's number.</summary>
    public const string Published = "published";

    /// <summary>The experts' scores were concluded; the reason is the score.</summary>
    public const string Scored = "scored";

    /// <summary>A meeting changed the score, and another person confirmed it; the reason is the meeting's.</summary>
    public const string Moderated = "moderated";

    /// <summary>The body objected to the published result; the reason is its statement.</summary>
    public const string Objected = "objected";

    /// <summary>The objection was upheld: the grade is its correction, yet to be published.</summary>
    public const string Upheld = "objection-upheld";

    /// <summary>The objection was turned down.</summary>
    public const string TurnedDown = "objection-turned-down";

    /// <summary>Closed without a grade; the reason is the standing that the body came to.</summary>
    public const string Closed = "closed";

    public required Guid Id { get; init; }

    public required Guid EvaluationId { get; init; }

    /// <summary>What happened: one of the words above.</summary>
    public required string What { get; init; }

    public string? Grade { get; init; }

    public required string Reason { get; init; }

    /// <summary>Null where an event caused it.</summary>
    public Hands? By { get; init; }

    /// <summary>Null where an event caused it.</summary>
    public string? ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>
    /// Whose grade the last publication published; null before there is one. A correction that waits, or was taken back, is another's.
    /// </summary>
    public static Hands? PublishedAuthor(IEnumerable<EvaluationStep> steps) => steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .SkipWhile(s => s.What != Published).FirstOrDefault(s => s.What is Graded or Scored or Upheld)?.By;

    public static EvaluationStep Of(Evaluation evaluation, string what, string? grade, string reason, Caller? by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        EvaluationId = evaluation.Id,
        What = what,
        Grade = grade,
        Reason = reason,
        By = by?.Hands(),
        ByName = by?.SignedName(),
        At = now,
    };
}
