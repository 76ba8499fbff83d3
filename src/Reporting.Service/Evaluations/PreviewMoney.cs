using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>A body's money under the grade that is to be published. Amounts in fen.</summary>
internal sealed record MoneyLine(
    Guid EvaluationId,
    Guid InstitutionId,
    string InstitutionName,
    string Grade,
    long PaidFen,
    long? EntitledFen,
    long? ClawbackFen,
    long? EntitledBeforeFen,
    string? RefusedZh,
    string? RefusedEn);

/// <summary>What a round's grades come to in money.</summary>
/// <param name="Serves">Whether the evaluation serves as the review of the year's money (ZS-06); where it does not, its grades settle nothing.</param>
/// <param name="Answered">Whether Funding answered; without an answer the results may be published all the same.</param>
/// <param name="Items">The bodies that got money of the year.</param>
internal sealed record MoneyPreview(bool Serves, bool Answered, IReadOnlyList<MoneyLine> Items);

/// <summary>Before a round's grades are published: what they come to in money.</summary>
internal static class PreviewMoney
{
    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapGet("/{id:guid}/money-preview", HandleAsync)
        .RequireRoles(Roles.CityReviewer, Roles.Leader)
        .WithSummary("What the grades that wait for publication come to in money");

    private static async Task<Answer<MoneyPreview>> HandleAsync(
        Guid id, ReportingDb db, PackShelf packs, AskFunding funding, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var round = await db.EvaluationRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (round is null)
        {
            return ((Outcome<MoneyPreview>)ReadRounds.NotFound(id)).ToHttp();
        }

        var pack = await packs.RulingAsync(round.Programme, clock.Today, cancellationToken);
        if (!pack.EvaluationServes(round.Year) || Schemes.Known(pack, round.Scheme).NamesBodies)
        {
            return ((Outcome<MoneyPreview>)new MoneyPreview(false, true, [])).ToHttp();
        }

        var graded = await db.Evaluations.AsNoTracking().Include(e => e.Institution)
            .Where(e => e.RoundId == id && e.Status == EvaluationStatus.Graded).ToDictionaryAsync(e => e.InstitutionId, cancellationToken);
        var answer = graded.Count == 0
            ? []
            : await funding.PreviewAsync(round.Programme, round.Year, [.. graded.Values.Select(e => new AskFunding.Line(e.InstitutionId, e.Grade!))], cancellationToken);
        Outcome<MoneyPreview> outcome = new MoneyPreview(
            true, answer is not null, [.. (answer ?? []).Where(line => graded.ContainsKey(line.InstitutionId)).Select(line => Line(graded[line.InstitutionId], line))]);
        return outcome.ToHttp();
    }

    private static MoneyLine Line(Evaluation evaluation, GradeInMoney money) => new(
        evaluation.Id,
        evaluation.InstitutionId,
        evaluation.Institution.Name,
        money.Grade,
        money.PaidFen,
        money.EntitledFen,
        money.ClawbackFen,
        money.EntitledBeforeFen,
        money.RefusedZh,
        money.RefusedEn);
}
