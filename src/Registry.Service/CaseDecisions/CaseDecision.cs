using ServiceDefaults.Data;

namespace Registry.CaseDecisions;

/// <summary>What a case-by-case decision is about.</summary>
internal enum CaseDecisionKind
{
    /// <summary>One body (一事一议, EO-07).</summary>
    Body,

    /// <summary>One scientific result (一果一策, HB-28).</summary>
    Result,
}

/// <summary>Where a decision stands.</summary>
internal enum CaseDecisionStatus
{
    /// <summary>Recorded by one person; nothing rests on it yet.</summary>
    Recorded,

    /// <summary>Confirmed by another.</summary>
    Confirmed,
}

/// <summary>The bureau's decision on one case (EO-07, HB-28): recorded by one person, confirmed by another.</summary>
internal sealed class CaseDecision : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required CaseDecisionKind Kind { get; init; }

    /// <summary>The body, or the result.</summary>
    public required string SubjectName { get; init; }

    /// <summary>The social credit code of the body, or of whose result it is.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>What was decided: measures and terms.</summary>
    public required string Terms { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last day on which something may rest on it; null = no last day.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required string Clause { get; init; }

    public CaseDecisionStatus Status { get; set; } = CaseDecisionStatus.Recorded;

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBySubject { get; init; }

    public required string RecordedByName { get; init; }

    /// <summary>Whom the separation of persons took for the recorder then: the offices on an application outlast a delegation (P-5).</summary>
    public required List<string> RecorderCountsAs { get; init; }

    public DateTime? ConfirmedAt { get; set; }

    public string? ConfirmedBySubject { get; set; }

    public string? ConfirmedByName { get; set; }

    /// <summary>As <see cref="RecorderCountsAs"/>, of whoever confirmed it.</summary>
    public List<string> ConfirmerCountsAs { get; set; } = [];

    /// <summary>The application that was filed by it: a decision on one case serves once.</summary>
    public Guid? ApplicationId { get; set; }

    public long Version { get; set; }
}
