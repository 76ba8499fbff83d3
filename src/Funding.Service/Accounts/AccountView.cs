using Funding.Deadlines;
using Funding.Packs;
using Policies;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>A body's money of one year.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="LiveAdvances">Advances that stand.</param>
/// <param name="CommittedFen">Their sum.</param>
/// <param name="PaidFen">What the bank paid of it.</param>
/// <param name="EntitledFen">What was really due (ZS-06).</param>
/// <param name="RecoveredFen">What came back.</param>
/// <param name="SpentFen">What spending statements proved (ZS-08).</param>
/// <param name="OverAdvanceFen">Claimed as paid above the entitled amount (ZS-07).</param>
/// <param name="UnusedFen">Claimed as unused after a missed deadline (ZS-08).</param>
/// <param name="RevocationFen">Claimed by decision because the standing was revoked.</param>
/// <param name="FraudFen">Claimed by decision because it was obtained by fraud.</param>
internal sealed record FundedYearView(
    int FiscalYear,
    int LiveAdvances,
    long CommittedFen,
    long PaidFen,
    long EntitledFen,
    long RecoveredFen,
    long SpentFen,
    long OverAdvanceFen,
    long UnusedFen,
    long RevocationFen,
    long FraudFen)
{
    public static FundedYearView Of(FundedYear row) =>
        new(
            row.FiscalYear,
            row.LiveAdvances,
            row.CommittedFen,
            row.PaidFen,
            row.EntitledFen,
            row.RecoveredFen,
            row.SpentFen,
            row.OverAdvanceFen,
            row.UnusedFen,
            row.RevocationFen,
            row.FraudFen);
}

/// <summary>The latest yearly evaluation of a recognised body (ZS-18).</summary>
internal sealed record EvaluationView(int Year, string Grade, Label? Label);

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
    long? CountyShareFen,
    string Standing,
    DateOnly StandingSince,
    DateOnly? RecognisedOn,
    string DecisionNumber,
    EvaluationView? Evaluation,
    int OpenHolds,
    DateOnly? FirstAllottedOn,
    DateOnly? Deadline,
    int? DaysLeft,
    DeadlineStage? DeadlineStage,
    IReadOnlyList<int> YearsUsed,
    IReadOnlyList<AbsorbedBody> Absorbed,
    int? MaxYears,
    IReadOnlyList<FundedYearView> Years) : IETagged
{
    public static AccountView Of(FundingAccount row, IEnumerable<FundingAccount> absorbed, PolicyPack? pack, DateOnly today)
    {
        var rules = pack is null ? null : new PaymentRules(pack, today);
        var carried = rules is null ? [] : AbsorbedBodies.Carried(absorbed, rules);
        var clock = rules is null ? null : RecognitionClock.Of(row, rules);
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
            row.CountyShareFen,
            row.Standing,
            row.StandingSince,
            row.RecognisedOn,
            row.DecisionNumber,
            row.EvaluatedYear is { } year ? new EvaluationView(year, row.EvaluationGrade!, pack?.Grade(row.EvaluationGrade!)?.Label) : null,
            row.OpenHolds,
            row.FirstAllottedOn,
            clock?.Deadline,
            clock?.DaysLeft,
            clock?.Stage,
            rules is null ? row.YearsCounted(recoveredYearCounts: true) : YearsOfSupport.Used(row, carried, rules),
            carried,
            rules is { LimitsYears: true } ? rules.MaxYears.Value : null,
            [.. row.Years.OrderBy(y => y.FiscalYear).Select(FundedYearView.Of)]);
    }
}

/// <summary>Since when, and by which document, a hold's ground is gone.</summary>
internal sealed record GroundEnd(DateOnly On, string? Document);

/// <summary>A hold; where its ground is gone, since when; where it was released, by whom and why.</summary>
internal sealed record HoldView(
    Guid Id,
    HoldCause Cause,
    string Reason,
    string? ReasonEn,
    string? Clause,
    GroundEnd? GroundGone,
    SignatureView Placed,
    SignatureView? Released,
    string? ReleaseReason)
{
    public static HoldView Of(Hold row, GroundEnd? gone) => new(
        row.Id, row.Cause, row.Reason, row.ReasonEn, row.Clause, gone, SignatureView.Of(row.Placed), SignatureView.Of(row.Released), row.ReleaseReason);
}

/// <summary>An account wholly.</summary>
internal sealed record AccountDetail(AccountView Account, IReadOnlyList<HoldView> Holds) : IETagged
{
    public long Version => Account.Version;
}
