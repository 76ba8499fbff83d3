using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
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

    /// <summary>A round with these evaluations and their sheets.</summary>
    /// <param name="round">The round.</param>
    /// <param name="evaluations">All its evaluations: places are among them all.</param>
    /// <param name="scheme">What the pack says of it.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="visible">Those that the caller sees; null where it sees all.</param>
    public static RoundDetail Detail(
        EvaluationRound round, IReadOnlyList<Evaluation> evaluations, PackEvaluation scheme, Caller caller, IReadOnlySet<Guid>? visible = null)
    {
        var all = evaluations.OrderBy(e => e.Institution.Name, StringComparer.Ordinal).Select(e => EvaluationView.Of(e, caller)).ToList();
        bool Sees(Guid id) => visible?.Contains(id) ?? true;
        var views = all.Where(view => Sees(view.Id)).ToList();
        var (arranges, scoring) = (caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor), scheme.Scoring);
        var staffed = evaluations.Any(e => e.Sheets.Count > 0);
        return new RoundDetail(
            View(round, [.. views.Select(view => view.Status)]),
            views,
            scheme,
            arranges ? [.. evaluations.SelectMany(e => e.Sheets.OrderBy(s => s.Id).Select(s => Progress(e, s)))] : [],
            arranges && scoring is not null ? [.. evaluations.Where(e => e.Status == EvaluationStatus.Due && Dispersion.Wanted(e, scoring) > 0).Select(e => e.Id)] : [],
            arranges && scoring is not null ? [.. evaluations.Where(e => staffed && e.Status == EvaluationStatus.Due && Dispersion.IsShort(e, scoring)).Select(e => e.Id)] : [],
            [.. Places(all).Where(place => Sees(place.EvaluationId))],
            arranges ? [.. round.Drawings.OrderBy(d => d.Id).Select(d => new DrawingView(d.EvaluationId, d.Seed, d.Pool, d.LeftOut, d.Drawn, d.At, d.ByName))] : [],
            Awaited: []);
    }

    /// <summary>The places of those that have a score: one more than there are better ones, so that equal ones share.</summary>
    public static IReadOnlyList<Place> Places(IReadOnlyList<EvaluationView> views)
    {
        var scored = views.Where(view => view.Score is not null).ToList();
        return [.. scored.Select(view => new Place(view.Id, 1 + scored.Count(other => other.Score > view.Score)))];
    }

    private static SheetProgress Progress(Evaluation evaluation, ScoreSheet sheet) => new(
        evaluation.Id,
        sheet.Id,
        sheet.ExpertName,
        sheet.OrganisationName ?? sheet.OrganisationCode,
        sheet.FirstSpread is not null,
        sheet.Status,
        sheet.RecusalGround,
        sheet.RecusalReason,
        evaluation.Status == EvaluationStatus.Due ? null : sheet.Total,
        sheet.Version);

    private static RoundView View(EvaluationRound round, IReadOnlyCollection<EvaluationStatus> statuses) => new(
        round.Id,
        round.Programme,
        round.Year,
        round.Scheme,
        new Label(round.TitleZh, round.TitleEn),
        round.Judge,
        round.ThirdPartyName,
        round.ThirdPartyCode,
        round.DocumentNumber,
        round.IndicatorSystem,
        round.IndicatorSystemFrom,
        round.OpenedOn,
        round.OpenedByName,
        statuses.Count,
        statuses.Count(status => status == EvaluationStatus.Due),
        statuses.Count(status => status == EvaluationStatus.Graded),
        statuses.Count(status => status == EvaluationStatus.Published),
        statuses.Count(status => status == EvaluationStatus.Closed),
        round.Version);

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
        var statuses = await db.Evaluations.ReadableBy(caller).Where(e => ids.Contains(e.RoundId))
            .GroupBy(e => new { e.RoundId, e.Status })
            .Select(group => new { group.Key.RoundId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return rounds.Select(round => View(
            round, [.. statuses.Where(s => s.RoundId == round.Id).SelectMany(s => Enumerable.Repeat(s.Status, s.Count))]));
    }

    private static async Task<IReadOnlyList<AwaitedBody>> AwaitedAsync(
        EvaluationRound round, PackEvaluation scheme, ReportingDb db, PackShelf packs, DateOnly today, CancellationToken cancellationToken)
    {
        var pack = await packs.RulingAsync(round.Programme, today, cancellationToken);
        var bodies = await db.EvaluatedAsync(pack, scheme, EvaluationRound.MembershipDay(round.Year, today), cancellationToken);
        return [.. bodies.OrderBy(body => body.Name, StringComparer.Ordinal).Select(body => new AwaitedBody(body.Id, body.Name, body.District))];
    }

    private static async Task<Answer<RoundDetail>> GetAsync(
        Guid id, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var round = await db.EvaluationRounds.AsNoTracking().Include(r => r.Drawings)
            .SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (round is null)
        {
            return ((Outcome<RoundDetail>)NotFound(id)).ToHttp();
        }

        var evaluations = await db.Evaluations.AsNoTracking().Include(e => e.Institution).Include(e => e.Sheets).AsSplitQuery()
            .Where(e => e.RoundId == id).ToListAsync(cancellationToken);
        var visible = await db.Evaluations.ReadableBy(caller).Where(e => e.RoundId == id).Select(e => e.Id).ToListAsync(cancellationToken);
        var scheme = await packs.SchemeAsync(round, cancellationToken);
        return ((Outcome<RoundDetail>)(Detail(round, evaluations, scheme, caller, visible.ToHashSet()) with
        {
            Awaited = round.IsDraft && caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor) ? await AwaitedAsync(round, scheme, db, packs, clock.Today, cancellationToken) : [],
        })).ToHttp();
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("evaluation round", id, "年度绩效评价");
}
