using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Contracts.Reporting;
using Funding.Data;
using Messaging.Inbox;

namespace Funding.Accounts;

/// <summary>Holds the money of a body whose periodic report is overdue (ZS-28), once for each deadline; once it was handed in or extended the hold says so.</summary>
internal sealed class OnReportOverdue(FundingDb db, HoldMoney hold) : IOn<ReportOverdue>
{
    private const int GuidBytes = 16;

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

    // A report that was extended and missed again is another ground: the first one has ended, and may be released already.
    private static Guid Missed(ReportOverdue said) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{said.ReportId:N}:{said.DueOn:yyyyMMdd}"))).AsSpan(0, GuidBytes));

    private static HoldGround Ground(ReportOverdue said) => new(
        HoldCause.OverdueReport,
        Missed(said),
        "reporting",
        $"{said.Year}年第{said.Round}期定期报告应于 {said.DueOn:yyyy-MM-dd} 前报送，逾期未报。",
        $"The periodic report {said.Round} of {said.Year} was due on {said.DueOn:yyyy-MM-dd} and is not there.",
        said.HandedInOn ?? said.ExtendedOn,
        said.ExtendedBy);
}
