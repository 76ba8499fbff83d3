using Contracts.Reporting;
using Funding.Data;
using Messaging.Inbox;

namespace Funding.Accounts;

/// <summary>Holds the money of a body whose periodic report is overdue (ZS-28); once it was handed in the hold says so.</summary>
internal sealed class OnReportOverdue(FundingDb db, HoldMoney hold) : IOn<ReportOverdue>
{
    public async Task<Applied> ApplyAsync(ReportOverdue message, CancellationToken cancellationToken)
    {
        var account = await db.TakeTurnAsync(message.InstitutionId, cancellationToken);
        if (account is null)
        {
            return Applied.WaitFor(OnInstitutionChanged.SubjectKey(message.InstitutionId));
        }

        await hold.RunAsync(account, Ground(message), cancellationToken);
        return Applied.Done;
    }

    private static HoldGround Ground(ReportOverdue said) => new(
        HoldCause.OverdueReport,
        said.ReportId,
        "reporting",
        $"{said.Year}年第{said.Round}期定期报告应于 {said.DueOn:yyyy-MM-dd} 前报送，逾期未报。",
        $"The periodic report {said.Round} of {said.Year} was due on {said.DueOn:yyyy-MM-dd} and is not there.",
        said.HandedInOn ?? said.ExtendedOn,
        said.ExtendedBy);
}
