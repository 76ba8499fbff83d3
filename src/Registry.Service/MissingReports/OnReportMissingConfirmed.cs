using Contracts.Registry;
using Contracts.Reporting;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.Sanctions;
using ServiceDefaults.Clock;

namespace Registry.MissingReports;

/// <summary>
/// EO-12: a report that the city confirmed as missing proposes what the pack has for it. A person decides (P-5), and not the one who
/// confirmed the miss. A programme without the ground draws nothing from it.
/// </summary>
internal sealed class OnReportMissingConfirmed(RegistryDb db, PackShelf packs, BusinessClock clock) : IOn<ReportMissingConfirmed>
{
    public async Task<Applied> ApplyAsync(ReportMissingConfirmed message, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken);
        if (institution is null)
        {
            // Not one of this database's: there is nobody to propose anything against.
            return Applied.Done;
        }

        var cases = await db.SanctionCases.AsNoTracking().Where(c => c.InstitutionId == institution.Id && c.Ground == SanctionGrounds.ReportNotFiled).ToListAsync(cancellationToken);
        var pack = (await packs.OpenAsync(cancellationToken)).Ruling(institution.Programme, ReferenceDays.OfYear(message.Year));
        if (Decide(message, institution, cases, pack?.Find(SanctionGrounds.ReportNotFiled), clock.UtcNow) is { } proposal)
        {
            db.SanctionCases.Add(proposal);
        }

        return Applied.Done;
    }

    /// <summary>The case, or none: the pack has no such ground against it, the body is gone, or the miss was told before.</summary>
    public static SanctionCase? Decide(ReportMissingConfirmed miss, Institution institution, IReadOnlyList<SanctionCase> cases, Ground? ground, DateTime now)
    {
        var cause = $"report:{miss.ReportId}";
        if (ground is null || !ground.Hits(institution.Category) || Standings.HasEnded(institution.Standing)
            || cases.Any(known => known.Cause == cause))
        {
            return null;
        }

        return new SanctionCase
        {
            InstitutionId = institution.Id,
            InstitutionName = institution.Name,
            Programme = institution.Programme,
            Jurisdiction = institution.Jurisdiction,
            District = institution.District,
            Organisation = institution.ImplementingBodyCode,
            Ground = ground.Name,
            GroundZh = ground.Label.Zh,
            GroundEn = ground.Label.En,
            Measure = ground.Measure,
            Clause = ground.Citation.ClauseId,
            Cause = cause,
            Facts = $"{miss.Year}年第{miss.Round}期报告应于 {miss.DueOn:yyyy-MM-dd} 前报送，经确认未报送（{miss.DocumentNumber}）。/ "
                + $"Report {miss.Round} of {miss.Year} was due on {miss.DueOn:yyyy-MM-dd} and is confirmed as not filed ({miss.DocumentNumber}).",
            FoundOn = miss.DecidedOn,
            FindingNumber = miss.DocumentNumber,
            Year = miss.Year,
            ProposedAt = now,
            ProposedBySubject = miss.ConfirmedBy,
            ProposedByName = miss.ConfirmedByName,
        };
    }
}
