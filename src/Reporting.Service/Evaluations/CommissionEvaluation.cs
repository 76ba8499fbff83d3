using Contracts.Refusals;
using Packs;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The city gives one body's evaluation to another third party, because the first has to stand back or gave it up (ZS-18).</summary>
internal static class CommissionEvaluation
{
    /// <summary>The commission.</summary>
    internal sealed record Request(string ThirdPartyName, string ThirdPartyCode, string DocumentNumber);

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations
        .MapPost("/{id:guid}/commission", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Gives an evaluation to another third party");

    /// <summary>The third party that takes over, or why it may not.</summary>
    public static Outcome<ThirdParty> Decide(Evaluation evaluation, Request request, string clause)
    {
        if (evaluation.Status != EvaluationStatus.Due)
        {
            return Refusal.Conflict(
                "evaluation-not-due",
                clause,
                "只有尚未提出等次的评价才能改由其他第三方机构承担。",
                "Only an evaluation that nobody has graded yet can be given to another third party.").With("status", evaluation.Status);
        }

        if (evaluation.IsScored)
        {
            return Refusal.Conflict("judged-by-experts", clause, "该评价由专家评分，不委托第三方。", "Experts score in this evaluation; no third party is commissioned.");
        }

        if (!ThirdParty.Of(request.ThirdPartyName, request.ThirdPartyCode, request.DocumentNumber).Accepted(out var thirdParty, out var wrong))
        {
            return wrong;
        }

        return thirdParty.CheckRecusal([evaluation.Institution], clause) is { } conflicted ? conflicted : thirdParty;
    }

    private static async Task<Answer<EvaluationView>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<EvaluationView>>(
            async ct =>
            {
                if (!(await db.Evaluations.FindForEditAsync(id, seen, caller, ct)).Accepted(out var evaluation, out var missing))
                {
                    return missing;
                }

                var pack = await packs.RulingAsync(evaluation.Programme, clock.Today, ct);
                if (!Decide(evaluation, request, pack.ClauseOf(evaluation)).Accepted(out var thirdParty, out var refusal))
                {
                    return refusal;
                }

                (evaluation.ThirdPartyName, evaluation.ThirdPartyCode) = (thirdParty.Name, thirdParty.Code);
                evaluation.CommissionNumber = thirdParty.DocumentNumber;
                db.Add(EvaluationStep.Of(evaluation, EvaluationStep.Commissioned, null, thirdParty.DocumentNumber, caller, clock.UtcNow));
                await db.SaveChangesAsync(ct);
                return EvaluationView.Of(evaluation, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
