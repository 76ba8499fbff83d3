using Contracts.Refusals;
using Contracts.Values;
using Funding.Clawbacks;
using Funding.Data;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>The parts in which a clawback is to be paid, and why.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Accelerates">Whether all of the rest falls due while a part is missed; as such plans usually say, unless it is denied.</param>
internal sealed record InstalmentProposal(IReadOnlyList<Instalment> Parts, string Reason, bool Accelerates = true);

/// <summary>Lets a clawback be paid in parts (分期缴款): together exactly what is outstanding, each with a day of its own.</summary>
internal static class PayInInstalments
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawbacks/{id:guid}/instalments", async (
            Guid id, InstalmentProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(
                inner => db.ProposeAsync(id, facts => Propose(request, facts, http.Caller().Signs(clock)), packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether the plan fits the case.</summary>
    public static Refusal? Decide(CaseFacts facts, IReadOnlyList<Instalment> parts)
    {
        if (facts.Rules.MostInstalments is not { } most)
        {
            return Proposing.NotOffered("clawback-instalments", "分期缴款", "payment in parts");
        }

        if (parts.Count < 2 || parts.Count > most.Value)
        {
            return Refusal.Conflict(
                    "instalments-count",
                    most.ClauseId,
                    $"分期为 2 至 {most.Value} 期，本次 {parts.Count} 期。",
                    $"A plan has 2 to {most.Value} parts; this one has {parts.Count}.")
                .With("parts", parts.Count).With("most", most.Value);
        }

        var days = parts.Select(part => part.DueOn).ToList();
        if (days[0] < facts.Rules.Today || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            return Refusal.BadInput(
                "parts", days[0], "各期期限须自今天起逐期推后。", "The days of the parts begin today at the earliest, each after the one before.");
        }

        var (sum, open) = (parts.Sum(part => part.AmountFen), facts.OpenFen);
        return open > 0 && sum == open
            ? null
            : Refusal.Conflict(
                    "instalments-differ",
                    most.ClauseId,
                    $"各期合计 {Money.FromFen(sum)} 元，须等于未缴金额 {Money.FromFen(open)} 元。",
                    $"The parts are {Money.FromFen(sum)} yuan together; they must be the {Money.FromFen(open)} that is outstanding.")
                .With("partsFen", sum).With("outstandingFen", open);
    }

    /// <summary>Sets the plan; the case is due by its next part from now on.</summary>
    public static Outcome<CalculationSheet> CarryOut(CarryOut act)
    {
        var (facts, plan) = (act.Facts!, act.Decision.Plan!);
        if (Decide(facts, plan.Parts) is { } refusal)
        {
            return refusal;
        }

        facts.Clawback.Plan = plan;
        facts.Clawback.Conclude(act.Today);
        act.Decision.Status = DecisionStatus.Done;
        var builder = facts.Rules.Pack.Sheet("分期缴款", "Payment in parts")
            .Line("未缴金额", "Outstanding", facts.Clawback.ClauseId, Figure.Of(Money.FromFen(facts.Clawback.OutstandingFen)));
        foreach (var (part, number) in plan.Parts.Select((part, i) => (part, i + 1)))
        {
            builder = builder.Line(
                $"第{number}期",
                $"Part {number}",
                facts.Rules.MostInstalments!.ClauseId,
                Figure.Of(Money.FromFen(part.AmountFen)),
                new SheetInput(new Label("缴款期限", "Due on"), Figure.Of(part.DueOn)));
        }

        return builder.Line("任一期逾期未缴清的", "If a part is missed", facts.Rules.MostInstalments!.ClauseId, Figure.Of(IfMissed(plan))).Build();
    }

    private static Label IfMissed(InstalmentPlan plan) => plan.Accelerates
        ? new Label("未缴余额立即全部到期；逾期各期补缴后，其余各期仍按期缴纳", "all of the rest is due at once; once the missed parts are paid the others are due on their days again")
        : new Label("仅该期逾期，其余各期仍按期缴纳", "that part alone is overdue, the others are due on their days");

    private static Outcome<ClawbackDecision> Propose(InstalmentProposal request, CaseFacts facts, Signature by)
    {
        if (request.Parts is not { Count: > 0 } parts || parts.Contains(null!))
        {
            return Refusal.BadInput("parts", null, "须填写各期，不得有空行。", "The parts are required, none of them empty.");
        }

        return Checks.First([.. parts.Select((part, i) => Checks.Amount($"parts[{i}].amountFen", part.AmountFen)), Checks.Text("reason", request.Reason)]) is { } wrong
            ? wrong
            : Decide(facts, parts) is { } refusal
                ? refusal
                : Proposing.On(facts.Clawback, DecisionKind.Instalments, facts.OpenFen, request.Reason, by) with { Plan = new InstalmentPlan(parts, request.Accelerates) };
    }
}
