using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Objections;

/// <summary>An objection with what it is about.</summary>
internal sealed record ObjectionView(
    Guid Id,
    Guid EvaluationId,
    string InstitutionName,
    string Programme,
    int Year,
    string Statement,
    DateOnly FiledOn,
    DateOnly LastDay,
    string FiledByName,
    ObjectionStatus Status,
    string? Decision,
    string? DocumentNumber,
    DateOnly? DecidedOn,
    string? DecidedByName,
    long Version) : IETagged
{
    public static ObjectionView Of(EvaluationObjection row, Evaluation evaluation) => new(
        row.Id,
        row.EvaluationId,
        evaluation.Institution.Name,
        evaluation.Programme,
        evaluation.Year,
        row.Statement,
        row.FiledOn,
        row.LastDay,
        row.FiledByName,
        row.Status,
        row.Decision,
        row.DocumentNumber,
        row.DecidedOn,
        row.DecidedByName,
        row.Version);
}

/// <summary>The objections of the bureau's evaluations; an operator's own alone.</summary>
internal static class ReadObjections
{
    /// <summary>Who reads what a body states against its result, and what the city made of it.</summary>
    public static readonly string[] Readers = [Roles.Operator, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder objections) => objections
        .MapGet("/", ListAsync)
        .RequireRoles(Readers)
        .WithSummary("Objections to results, newest first");

    public static Refusal NotFound(Guid id) => Refusal.NotFound("objection", id, "异议");

    /// <summary>Those of some evaluations whose published result is objected to, and the objection not decided.</summary>
    public static Task<HashSet<Guid>> UndecidedAsync(this ReportingDb db, IReadOnlyCollection<Guid> evaluations, CancellationToken cancellationToken) =>
        db.EvaluationObjections.Where(o => evaluations.Contains(o.EvaluationId) && o.Status == ObjectionStatus.Open)
            .Select(o => o.EvaluationId).ToHashSetAsync(cancellationToken);

    private static async Task<Page<ObjectionView>> ListAsync(
        Guid? evaluation, Choice<ObjectionStatus>? status, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, only) = (http.Caller(), status?.Value);
        var (jurisdiction, organisation) = (caller.Jurisdiction, caller.Is(Roles.Operator) ? caller.Organisation ?? "" : null);
        var found = await db.EvaluationObjections.AsNoTracking().Include(o => o.Evaluation).ThenInclude(e => e.Institution)
            .Where(o => o.Evaluation.Institution.Jurisdiction == jurisdiction
                && (organisation == null || o.Evaluation.Institution.Organisation == organisation)
                && (evaluation == null || o.EvaluationId == evaluation)
                && (only == null || o.Status == only))
            .ToPageAsync(page, o => o.Id, cancellationToken, newestFirst: true);
        return found.Select(o => ObjectionView.Of(o, o.Evaluation));
    }
}

/// <summary>The feature's endpoints, one file each.</summary>
internal static class ObjectionRoutes
{
    public static void MapObjections(this IEndpointRouteBuilder service)
    {
        FileObjection.Map(service.MapGroup("/evaluations").WithTags("Objections"));
        var objections = service.MapGroup("/evaluation-objections").WithTags("Objections");
        ReadObjections.Map(objections);
        DecideObjection.Map(objections);
    }
}
