using Contracts.Refusals;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>Runs a calculation's steps, one line of the sheet each.</summary>
internal sealed class Calculator(Evaluator evaluator)
{
    internal Outcome<Calculation> Run(CalculationRule rule)
    {
        foreach (var step in rule.Steps)
        {
            if (Apply(step) is { } refusal)
            {
                return refusal;
            }
        }

        var result = evaluator.Figures[rule.Steps[^1].As].Figure;
        return new Calculation
        {
            Rule = rule.Name,
            Amount = result.Fen is { } fen ? Money.FromFen(fen) : null,
            Day = result.Day,
            Sheet = evaluator.Sheet.Build(),
        };
    }

    private Refusal? Apply(Step step)
    {
        switch (step)
        {
            case SumStep sum:
                Record(step, Figure.Of(Sum(sum.Of)), [.. sum.Of.SelectMany(evaluator.Listed)]);
                break;
            case LimitStep limit:
                Record(step, Figure.Of(Money.Min(evaluator.Money(limit.Of), evaluator.Money(limit.To))), [evaluator.Shown(limit.Of), evaluator.Shown(limit.To)]);
                break;
            case ExcessStep excess:
                Record(step, Figure.Of(evaluator.Money(excess.Of).Above(Sum(excess.Above))), [evaluator.Shown(excess.Of), .. excess.Above.Select(evaluator.Shown)]);
                break;
            case RateStep rate:
                Rate(rate);
                break;
            case CapStep cap:
                ApplyCap(cap);
                break;
            case TermStep term:
                return ApplyTerm(term);
            default:
                throw new InvalidOperationException($"There is no step '{step.GetType().Name}'.");
        }

        return null;
    }

    private void Rate(RateStep rate)
    {
        var parameter = evaluator.Parameter(rate.Parameter);
        // The key, not the label, names the ratio of a grade or category.
        var ratio = rate.By is null ? parameter.Value.Ratio!.Value : parameter.Value.Ratios![evaluator.Inputs.Find<string>(rate.By)!];
        SheetInput[] shown =
        [
            evaluator.Shown(rate.Of), .. rate.By is null ? (SheetInput[])[] : [evaluator.Shown(rate.By)], new SheetInput(parameter.Label, Figure.Of(ratio)),
        ];
        var result = Figure.Of(ratio.Part(evaluator.Money(rate.Of), rate.Rounding));
        evaluator.Set(rate.As, rate.Label, result);
        // The ratio's own source stands on the line: it is the figure that a reader will question.
        evaluator.Sheet.Line(rate.Label, parameter.Citation, result, rate.Rounding, shown);
    }

    private void ApplyCap(CapStep step)
    {
        var ceiling = evaluator.Parameter(step.Cap.Parameter);
        var free = Money.FromFen(ceiling.Value.AmountFen!.Value).Above(Sum(step.Cap.Used));
        Record(step, Figure.Of(Money.Min(evaluator.Money(step.Of), free)),
            [evaluator.Shown(step.Of), evaluator.Shown(step.Cap.Parameter), .. step.Cap.Used.Select(evaluator.Shown)]);
    }

    private Refusal? ApplyTerm(TermStep step)
    {
        var term = evaluator.Parameter(step.Parameter);
        var start = evaluator.Figures[step.From].Figure.Day!.Value;
        if (!FormCheck.IsPlausible(start))
        {
            return Refusal.BadInput(step.From, start, $"日期 {start:yyyy-MM-dd} 超出可计算的范围。", $"The day {start:yyyy-MM-dd} is out of range.");
        }

        var kind = evaluator.Pack.Find(step.Parameter)!.Kind;
        if (kind == ParameterKind.WorkingDays)
        {
            var calendars = evaluator.Inputs.Calendars ?? throw new InvalidOperationException($"'{evaluator.Rule.Name}' counts working days: give it the calendars.");
            if (!calendars.AddWorkingDays(start, term.Value.Number!.Value).Accepted(out var last, out var refusal))
            {
                return refusal;
            }

            Record(step, Figure.Of(last), [evaluator.Shown(step.From), evaluator.Shown(step.Parameter)]);
            return null;
        }

        var day = kind == ParameterKind.Period ? term.Value.Period!.Value.LastDay(start) : start.AddDays(term.Value.Number!.Value);
        Record(step, Figure.Of(day), [evaluator.Shown(step.From), evaluator.Shown(step.Parameter)]);
        return null;
    }

    private Money Sum(IEnumerable<string> names) => Evaluator.Sum(names.Select(evaluator.Money));

    private void Record(Step step, Figure result, IReadOnlyList<SheetInput> shown)
    {
        evaluator.Set(step.As, step.Label, result);
        evaluator.Sheet.Line(step.Label, step.Citation, result, null, shown);
    }
}
