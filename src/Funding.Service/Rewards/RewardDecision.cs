using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Rewards;

/// <summary>The life of a decision on amounts.</summary>
internal enum RewardDecisionStatus
{
    /// <summary>Recorded by a maker; nothing follows from it yet.</summary>
    Proposed,

    /// <summary>Confirmed by another person; payments may be proposed under it.</summary>
    Confirmed,

    /// <summary>Taken back before it was confirmed; the year is free for another.</summary>
    Withdrawn,
}

/// <summary>
/// The bureau's yearly decision on what a reward comes to, for each grade or body (SD-08, EI-10, HB-06), or on the amounts of a kind of claim,
/// for each answer (HB-16). The documents leave the amounts open: this is where they are decided, by a numbered document and two persons.
/// </summary>
internal sealed class RewardDecision : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>Which of the pack's rewards, or claims with a tariff.</summary>
    public required string Award { get; init; }

    /// <summary>The year that is rewarded; of a claim's tariff, the fiscal year.</summary>
    public required int Year { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public RewardDecisionStatus Status { get; set; }

    public List<RewardAmount> Amounts { get; init; } = [];

    public required Signature Proposed { get; init; }

    public Signature? Confirmed { get; set; }

    public Signature? Withdrawn { get; set; }
}

/// <summary>One amount of a decision.</summary>
internal sealed class RewardAmount
{
    public required Guid DecisionId { get; init; }

    /// <summary>A grade, an answer, or a body's ID.</summary>
    public required string Key { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>On which item of which document it rests (EI-10); null where the decision's own document says it all.</summary>
    public string? Basis { get; init; }
}

/// <summary>Finds the decision that fixes a claim's amounts.</summary>
internal static class Tariff
{
    /// <summary>The confirmed decision on a kind of claim in a fiscal year; null where there is none.</summary>
    public static Task<RewardDecision?> TariffAsync(this FundingDb db, string programme, string award, int year, CancellationToken cancellationToken) =>
        db.RewardDecisions.AsNoTracking().Include(d => d.Amounts)
            .SingleOrDefaultAsync(d => d.Programme == programme && d.Award == award && d.Year == year && d.Status == RewardDecisionStatus.Confirmed, cancellationToken);
}
