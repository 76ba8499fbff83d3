using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>A published result that waits for its settlement.</summary>
/// <param name="InstitutionId">The body.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Programme">The programme.</param>
/// <param name="FiscalYear">The year reviewed.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="ReviewVersion">Its version; above 1 it was corrected.</param>
/// <param name="SettledVersion">The version that is settled; 0 = none.</param>
/// <param name="Grade">The grade.</param>
/// <param name="PublishedOn">The day of publication.</param>
/// <param name="DocumentNumber">The publishing document.</param>
internal sealed record PendingResultView(
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    int FiscalYear,
    Guid ReviewId,
    long ReviewVersion,
    long SettledVersion,
    string Grade,
    DateOnly PublishedOn,
    string DocumentNumber)
{
    public static PendingResultView Of(PublishedResult row, string name) => new(
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.ReviewId,
        row.ReviewVersion,
        row.SettledVersion,
        row.Grade,
        row.PublishedOn,
        row.DocumentNumber);
}

/// <summary>A settlement run as lists show it.</summary>
internal sealed record SettlementRunView(
    Guid Id,
    long Version,
    string Programme,
    int FiscalYear,
    SettlementRunStatus Status,
    int Bodies,
    int Lines,
    int Refused,
    int Settled,
    int LeftOut,
    long PaidFen,
    long EntitledFen,
    long ClaimedFen,
    long ChangeFen,
    SignatureView Opened,
    SignatureView? Committed,
    SignatureView? Discarded) : IETagged
{
    public static SettlementRunView Of(SettlementRun row) => new(
        row.Id,
        row.Version,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.Bodies,
        row.Lines,
        row.Refused,
        row.Settled,
        row.LeftOut,
        row.PaidFen,
        row.EntitledFen,
        row.ClaimedFen,
        row.ChangeFen,
        SignatureView.Of(row.Opened),
        SignatureView.Of(row.Committed),
        SignatureView.Of(row.Discarded));
}

/// <summary>What a grade comes to in money over a run.</summary>
internal sealed record GradeSums(string Grade, int Bodies, long PaidFen, long EntitledFen, long ClaimedFen);

/// <summary>A settlement run with its grades and the work in the background.</summary>
internal sealed record SettlementRunDetail(SettlementRunView Run, IReadOnlyList<GradeSums> Grades, JobView? Work) : IETagged
{
    public long Version => Run.Version;
}

/// <summary>A line of a settlement run.</summary>
/// <param name="InstitutionId">The body.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="ReviewVersion">The version of the review.</param>
/// <param name="Grade">The grade.</param>
/// <param name="PaidFen">Paid and not returned.</param>
/// <param name="EntitledFen">Entitled (ZS-06).</param>
/// <param name="EntitledBeforeFen">Entitled by the settlement that stands; null before the first.</param>
/// <param name="ClaimedFen">Claimed by ZS-07 after it.</param>
/// <param name="ClaimedBeforeFen">Claimed by ZS-07 before it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReasonZh">Why it is not settled.</param>
/// <param name="ReasonEn">The same in English.</param>
internal sealed record SettlementLineView(
    Guid InstitutionId,
    string InstitutionName,
    long ReviewVersion,
    string Grade,
    long PaidFen,
    long EntitledFen,
    long? EntitledBeforeFen,
    long ClaimedFen,
    long ClaimedBeforeFen,
    SettlementLineState State,
    string? ReasonZh,
    string? ReasonEn)
{
    public static SettlementLineView Of(SettlementLine row, string name) => new(
        row.InstitutionId,
        name,
        row.ReviewVersion,
        row.Grade,
        row.PaidFen,
        row.EntitledFen,
        row.EntitledBeforeFen,
        row.ClaimedFen,
        row.ClaimedBeforeFen,
        row.State,
        row.ReasonZh,
        row.ReasonEn);
}
