using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>The papers that will run out and have not been renewed or given up, the latest warning first.</summary>
internal static class ListPaperWarnings
{
    /// <summary>A warning, with what will run out.</summary>
    internal sealed record PaperWarningRow
    {
        public required Guid Id { get; init; }

        public required Guid InstitutionId { get; init; }

        public required string InstitutionName { get; init; }

        public required Guid PaperId { get; init; }

        public required string Kind { get; init; }

        public required string Title { get; init; }

        public required DateOnly ExpiresOn { get; init; }

        public required int DaysBefore { get; init; }

        public required DateOnly WarnedOn { get; init; }
    }

    public static Task<Page<PaperWarningRow>> HandleAsync(
        Guid? institution, PageQuery page, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var open = db.Papers.AsNoTracking().Where(paper =>
            paper.EndedOn == null
            && paper.ExpiresOn >= today
            && !db.Papers.Any(next => next.InstitutionId == paper.InstitutionId && next.Series == paper.Series && next.Number > paper.Number));
        open = institution is null ? open : open.Where(paper => paper.InstitutionId == institution);
        return open
            .Join(db.Institutions.ConcernOf(http.Caller()), paper => paper.InstitutionId, body => body.Id, (paper, body) => new { paper, body.Name })
            .Join(
                db.PaperWarnings,
                held => held.paper.Id,
                warning => warning.PaperId,
                (held, warning) => new PaperWarningRow
                {
                    Id = warning.Id,
                    InstitutionId = warning.InstitutionId,
                    InstitutionName = held.Name,
                    PaperId = held.paper.Id,
                    Kind = held.paper.Kind,
                    Title = held.paper.Title,
                    ExpiresOn = warning.ExpiresOn,
                    DaysBefore = warning.DaysBefore,
                    WarnedOn = warning.WarnedOn,
                })
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);
    }
}
