namespace Contracts.Funding;

/// <summary>
/// Money was claimed back by a decision or because the time for the recognition was over (ZS-08), or more of it than before; what a year's
/// settlement claims back is told by <see cref="YearSettled"/>. A fact: it is told once for each amount.
/// </summary>
[EventName("funding.clawback-opened", "reporting")]
public sealed record ClawbackOpened
{
    /// <summary>The case.</summary>
    public required Guid ClawbackId { get; init; }

    /// <summary>From whom.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year whose money it is.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>One of <see cref="ClawbackCauses"/>.</summary>
    public required string Cause { get; init; }

    /// <summary>What is claimed now, in fen.</summary>
    public required long ClaimedFen { get; init; }

    /// <summary>The last day on which it is paid in time (P-2).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The clause that takes it back.</summary>
    public required string Clause { get; init; }
}

/// <summary>Why money is claimed back, beside a settlement. Text in events, so that a consumer survives a word it does not know.</summary>
public static class ClawbackCauses
{
    /// <summary>Unused when the time for the recognition was over (ZS-08).</summary>
    public const string Deadline = "deadline";

    /// <summary>The standing was revoked.</summary>
    public const string Revocation = "revocation";

    /// <summary>Obtained by fraud.</summary>
    public const string Fraud = "fraud";
}
