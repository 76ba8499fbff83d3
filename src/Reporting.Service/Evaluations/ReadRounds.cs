using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The rounds of the caller's bureau, and one with the evaluations that the caller may see.</summary>
internal static class ReadRounds
{
    public static void Map(IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/", ListAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("Lists the rounds of evaluation, newest first");
        rounds.MapGet("/{id:guid}", GetAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("A round with its evaluations");
    }

    /// <summary>A round with these evaluations.</summary>
    public static RoundDetail Detail(EvaluationRound round, IReadOnlyList<Evaluation> evaluations, Caller caller)
    {
        var views = evaluations.OrderBy(e => e.Institution.Name, StringComparer.Ordinal).Select(e => EvaluationView.Of(e, caller)).ToList();
        return new RoundDetail(View(round, [.. views.Select(view => view.Status)]), views);
    }

    private static RoundView View(EvaluationRound round, IReadOnlyCollection<EvaluationStatus> statuses) => new(
        round.Id,
        round.Programme,
        round.Year,
        round.ThirdPartyName,
        round.ThirdPartyCode,
        round.DocumentNumber,
        round.OpenedOn,
        round.OpenedByName,
        statuses.Count,
        statuses.Count(status => status == EvaluationStatus.Due),
        statuses.Count(status => status == EvaluationStatus.Graded),
        statuses.Count(status => status == EvaluationStatus.Published),
        statuses.Count(status => status == EvaluationStatus.Closed));

    private static async Task<Page<RoundView>> ListAsync(
        string? programme, int? year, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var rounds = await db.EvaluationRounds.AsNoTracking()
            .Where(r => r.Jurisdiction == caller.Jurisdiction
                && (programme == null || r.Programme == programme)
                && (year == null || r.Year == year))
            .ToPageAsync(page, r => r.Id, cancellationToken, newestFirst: true);
        var ids = rounds.Items.Select(r => (Guid?)r.Id).ToList();
        var statuses = await db.Evaluations.VisibleTo(caller).Where(e => ids.Contains(e.RoundId))
            .GroupBy(e => new { e.RoundId, e.Status })
            .Select(group => new { group.Key.RoundId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return rounds.Select(round => View(
            round, [.. statuses.Where(s => s.RoundId == round.Id).SelectMany(s => Enumerable.Repeat(s.Status, s.Count))]));
    }

    private static async Task<Answer<RoundDetail>> GetAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var round = await db.EvaluationRounds.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (round is null)
        {
            return ((Outcome<RoundDetail>)NotFound(id)).ToHttp();
        }

        var evaluations = await db.Evaluations.AsNoTracking().Include(e => e.Institution).VisibleTo(caller)
            .Where(e => e.RoundId == id).ToListAsync(cancellationToken);
        return ((Outcome<RoundDetail>)Detail(round, evaluations, caller)).ToHttp();
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("evaluation round", id, "年度绩效评价");
}
