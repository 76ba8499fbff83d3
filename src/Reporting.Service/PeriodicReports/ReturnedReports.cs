using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Evaluations;

namespace Reporting.PeriodicReports;

/// <summary>A year is not evaluated while the body mends a report of it: once the result is published nothing of the year is written any more.</summary>
internal static class ReturnedReports
{
    /// <summary>
    /// The refusal that names whose reports are given back; null where none is. The years' reports are held, so that none is given back
    /// at the same moment.
    /// </summary>
    public static async Task<Refusal?> CheckReturnedAsync(
        this ReportingDb db, IReadOnlyCollection<Evaluation> evaluations, string clause, CancellationToken cancellationToken)
    {
        var yearly = evaluations.Where(e => e.Kind == EvaluationKind.Yearly).Select(e => e.Id).ToList();
        var reports = db.PeriodicReports.Where(r => r.SubmittedOn != null
            && db.Evaluations.Any(e => yearly.Contains(e.Id) && e.InstitutionId == r.InstitutionId && e.Year == r.Year));
        await reports.HoldAsync(cancellationToken);
        var returned = await reports.AsNoTracking().Where(r => r.Status == ReportStatus.Returned)
            .OrderBy(r => r.Institution.Name).ThenBy(r => r.Round)
            .Select(r => new { r.Institution.Name, r.Year, r.Round }).ToListAsync(cancellationToken);
        return returned.Count == 0
            ? null
            : Refusal.Conflict(
                "report-returned",
                clause,
                $"以下报告已退回补正、尚未重新报送：{string.Join("、", returned.Select(r => $"“{r.Name}”{r.Year}年第{r.Round}期"))}。请待其报送，或者收回退回后再公布。",
                $"These reports are given back and not handed in again: {string.Join("; ", returned.Select(r => $"'{r.Name}' {r.Year} no. {r.Round}"))}. Wait for them, or take the return back, and publish then.")
                .With("institutions", returned.ConvertAll(r => r.Name));
    }
}
