using Funding.Clawbacks;

namespace Funding.Accounts;

/// <summary>
/// One body's money of one fiscal year: a standing sum over its postings, which <c>verify</c> rebuilds and compares. It
/// changes only after the account's row has been updated in the same transaction.
/// </summary>
internal sealed class FundedYear
{
    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>Advances approved and not failed, returned or cancelled; the year is used while there is one (ZS-04, P-4).</summary>
    public int LiveAdvances { get; set; }

    /// <summary>Their sum.</summary>
    public long CommittedFen { get; set; }

    /// <summary>What the bank paid of it and did not return.</summary>
    public long PaidFen { get; set; }

    /// <summary>What the year's review fixed as due (ZS-06).</summary>
    public long EntitledFen { get; set; }

    /// <summary>What was received back or withheld, less what was refunded. It does not refill the year (P-4).</summary>
    public long RecoveredFen { get; set; }

    /// <summary>What its spending statements proved, by two persons (ZS-08).</summary>
    public long SpentFen { get; set; }

    /// <summary>What is claimed as paid above the entitled amount (ZS-07), without the fens that <see cref="Held"/> has.</summary>
    public long OverAdvanceFen { get; set; }

    /// <summary>Which of its fens are claimed as unused and by decision.</summary>
    public HeldFens Held { get; set; } = HeldFens.None;

    /// <summary>What ZS-07 claimed when something was last confirmed as unused of the body: neither spent nor unused.</summary>
    public long OverAdvanceBesideFen { get; set; }

    /// <summary>What decisions had claimed then.</summary>
    public long DecidedBesideFen { get; set; }

    /// <summary>What confirmed deadline cases claim as unused (ZS-08).</summary>
    public long UnusedFen => Held.Of(ClawbackCause.Deadline);

    /// <summary>What is claimed by decision because the standing was revoked.</summary>
    public long RevocationFen => Held.Of(ClawbackCause.Revocation);

    /// <summary>What is claimed by decision because it was obtained by fraud.</summary>
    public long FraudFen => Held.Of(ClawbackCause.Fraud);

    /// <summary>Claimed by decision, for either cause.</summary>
    public long DecidedFen => RevocationFen + FraudFen;

    /// <summary>Claimed back for a cause.</summary>
    public long ClaimedFor(ClawbackCause cause) => cause switch
    {
        ClawbackCause.OverAdvance => OverAdvanceFen,
        ClawbackCause.Deadline => UnusedFen,
        ClawbackCause.Revocation => RevocationFen,
        _ => FraudFen,
    };

    /// <summary>Claimed back, for whatever cause.</summary>
    public long ClaimedFen => OverAdvanceFen + UnusedFen + DecidedFen;

    /// <summary>Whether all its money came back (ZS-04). What came back for a claim that fell away since is owed to the body, and does not count.</summary>
    public bool IsFullyRecovered => PaidFen > 0 && Math.Min(RecoveredFen, ClaimedFen) >= CommittedFen;
}
