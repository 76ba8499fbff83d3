using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>
/// The city opens a year's evaluation: one for each recognised body, or for each body that it names. A third party is commissioned (ZS-18),
/// or experts are appointed afterwards (EO-11).
/// </summary>
internal static class OpenRound
{
    private const int FirstYear = 2000;

    /// <summary>The round.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Year">The year evaluated; not a future one.</param>
    /// <param name="DocumentNumber">Number of the commissioning or ordering document.</param>
    /// <param name="ThirdPartyName">The third party's name; none where experts score.</param>
    /// <param name="ThirdPartyCode">Its social credit code.</param>
    /// <param name="Evaluation">The evaluation as the pack names it; by default that of the institutions.</param>
    /// <param name="Bodies">The bodies, where the pack has them named.</param>
    internal sealed record Request(
        string Programme,
        int Year,
        string DocumentNumber,
        string? ThirdPartyName = null,
        string? ThirdPartyCode = null,
        string? Evaluation = null,
        IReadOnlyList<NamedBodies.Line>? Bodies = null)
    {
        /// <summary>Who judges: the third party where one is named.</summary>
        internal EvaluationJudge Judge => ThirdPartyCode is null && ThirdPartyName is null ? EvaluationJudge.Experts : EvaluationJudge.ThirdParty;
    }

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Opens a year's evaluation of a programme's recognised bodies");

    /// <summary>The round and its evaluations, or why it cannot be opened.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="bodies">The bodies recognised on the round's day.</param>
    /// <param name="known">The year's round, where there is one; a draft is ordered.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="scheme">The evaluation that it has opened.</param>
    /// <param name="document">The indicator system in force, where the pack asks for one.</param>
    /// <param name="caller">Who opens.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<(EvaluationRound Round, IReadOnlyList<Evaluation> Evaluations)> Decide(
        Request request,
        IReadOnlyList<Institution> bodies,
        EvaluationRound? known,
        PolicyPack pack,
        PackEvaluation scheme,
        DocumentInForce? document,
        Caller caller,
        DateTime now)
    {
        var (clause, today) = (scheme.Citation.ClauseId, BusinessClock.DayOf(now));
        ThirdParty? thirdParty = null;
        if (request.Judge == EvaluationJudge.ThirdParty)
        {
            if (!ThirdParty.Of(request.ThirdPartyName ?? "", request.ThirdPartyCode ?? "", request.DocumentNumber).Accepted(out thirdParty, out var wrong))
            {
                return wrong;
            }
        }
        else if (ThirdParty.CheckNumber(request.DocumentNumber) is { } unnumbered)
        {
            return unnumbered;
        }

        if (!scheme.Judges.Contains(request.Judge))
        {
            return NotThatJudge(request, scheme);
        }

        if (known is { IsDraft: false })
        {
            return Refusal.Conflict(
                "round-opened", clause, $"{request.Year}年度绩效评价已经启动，不能重复启动。", $"The evaluation of {request.Year} has been opened already.")
                .With("year", request.Year);
        }

        if (bodies.Count == 0)
        {
            return Refusal.Conflict(
                "nobody-to-evaluate",
                clause,
                $"{EvaluationRound.MembershipDay(request.Year, today):yyyy-MM-dd} 没有已认定的单位，无需评价。",
                $"No body was recognised on {EvaluationRound.MembershipDay(request.Year, today):yyyy-MM-dd}; there is none to evaluate.")
                .With("year", request.Year);
        }

        if (thirdParty?.CheckRecusal(bodies, clause) is { } conflicted)
        {
            return conflicted;
        }

        var round = known ?? EvaluationRound.Draft(pack, scheme, request.Year, today);
        round.Order(request.Judge, thirdParty, request.DocumentNumber.Trim(), document, today, caller.SignedName());
        return (round, [.. bodies.Select(body => RoundMembers.Member(round, body, caller, now))]);
    }

    private static Refusal NotThatJudge(Request request, PackEvaluation scheme) => request.Judge == EvaluationJudge.Experts
        ? Refusal.BadInput(
            "thirdPartyCode", request.ThirdPartyCode, $"“{scheme.Label.Zh}”由第三方机构评价，请填写第三方机构。", $"A third party judges in the {scheme.Label.En}; name it.")
        : Refusal.Conflict(
            "judged-by-experts", scheme.Citation.ClauseId, $"“{scheme.Label.Zh}”由专家评分，不委托第三方。", $"Experts score in the {scheme.Label.En}; no third party is commissioned.");

    private static async Task<CreatedAnswer<RoundDetail>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, AskRegistry registry, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        // Another service is asked before the write begins, so that nothing is held while it answers.
        if (!(await FindDocumentAsync(request, packs, registry, caller, today, cancellationToken)).Accepted(out var found, out var none))
        {
            return ((Outcome<RoundDetail>)none).ToCreated(detail => detail.Round.Id.ToString());
        }
        var outcome = await db.WriteUniqueAsync<RoundDetail>(
            async ct =>
            {
                if (request.Year < FirstYear || request.Year > today.Year)
                {
                    return Refusal.BadInput(
                        "year", request.Year, $"评价年度应不晚于{today.Year}年。", $"The year evaluated must not be later than {today.Year}.");
                }

                var ruling = await packs.RulingWithAsync(request.Programme, PackQuestions.Evaluation, caller, today, ct);
                if (!ruling.Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                // P-6: a draft has no effect before its adoption. The bodies of a plan that has ended are evaluated on where a document orders
                // it; what falls due by itself ends with the plan.
                if (pack.Status == PackStatus.Draft && (await packs.InForceAsync(request.Programme, caller.Jurisdiction, today, ct)).Refusal is { } without)
                {
                    return without;
                }

                if (!pack.Scheme(request.Evaluation).Accepted(out var scheme, out var unnamed))
                {
                    return unnamed;
                }

                if (NamedBodies.Check(scheme, request.Bodies) is { } misnamed)
                {
                    return misnamed;
                }

                var known = await HeldAsync(db, pack, scheme, request.Year, ct);
                var bodies = scheme.NamesBodies
                    ? await db.NamedAsync(pack, scheme, request.Bodies!, ct)
                    : await db.EvaluatedAsync(pack, scheme, EvaluationRound.MembershipDay(request.Year, today), ct);
                if (!Decide(request, bodies, known, pack, scheme, found.Document, caller, clock.UtcNow).Accepted(out var decided, out var refusal))
                {
                    return refusal;
                }

                if (known is null)
                {
                    db.Add(decided.Round);
                }

                db.AddRange(decided.Evaluations);
                await db.SaveChangesAsync(ct);
                return ReadRounds.Detail(decided.Round, decided.Evaluations, scheme, caller);
            },
            cancellationToken);
        return outcome.ToCreated(detail => $"/api/reporting/evaluation-rounds/{detail.Round.Id}");
    }

    // The draft is held before its bodies are read: who is recognised at this moment is among them, or finds the round ordered and joins it.
    private static async Task<EvaluationRound?> HeldAsync(ReportingDb db, PolicyPack pack, PackEvaluation scheme, int year, CancellationToken cancellationToken)
    {
        var rounds = db.EvaluationRounds.Where(r => r.Programme == pack.Programme && r.Scheme == scheme.Name && r.Year == year);
        await rounds.HoldAsync(cancellationToken);
        return await rounds.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What Registry has in force; nothing where nothing is asked for, or where the request is refused anyway.</summary>
    private sealed record Found(DocumentInForce? Document);

    private static async Task<Outcome<Found>> FindDocumentAsync(
        Request request, PackShelf packs, AskRegistry registry, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingForAsync(request.Programme, caller, today, cancellationToken)).Accepted(out var pack, out _)
            || !pack.Procedure.Any(step => step.Kind == PackQuestions.Evaluation)
            || !pack.Scheme(request.Evaluation).Accepted(out var scheme, out _)
            || scheme.Document is null)
        {
            return new Found(null);
        }

        return (await registry.DocumentAsync(pack, scheme, today, cancellationToken)).Accepted(out var document, out var none) ? new Found(document) : none;
    }
}
