using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Calendars;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Objections;

/// <summary>The body objects to its published result, within the days that the pack gives it.</summary>
internal static class FileObjection
{
    private const int Shortest = 10;
    private const int Longest = 5000;

    /// <summary>What it objects to, and why.</summary>
    internal sealed record Request(string Statement);

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations
        .MapPost("/{id:guid}/objections", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("Objects to a published result");

    /// <summary>The objection, or why there can be none.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="objected">Whether this publication was objected to before.</param>
    /// <param name="pack">The pack on the day of the publication.</param>
    /// <param name="calendars">The calendars, where the pack counts working days (P-3).</param>
    /// <param name="caller">Who objects.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<EvaluationObjection> Decide(Evaluation evaluation, string statement, bool objected, PolicyPack pack, CalendarLibrary calendars, Caller caller, DateTime now)
    {
        var (scheme, today) = (Schemes.Known(pack, evaluation.Scheme), BusinessClock.DayOf(now));
        var clause = scheme.Citation.ClauseId;
        if (evaluation.PublishedOn is not { } publishedOn)
        {
            return Refusal.Conflict("not-published", clause, "结果尚未公布。", "The result is not published yet.");
        }

        if (scheme.Objection is not { } parameter)
        {
            return Refusal.Conflict("no-objection", clause, "该项目没有评价结果异议的规定。", "This programme has no objection to a result.");
        }

        // P-2: the day of publication is not counted, the last one is wholly the body's.
        if (!pack.LastDay(parameter, publishedOn, calendars).Accepted(out var lastDay, out var uncounted))
        {
            return uncounted;
        }

        if (today > lastDay)
        {
            return Refusal.Conflict(
                    "objection-too-late",
                    pack.Parameters.First(term => term.Name == parameter).On(publishedOn)?.ClauseId ?? clause,
                    $"结果于 {publishedOn:yyyy-MM-dd} 公布，异议应于 {lastDay:yyyy-MM-dd} 前（含当日）提出。",
                    $"The result was published on {publishedOn:yyyy-MM-dd}; objections were in time until {lastDay:yyyy-MM-dd}.")
                .With("publishedOn", publishedOn).With("lastDay", lastDay).With("today", today);
        }

        if (objected)
        {
            return Refusal.Conflict("objected-already", clause, "对本次公布的结果已提出过异议。", "This result has been objected to already.");
        }

        return statement.Trim().Length is < Shortest or > Longest
            ? Refusal.BadInput("statement", statement.Length, $"请写明异议的事实和理由，{Shortest}至{Longest}个字。", $"State facts and reasons, in {Shortest} to {Longest} characters.")
            : new EvaluationObjection
            {
                Id = Guid.CreateVersion7(),
                EvaluationId = evaluation.Id,
                Publication = evaluation.Publications,
                Statement = statement.Trim(),
                FiledOn = today,
                LastDay = lastDay,
                FiledBySubject = caller.Subject,
                FiledByName = caller.Name,
            };
    }

    private static async Task<CreatedAnswer<ObjectionView>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<ObjectionView>(
            async ct =>
            {
                if (!(await db.Evaluations.FindForEditAsync(id, seen, caller, ct)).Accepted(out var evaluation, out var missing))
                {
                    return missing;
                }

                var pack = await packs.RulingAsync(evaluation.Programme, evaluation.PublishedOn ?? clock.Today, ct);
                var objected = await db.EvaluationObjections.AnyAsync(o => o.EvaluationId == id && o.Publication == evaluation.Publications, ct);
                if (!Decide(evaluation, request.Statement, objected, pack, await packs.CalendarsAsync(ct), caller, clock.UtcNow).Accepted(out var objection, out var refusal))
                {
                    return refusal;
                }

                // Whoever publishes a correction at the same moment has not seen the objection.
                evaluation.Version++;
                db.Add(objection);
                db.Add(EvaluationStep.Of(evaluation, EvaluationStep.Objected, null, objection.Statement, caller, clock.UtcNow));
                await db.NotifyAsync([ScoringNotices.Objected(evaluation, objection, pack.ClauseOf(evaluation), clock.UtcNow)], ct);
                await db.SaveChangesAsync(ct);
                return ObjectionView.Of(objection, evaluation);
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/reporting/evaluation-objections/{view.Id}");
    }
}
