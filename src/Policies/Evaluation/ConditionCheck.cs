using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Contracts.Refusals;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>Tests a condition. Every leaf is tested, also where the answer is already known, so that the sheet shows them all.</summary>
internal sealed class ConditionCheck(Evaluator evaluator)
{
    internal Outcome<Calculation> Run(ConditionRule rule)
    {
        var (met, message) = Try(rule);
        return !met && rule.Effect != Effect.Flag
            ? Refused(rule, message)
            : new Calculation { Rule = rule.Name, Met = met, Message = met ? null : message, Sheet = evaluator.Sheet.Build() };
    }

    internal Finding Examine(ConditionRule rule)
    {
        var (met, message) = Try(rule);
        var verdict = (met, rule.Effect) switch
        {
            (true, Effect.Judge) or (false, Effect.Flag) => Verdict.NeedsPerson,
            (true, _) => Verdict.Met,
            _ => Verdict.NotMet,
        };
        return new Finding(rule.Name, rule.Label, rule.Citation, verdict, met ? null : message, evaluator.Sheet.Build());
    }

    private (bool Met, Label Message) Try(ConditionRule rule)
    {
        var met = IsMet(rule.Test);
        if (rule.Test is AllTest or AnyTest)
        {
            evaluator.Sheet.Line(rule.Label, rule.Citation, Figure.Of(met), null, []);
        }

        return (met, new Label(Fill(rule.Message.Zh, l => l.Zh), Fill(rule.Message.En, l => l.En)));
    }

    private bool IsMet(Test test) => test switch
    {
        AllTest all => all.Parts.Select(IsMet).ToList().TrueForAll(m => m),
        AnyTest any => any.Parts.Select(IsMet).ToList().Exists(m => m),
        FlagTest flag => TestFlag(flag),
        GivenTest given => Line(evaluator.Rule.Label, evaluator.Rule.Citation, IsGiven(given.Name), given.Name),
        AbsentTest absent => Line(evaluator.Rule.Label, evaluator.Rule.Citation, !IsGiven(absent.Name), absent.Name),
        SameTest same => TestSame(same),
        IncludesTest includes => TestIncludes(includes),
        ElapsedTest elapsed => TestElapsed(elapsed),
        WithinTest within => TestWithin(within),
        ShareTest share => TestShare(share),
        SumTest sum => TestSum(sum),
        ChosenTest chosen => TestChosen(chosen),
        CapTest cap => TestCap(cap),
        CompareTest compare => TestCompare(compare),
        _ => throw new InvalidOperationException($"There is no test '{test.GetType().Name}'."),
    };

    private bool TestFlag(FlagTest test)
    {
        var citation = Known(test.Name) ?? evaluator.Rule.Citation;
        var (label, figure) = evaluator.Figures[test.Name];
        return Line(label, citation, figure.Flag == test.Wanted, test.Name);
    }

    private bool IsGiven(string name) =>
        evaluator.Inputs.Has(name) && (!evaluator.Inputs.Is(name, out string? text) || !string.IsNullOrWhiteSpace(text));

    private bool TestSame(SameTest test)
    {
        var met = IsGiven(test.Name) && string.Equals(Text(test.Name), Text(test.As), StringComparison.OrdinalIgnoreCase);
        return Line(evaluator.Rule.Label, evaluator.Rule.Citation, met, test.Name, test.As);

        string? Text(string name) => evaluator.Inputs.Find<string>(name)?.Trim();
    }

    private bool TestIncludes(IncludesTest test)
    {
        var given = evaluator.Inputs.Find<ImmutableArray<string>>(test.Name) is { IsDefault: false } texts ? texts : [];
        var met = test.AllOf.All(given.Contains) && (test.AnyOf.Count == 0 || test.AnyOf.Any(given.Contains)) && !test.NoneOf.Any(given.Contains);
        return Line(evaluator.Rule.Label, evaluator.Rule.Citation, met, test.Name);
    }

    private bool TestElapsed(ElapsedTest test)
    {
        var days = evaluator.Inputs.Is(test.Since, out DateOnly day) ? [day]
            : evaluator.Inputs.Has(test.Since) ? evaluator.Inputs.Find<ImmutableArray<DateOnly>>(test.Since) : [];
        // A list without days has nothing that could still run; a single day that is not given has not begun to.
        var begun = days.Length > 0 || evaluator.Rule.Inputs.Any(i => i.Name == test.Since && i.Type == InputType.Days);
        var on = evaluator.Inputs.On(evaluator.Pack.Find(test.Period)!.ReferenceDay);
        var period = evaluator.Parameter(test.Period);
        // P-2: the period's last day still belongs to it.
        var met = begun && days.All(d => period.Value.Period!.Value.LastDay(d) < on);
        evaluator.Set("reference-day", new Label("审查日", "day of the examination"), Figure.Of(on));
        return Line(period.Label, period.Citation, met, test.Since, test.Period, "reference-day");
    }

    private bool TestWithin(WithinTest test)
    {
        var on = evaluator.Inputs.On(evaluator.Pack.Find(test.Period)!.ReferenceDay);
        var period = evaluator.Parameter(test.Period);
        evaluator.Set("reference-day", new Label("审查日", "day of the examination"), Figure.Of(on));
        var by = test.By is null ? on : evaluator.Inputs.Is(test.By, out DateOnly given) ? given : (DateOnly?)null;
        var met = evaluator.Inputs.Is(test.Since, out DateOnly since) && by <= period.Value.Period!.Value.LastDay(since);
        return Line(period.Label, period.Citation, met, test.Since, test.Period, test.By ?? "reference-day");
    }

    private bool TestShare(ShareTest test)
    {
        var ratio = evaluator.Parameter(test.Ratio);
        var (part, whole) = (evaluator.Figures[test.Part].Figure.Fen, evaluator.Figures[test.Whole].Figure.Fen);
        // Without rounding: part ÷ whole compares to numerator ÷ denominator as part × denominator does to whole × numerator.
        var met = part is { } p && whole is { } w
            && Holds(test.Comparison, ((BigInteger)p * ratio.Value.Ratio!.Value.Denominator).CompareTo((BigInteger)w * ratio.Value.Ratio.Value.Numerator));
        return Line(ratio.Label, ratio.Citation, met, test.Part, test.Whole, test.Ratio);
    }

    private bool TestSum(SumTest test)
    {
        var parts = test.Of.Select(name => evaluator.Figures[name].Figure.Fen).ToList();
        var met = parts.TrueForAll(part => part is not null) && evaluator.Figures[test.To].Figure.Fen is { } to && Holds(test.Comparison, parts.Sum()!.Value.CompareTo(to));
        return Line(evaluator.Rule.Label, evaluator.Rule.Citation, met, [.. test.Of, test.To]);
    }

    private bool TestChosen(ChosenTest test)
    {
        var parameter = evaluator.Parameter(test.Parameter);
        return Line(parameter.Label, parameter.Citation, parameter.Value.Choices!.Contains(test.Word, StringComparer.Ordinal), test.Parameter);
    }

    private bool TestCap(CapTest test)
    {
        var ceiling = evaluator.Parameter(test.Cap.Parameter);
        var used = Evaluator.Sum(test.Cap.Used.Select(evaluator.Money));
        var free = Money.FromFen(ceiling.Value.AmountFen!.Value).Above(used);
        evaluator.Set("remaining", new Label("剩余额度", "remaining"), Figure.Of(free));
        return Line(ceiling.Label, ceiling.Citation, evaluator.Money(test.Adding) <= free, [test.Cap.Parameter, .. test.Cap.Used, "remaining", test.Adding]);
    }

    private bool TestCompare(CompareTest test)
    {
        var citation = Known(test.Right) ?? evaluator.Rule.Citation;
        var met = test.Comparison switch
        {
            Comparison.OneOf => Pack(test.Right).Choices!.Contains(evaluator.Inputs.Find<string>(test.Left) ?? "", StringComparer.Ordinal),
            Comparison.Like => NameForm.Matches(Pack(test.Right).Text!, evaluator.Inputs.Find<string>(test.Left)),
            Comparison.Unlike => !NameForm.Matches(Pack(test.Right).Text!, evaluator.Inputs.Find<string>(test.Left)),
            // A comparison with what is not given does not hold.
            var order => Order(evaluator.Figures[test.Left].Figure) is { } left && Order(evaluator.Figures[test.Right].Figure) is { } right && Holds(order, left.CompareTo(right)),
        };
        return Line(evaluator.Rule.Label, citation, met, test.Left, test.Right);
    }

    private static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.Below => order < 0,
        Comparison.AtMost => order <= 0,
        Comparison.Equal => order == 0,
        Comparison.AtLeast => order >= 0,
        _ => order > 0,
    };

    private static long? Order(Figure figure) => figure.Fen ?? figure.Number ?? figure.Day?.DayNumber;

    private ParameterValue Pack(string name) => evaluator.Parameter(name).Value;

    /// <summary>The citation of a parameter; null where the name is an input.</summary>
    private Citation? Known(string name) => evaluator.Pack.Find(name) is null ? null : evaluator.Parameter(name).Citation;

    private bool Line(Label label, Citation citation, bool met, params IReadOnlyList<string> names)
    {
        evaluator.Sheet.Line(label, citation, Figure.Of(met), null, [.. names.Where(evaluator.Figures.ContainsKey).Select(evaluator.Shown)]);
        return met;
    }

    private string Fill(string template, Func<Label, string> language)
    {
        var text = new StringBuilder(template);
        foreach (var (name, (_, figure)) in evaluator.Figures)
        {
            text.Replace("{" + name + "}", language(figure.ToLabel()));
        }

        return text.ToString();
    }

    private Refusal Refused(ConditionRule rule, Label message)
    {
        var refusal = Refusal.Conflict(rule.Code, rule.Citation.ClauseId, message.Zh, message.En);
        return evaluator.Figures.Aggregate(refusal, (r, f) => r.With(InputName(f.Key, f.Value.Figure.Kind), f.Value.Figure.ToInput()))
            .With("quote", rule.Citation.Quote).With("packHash", evaluator.Pack.Hash);
    }

    private static string InputName(string name, FigureKind kind)
    {
        var words = name.Split('-');
        var camel = words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));
        return kind == FigureKind.Money ? camel + "Fen" : camel;
    }
}
