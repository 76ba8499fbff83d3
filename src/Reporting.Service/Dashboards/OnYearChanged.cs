using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Dashboards;

/// <summary>Keeps the newest figures of each programme's year; the highest version wins.</summary>
internal sealed class OnYearChanged(ReportingDb db) : IOn<YearChanged>
{
    public async Task<Applied> ApplyAsync(YearChanged message, CancellationToken cancellationToken)
    {
        var year = await db.ProgrammeYears.SingleOrDefaultAsync(
            y => y.Jurisdiction == message.Jurisdiction && y.Programme == message.Programme && y.FiscalYear == message.FiscalYear, cancellationToken);
        (year ?? db.ProgrammeYears.Add(ProgrammeYear.From(message)).Entity).Take(message);
        return Applied.Done;
    }
}
