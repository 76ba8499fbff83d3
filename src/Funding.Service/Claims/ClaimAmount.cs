using Contracts.Refusals;
using Contracts.Values;
using Funding.Rewards;
using Policies;
using Policies.Evaluation;

namespace Funding.Claims;

/// <summary>What a claim comes to: by the pack's calculation, by the year's decision on amounts, or by a decision of its own.</summary>
/// <param name="Due">In all.</param>
/// <param name="Paid">What of it is paid here; the rest is others' share.</param>
/// <param name="Sheet">How it comes to that.</param>
/// <param name="DecisionNumber">The document, or the claim's own number where the pack alone decides.</param>
internal sealed record ClaimAmount(Money Due, Money Paid, CalculationSheet Sheet, string DecisionNumber)
{
    /// <summary>The amount, more than nothing; or why there is none.</summary>
    public static Outcome<ClaimAmount> Of(
        OpenClaim open, IReadOnlyList<Money> accepted, Money used, RewardDecision? tariff, ClaimAssessment request, DateOnly today)
    {
        var found = open.Kind switch
        {
            { Calculation: not null } => Calculated(open, accepted, used, request, today),
            { Tariff: not null } => Fixed(open, tariff),
            _ => Decided(open, request, today),
        };
        return found.Accepted(out var amount, out var refused) ? NothingDue(open, amount) ?? (Outcome<ClaimAmount>)amount : refused;
    }

    private static Outcome<ClaimAmount> Calculated(OpenClaim open, IReadOnlyList<Money> accepted, Money used, ClaimAssessment request, DateOnly today)
    {
        var facts = new ClaimFacts(open.Claim.ReadAnswers(), accepted, used);
        return request.AmountFen is not null
            ? Refusal.BadInput("amountFen", request.AmountFen, "金额由政策计算得出，不能另填。", "The policy calculates the amount; it is not typed.")
            : open.Pack.Assess(open.Kind, facts, today).Accepted(out var calculation, out var refused)
                ? new ClaimAmount(calculation.Amount!.Value, calculation.Amount.Value, calculation.Sheet, request.DocumentNumber?.Trim() ?? open.Claim.Number!)
                : refused;
    }

    private static Outcome<ClaimAmount> Fixed(OpenClaim open, RewardDecision? tariff)
    {
        var (kind, clause) = (open.Kind, open.Kind.Citation.ClauseId);
        var answer = open.Claim.ReadAnswers().GetProperty(kind.Tariff!).GetString()!;
        if (tariff?.Amounts.Find(a => a.Key == answer) is not { } amount)
        {
            return Refusal.Conflict(
                    "amount-not-decided", clause, "本年度尚未决定该项金额，请先登记并复核金额决定。", "The year's amount for this is not decided yet; record and confirm the decision first.")
                .With("award", kind.Name).With("key", answer);
        }

        var due = Money.FromFen(amount.AmountFen);
        var option = kind.Fields.First(f => f.Name == kind.Tariff).Options.First(o => o.Key == answer).Label;
        var sheet = open.Pack.Sheet(kind.Label.Zh, kind.Label.En).Line(
            "年度金额决定",
            "The year's decision on amounts",
            clause,
            Figure.Of(due),
            new SheetInput(kind.Fields.First(f => f.Name == kind.Tariff).Label, Figure.Of(option)),
            new SheetInput(new Label("文号", "Document"), Figure.Of(tariff.DocumentNumber)));
        return new ClaimAmount(due, due, sheet.Build(), tariff.DocumentNumber);
    }

    private static Outcome<ClaimAmount> Decided(OpenClaim open, ClaimAssessment request, DateOnly today)
    {
        var wrong = Checks.First(
            Checks.Amount("amountFen", request.AmountFen ?? 0),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            request.DecidedOn is { } day ? Checks.NotInFuture("decidedOn", day, today) : Refusal.BadInput("decidedOn", null, "须填写决定文件的日期。", "The day of the decision is required."));
        if (wrong is not null)
        {
            return wrong;
        }

        var due = Money.FromFen(request.AmountFen!.Value);
        var sheet = open.Pack.Sheet(open.Kind.Label.Zh, open.Kind.Label.En).Line(
            "决定金额",
            "Amount decided",
            open.Kind.Citation.ClauseId,
            Figure.Of(due),
            new SheetInput(new Label("文号", "Document"), Figure.Of(request.DocumentNumber!.Trim())),
            new SheetInput(new Label("日期", "Dated"), Figure.Of(request.DecidedOn!.Value)));
        return new ClaimAmount(due, due, sheet.Build(), request.DocumentNumber.Trim());
    }

    // Nothing accepted, no room left, or a ratio that the bureau has not fixed yet: the sheet says which.
    private static Refusal? NothingDue(OpenClaim open, ClaimAmount amount) => amount.Due > Money.Zero
        ? null
        : Refusal.Conflict(
                "nothing-due",
                open.Kind.Citation.ClauseId,
                $"核算结果为 0 元（{Told(amount.Sheet, l => l.Zh)}），没有可支付的金额；请退回或不予支持并说明理由。",
                $"This comes to nothing ({Told(amount.Sheet, l => l.En)}); return or refuse the claim with the reason.")
            .With("sheet", amount.Sheet);

    private static string Told(CalculationSheet sheet, Func<Label, string> language) => string.Join(
        "; ",
        sheet.Lines.Select(line => $"{language(line.Label)} {language(line.Result.ToLabel())}" + string.Concat(line.Inputs.Where(i => i.Value.Kind == FigureKind.Ratio).Select(i => $" ({language(i.Value.ToLabel())})"))));
}
