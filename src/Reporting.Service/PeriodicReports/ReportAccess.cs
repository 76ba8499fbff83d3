using Reporting.Data;
using Reporting.Institutions;
using Reporting.Scoring;
using ServiceDefaults.Authentication;

namespace Reporting.PeriodicReports;

/// <summary>
/// Whose reports a caller reads: an expert those of the bodies that it scores or scored, or that its third party was commissioned with
/// (EO-11, ZS-18); everybody else as <see cref="InstitutionVisibility"/>.
/// </summary>
internal static class ReportAccess
{
    private static readonly string[] Others = [.. InstitutionVisibility.Readers.Except([Roles.Expert])];

    /// <summary>The rows about bodies whose reports the caller reads.</summary>
    public static IQueryable<T> ReadableBy<T>(this IQueryable<T> rows, ReportingDb db, Caller caller)
        where T : class, IOfInstitution
    {
        rows = rows.VisibleTo(caller);
        if (caller.IsAny(Others))
        {
            return rows;
        }

        var judged = Judged(db, caller);
        return rows.Where(r => judged.Contains(r.Institution.Id));
    }

    /// <summary>The bodies whose reports the caller reads.</summary>
    public static IQueryable<Institution> ReadableBy(this IQueryable<Institution> institutions, ReportingDb db, Caller caller)
    {
        institutions = institutions.VisibleTo(caller);
        if (caller.IsAny(Others))
        {
            return institutions;
        }

        var judged = Judged(db, caller);
        return institutions.Where(i => judged.Contains(i.Id));
    }

    private static IQueryable<Guid> Judged(ReportingDb db, Caller caller)
    {
        var organisation = caller.Organisation;
        return db.Evaluations
            .Where(e => e.Sheets.Any(s => s.ExpertSubject == caller.Subject && s.Status != SheetStatus.Recused)
                || (organisation != null && e.ThirdPartyCode == organisation))
            .Select(e => e.InstitutionId);
    }
}
