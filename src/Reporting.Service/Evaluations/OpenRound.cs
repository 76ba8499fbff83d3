using Contracts.Refusals;
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

/// <summary>The city opens a year's evaluation and commissions the third party (ZS-18): one evaluation for each recognised body.</summary>
internal static class OpenRound
{
    private const int FirstYear = 2000;

    /// <summary>The round.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Year">The year evaluated; not a future one.</param>
    /// <param name="ThirdPartyName">The third party's name.</param>
    /// <param name="ThirdPartyCode">Its social credit code.</param>
    /// <param name="DocumentNumber">Number of the commissioning document.</param>
    internal sealed record Request(string Programme, int Year, string ThirdPartyName, string ThirdPartyCode, string DocumentNumber);

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Opens a year's evaluation of a programme's recognised bodies");

    /// <summary>The round and its evaluations, or why it cannot be opened.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="bodies">The bodies recognised on the round's day.</param>
    /// <param name="opened">Whether the year's round is open already.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="caller">Who opens.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<(EvaluationRound Round, IReadOnlyList<Evaluation> Evaluations)> Decide(
        Request request, IReadOnlyList<Institution> bodies, bool opened, PolicyPack pack, Caller caller, DateTime now)
    {
        var (clause, today) = (pack.ClauseOf(PackQuestions.Evaluation), BusinessClock.DayOf(now));
        if (!ThirdParty.Of(request.ThirdPartyName, request.ThirdPartyCode, request.DocumentNumber).Accepted(out var thirdParty, out var wrong))
        {
            return wrong;
        }

        if (opened)
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

        if (thirdParty.CheckRecusal(bodies, clause) is { } conflicted)
        {
            return conflicted;
        }

        var round = new EvaluationRound
        {
            Id = Guid.CreateVersion7(),
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Year = request.Year,
            ThirdPartyName = thirdParty.Name,
            ThirdPartyCode = thirdParty.Code,
            DocumentNumber = thirdParty.DocumentNumber,
            OpenedOn = today,
            OpenedByName = caller.Name,
        };
        return (round, [.. bodies.Select(body => RoundMembers.Member(round, body, caller, now))]);
    }

    private static async Task<CreatedAnswer<RoundDetail>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
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

                var opened = await db.EvaluationRounds.AnyAsync(r => r.Programme == pack.Programme && r.Year == request.Year, ct);
                var bodies = await db.Institutions.Include(i => i.Standings)
                    .Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction)
                    .WithStandingOn(EvaluationRound.MembershipDay(request.Year, today), StandingOn.Recognised)
                    .OrderBy(i => i.Id)
                    .ToListAsync(ct);
                if (!Decide(request, bodies, opened, pack, caller, clock.UtcNow).Accepted(out var decided, out var refusal))
                {
                    return refusal;
                }

                db.Add(decided.Round);
                db.AddRange(decided.Evaluations);
                await db.SaveChangesAsync(ct);
                return ReadRounds.Detail(decided.Round, decided.Evaluations, caller);
            },
            cancellationToken);
        return outcome.ToCreated(detail => $"/api/reporting/evaluation-rounds/{detail.Round.Id}");
    }
}
