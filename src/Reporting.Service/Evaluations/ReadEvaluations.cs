using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The evaluations that the caller may see.</summary>
internal static class ReadEvaluations
{
    private static readonly string[] Others = [.. InstitutionVisibility.Readers.Except([Roles.Expert])];

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/", ListAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("Lists evaluations, newest first");
        evaluations.MapGet("/{id:guid}", GetAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("One evaluation with its steps");
    }

    /// <summary>The evaluations that the caller reads: what others are to judge is none of an expert's business before its result is published.</summary>
    public static IQueryable<Evaluation> ReadableBy(this IQueryable<Evaluation> evaluations, Caller caller)
    {
        evaluations = evaluations.VisibleTo(caller);
        if (caller.IsAny(Others))
        {
            return evaluations;
        }

        var (organisation, subject) = (caller.Organisation, caller.Subject);
        return evaluations.Where(e => e.PublishedGrade != null || (organisation != null && e.ThirdPartyCode == organisation) || e.Sheets.Any(s => s.ExpertSubject == subject));
    }

    /// <summary>The evaluation behind <paramref name="id"/> for an edit that was based on the version <paramref name="seen"/>.</summary>
    public static async Task<Outcome<Evaluation>> FindForEditAsync(
        this IQueryable<Evaluation> evaluations, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var evaluation = await evaluations.Include(e => e.Institution).VisibleTo(caller).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (evaluation is null)
        {
            return NotFound(id);
        }

        return seen.Check(evaluation) is { } stale ? stale : evaluation;
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("evaluation", id, "绩效评价");

    private static async Task<Page<EvaluationView>> ListAsync(
        Guid? institution,
        string? code,
        int? year,
        Choice<EvaluationKind>? kind,
        Choice<EvaluationStatus>? status,
        bool? published,
        bool? scored,
        PageQuery page,
        ReportingDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (caller, onlyKind, onlyStatus) = (http.Caller(), kind?.Value, status?.Value);
        var evaluations = await db.Evaluations.AsNoTracking().Include(e => e.Institution).ReadableBy(caller)
            .Where(e => (institution == null || e.InstitutionId == institution)
                && (code == null || e.Institution.Organisation == code)
                && (year == null || e.Year == year)
                && (onlyKind == null || e.Kind == onlyKind)
                && (onlyStatus == null || e.Status == onlyStatus)
                && (scored == null || (e.ThirdPartyCode == null) == scored)
                // A result stands while its correction waits to be published.
                && (published == null || (e.PublishedGrade != null) == published))
            .ToPageAsync(page, e => e.Id, cancellationToken, newestFirst: true);
        return evaluations.Select(evaluation => EvaluationView.Of(evaluation, caller));
    }

    private static async Task<Answer<EvaluationDetail>> GetAsync(Guid id, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var evaluation = await db.Evaluations.AsNoTracking().Include(e => e.Institution).Include(e => e.Steps)
            .ReadableBy(caller).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        Outcome<EvaluationDetail> outcome = evaluation is null
            ? NotFound(id)
            : EvaluationDetail.Of(evaluation, await EvaluationBars.ReadAsync(evaluation, db, packs, caller, cancellationToken), caller);
        return outcome.ToHttp();
    }
}
