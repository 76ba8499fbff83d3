using Funding.Packs;
using Policies;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>A body's money of one year.</summary>
internal sealed record FundedYearView(int FiscalYear, int LiveAdvances, long CommittedFen, long PaidFen, long EntitledFen, long RecoveredFen)
{
    public static FundedYearView Of(FundedYear row) =>
        new(row.FiscalYear, row.LiveAdvances, row.CommittedFen, row.PaidFen, row.EntitledFen, row.RecoveredFen);
}

/// <summary>A body's funding account.</summary>
internal sealed record AccountView(
    Guid InstitutionId,
    long Version,
    string Programme,
    string Name,
    string District,
    string Category,
    string ImplementingBodyCode,
    string ImplementingBodyName,
    bool CoBuilt,
    string Standing,
    DateOnly StandingSince,
    DateOnly? RecognisedOn,
    string DecisionNumber,
    int OpenHolds,
    DateOnly? FirstAllottedOn,
    DateOnly? Deadline,
    IReadOnlyList<int> YearsUsed,
    int? MaxYears,
    IReadOnlyList<FundedYearView> Years) : IETagged
{
    public static AccountView Of(FundingAccount row, PolicyPack? pack, DateOnly today)
    {
        var rules = pack is null ? null : new PaymentRules(pack, today);
        return new AccountView(
            row.InstitutionId,
            row.Version,
            row.Programme,
            row.Name,
            row.District,
            row.Category,
            row.ImplementingBodyCode,
            row.ImplementingBodyName,
            row.CoBuilt,
            row.Standing,
            row.StandingSince,
            row.RecognisedOn,
            row.DecisionNumber,
            row.OpenHolds,
            row.FirstAllottedOn,
            Payability.Deadline(row, rules?.RecognitionPeriod),
            row.YearsCounted(rules?.RecoveredYearCounts.Value ?? true),
            rules?.MaxYears.Value,
            [.. row.Years.OrderBy(y => y.FiscalYear).Select(FundedYearView.Of)]);
    }
}

/// <summary>A hold and, where it was released, by whom and why.</summary>
internal sealed record HoldView(Guid Id, string Reason, SignatureView Placed, SignatureView? Released, string? ReleaseReason)
{
    public static HoldView Of(Hold row) => new(row.Id, row.Reason, SignatureView.Of(row.Placed), SignatureView.Of(row.Released), row.ReleaseReason);
}

/// <summary>An account wholly.</summary>
internal sealed record AccountDetail(AccountView Account, IReadOnlyList<HoldView> Holds) : IETagged
{
    public long Version => Account.Version;
}
