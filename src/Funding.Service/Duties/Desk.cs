using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;

namespace Funding.Duties;

/// <summary>Where a finance officer sits: whose money, whose hands, which day.</summary>
/// <param name="Db">The books.</param>
/// <param name="Jurisdiction">Of the caller.</param>
/// <param name="Hands">The caller and who counts as the caller: what these made is for others to approve.</param>
/// <param name="Today">The business day.</param>
internal sealed record Desk(FundingDb Db, string? Jurisdiction, IReadOnlyList<string> Hands, DateOnly Today)
{
    /// <summary>How far today looks ahead; no term of the law.</summary>
    public const int DaysAhead = 14;

    /// <summary>The accounts of the jurisdiction, for names.</summary>
    public IQueryable<FundingAccount> Accounts => Db.Accounts.Where(a => a.Jurisdiction == Jurisdiction);

    /// <summary>Cases in which something is outstanding.</summary>
    public IQueryable<Clawback> OpenClawbacks => Db.Clawbacks.Where(c => c.Jurisdiction == Jurisdiction && c.Status == ClawbackStatus.Open);

    /// <summary>The last day that is near.</summary>
    public DateOnly Soon => Today.AddDays(DaysAhead);
}

/// <summary>One thing that waits.</summary>
internal sealed record DutyItem
{
    /// <summary>What is opened to do it; null where it is done on the list.</summary>
    public Guid? Id { get; init; }

    /// <summary>Whose, or which document.</summary>
    public string? Name { get; init; }

    public int? FiscalYear { get; init; }

    public long? AmountFen { get; init; }

    /// <summary>The day that it is about: due, sealed, received.</summary>
    public DateOnly? On { get; init; }
}
