using Contracts.Refusals;
using Funding.BureauTables;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>What a finding says.</summary>
internal enum FindingKind
{
    /// <summary>More was paid in a fiscal year than its cap (ZS-03).</summary>
    AnnualCap,

    /// <summary>More was paid to a body in a year than the bureau's cap on one body (ZS-03).</summary>
    BodyCap,

    /// <summary>More was paid to a company on its claims than its ceiling (HB-04).</summary>
    ClaimCeiling,

    /// <summary>More was paid on a claim than its part of what was actually paid (HB-04).</summary>
    ClaimRatio,

    /// <summary>Paid in more fiscal years than a body may be supported (ZS-04).</summary>
    YearsOfSupport,

    /// <summary>Paid after the time for the recognition was over (ZS-08).</summary>
    PaidAfterDeadline,

    /// <summary>Paid in a standing that may not be paid (ZS-20…22, ZS-30).</summary>
    PaidWhileBarred,

    /// <summary>Paid above the entitled amount, and not claimed back (ZS-06, ZS-07).</summary>
    OverPaid,

    /// <summary>Not recognised in time, and what was not spent was not claimed back (ZS-08).</summary>
    Unused,

    /// <summary>One invoice stated twice (ZS-08, HB-04).</summary>
    InvoiceTwice,

    /// <summary>Paid, and no review recorded (ZS-06).</summary>
    NotReviewed,

    /// <summary>Recognised again before the ban was over (ZS-20, ZS-22).</summary>
    RecognisedWhileBarred,
}

/// <summary>What becomes of the money of a finding.</summary>
internal enum FindingGroup
{
    /// <summary>It should not have been paid.</summary>
    AboveCap,

    /// <summary>It should have been claimed back.</summary>
    Unclaimed,

    /// <summary>It was claimed twice.</summary>
    ClaimedTwice,

    /// <summary>No money: something was not done in time.</summary>
    Duty,
}

/// <summary>Something that the pack's rules would have stopped or claimed.</summary>
internal sealed record Finding
{
    public required FindingKind Kind { get; init; }

    /// <summary>The clause, with the sentence of the document or the bureau's decision.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The body; null where it is about a year as a whole.</summary>
    public string? Body { get; init; }

    public int? FiscalYear { get; init; }

    /// <summary>What tells it from another of its kind, body and year; null where these do.</summary>
    public string? Mark { get; init; }

    /// <summary>The fens that this clause is about.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Those of them that no finding above counts; a fen counts once in the total.</summary>
    public required long CountedFen { get; init; }

    /// <summary>What was found.</summary>
    public required Label Text { get; init; }

    /// <summary>The figures, by the pack's own rules.</summary>
    public required CalculationSheet Sheet { get; init; }

    /// <summary>What the platform would have answered to the first of the rows; null where it answers nothing.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The rows that it comes from.</summary>
    public required IReadOnlyList<RowOrigin> Rows { get; init; }

    /// <summary>What becomes of the money.</summary>
    public FindingGroup Group => Kind switch
    {
        FindingKind.OverPaid or FindingKind.Unused => FindingGroup.Unclaimed,
        FindingKind.InvoiceTwice => FindingGroup.ClaimedTwice,
        FindingKind.NotReviewed or FindingKind.RecognisedWhileBarred => FindingGroup.Duty,
        _ => FindingGroup.AboveCap,
    };
}

/// <summary>A rule that could not be held against the tables, and why; its silence must not be taken for a yes.</summary>
internal sealed record NotChecked(string ClauseId, Label Why);
