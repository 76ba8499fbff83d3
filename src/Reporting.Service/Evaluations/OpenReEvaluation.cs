using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The city has a body evaluated again when its rectification is over (整改期满, ZS-19): once for each failed year.</summary>
internal static class OpenReEvaluation
{
    /// <summary>The commission.</summary>
    internal sealed record Request(Guid InstitutionId, string ThirdPartyName, string ThirdPartyCode, string DocumentNumber);

    public static void Map(IEndpointRouteBuilder reEvaluations) => reEvaluations
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Opens the re-evaluation of a body whose rectification is over");

    /// <summary>The re-evaluation, or why there can be none now.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="body">The body.</param>
    /// <param name="evaluations">Its evaluations of either kind.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="caller">Who opens.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<Evaluation> Decide(
        Request request, Institution body, IReadOnlyList<Evaluation> evaluations, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(PackQuestions.Rectification);
        if (!ThirdParty.Of(request.ThirdPartyName, request.ThirdPartyCode, request.DocumentNumber).Accepted(out var thirdParty, out var wrong))
        {
            return wrong;
        }

        if (CheckTerm(body, clause, BusinessClock.DayOf(now)) is { } early)
        {
            return early;
        }

        if (FailedYear(body, evaluations, pack) is not { } failed)
        {
            return Refusal.Conflict(
                "no-failed-evaluation", clause, "没有与本次整改对应的不合格评价。", "There is no failed evaluation behind this rectification.");
        }

        if (evaluations.Any(e => e.Kind == EvaluationKind.ReEvaluation && e.Year == failed))
        {
            return Refusal.Conflict(
                "re-evaluation-opened", clause, $"{failed}年度不合格的复评已经启动，不能重复启动。", $"The re-evaluation after the fail of {failed} has been opened already.")
                .With("year", failed);
        }

        return thirdParty.CheckRecusal([body], clause) is { } conflicted ? conflicted : Commission(body, failed, evaluations.First(e => e.Year == failed).Scheme, thirdParty, caller, now);
    }

    private static Refusal? CheckTerm(Institution body, string clause, DateOnly today)
    {
        if (body.Standing != Standings.UnderRectification || body.RectificationUntil is not { } until)
        {
            return Refusal.Conflict(
                "not-under-rectification",
                clause,
                $"“{body.Name}”不在整改期，无需复评。",
                $"'{body.Name}' is not under rectification; there is nothing to re-evaluate.").With("standing", body.Standing);
        }

        // ZS-19, P-2: the term's last day still belongs to the body.
        return today > until
            ? null
            : Refusal.Conflict(
                "rectification-not-over",
                clause,
                $"整改期至 {until:yyyy-MM-dd} 止，期满前不得复评；最早可于 {until.AddDays(1):yyyy-MM-dd} 启动。",
                $"The rectification runs until {until:yyyy-MM-dd}; the re-evaluation can be opened from {until.AddDays(1):yyyy-MM-dd}.")
                .With("rectificationUntil", until).With("firstDay", until.AddDays(1));
    }

    /// <summary>The failed year behind the running rectification: the last fail that was published before it began.</summary>
    private static int? FailedYear(Institution body, IReadOnlyList<Evaluation> evaluations, PolicyPack pack)
    {
        var failed = evaluations.Where(e => e.Kind == EvaluationKind.Yearly && pack.IsFail(e.PublishedGrade)).OrderByDescending(e => e.Year).ToList();
        return (failed.Find(e => e.PublishedOn <= body.StandingSince) ?? failed.FirstOrDefault())?.Year;
    }

    private static Evaluation Commission(Institution body, int year, string scheme, ThirdParty thirdParty, Caller caller, DateTime now)
    {
        var evaluation = new Evaluation
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = body.Id,
            Institution = body,
            Programme = body.Programme,
            Kind = EvaluationKind.ReEvaluation,
            Year = year,
            Scheme = scheme,
            ThirdPartyName = thirdParty.Name,
            ThirdPartyCode = thirdParty.Code,
            CommissionNumber = thirdParty.DocumentNumber,
        };
        evaluation.Steps.Add(EvaluationStep.Of(evaluation, EvaluationStep.Commissioned, null, thirdParty.DocumentNumber, caller, now));
        return evaluation;
    }

    private static async Task<CreatedAnswer<EvaluationView>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<EvaluationView>(
            async ct =>
            {
                var body = await db.Institutions.VisibleTo(caller).SingleOrDefaultAsync(i => i.Id == request.InstitutionId, ct);
                if (body is null)
                {
                    return Refusal.NotFound("institution", request.InstitutionId, "机构");
                }

                if (!(await packs.RulingWithAsync(body.Programme, PackQuestions.Rectification, caller, clock.Today, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var evaluations = await db.Evaluations.Where(e => e.InstitutionId == body.Id).ToListAsync(ct);
                if (!Decide(request, body, evaluations, pack, caller, clock.UtcNow).Accepted(out var evaluation, out var refusal))
                {
                    return refusal;
                }

                db.Add(evaluation);
                await db.SaveChangesAsync(ct);
                return EvaluationView.Of(evaluation, caller);
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/reporting/evaluations/{view.Id}");
    }
}
