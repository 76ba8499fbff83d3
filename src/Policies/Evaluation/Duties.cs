namespace Policies.Evaluation;

/// <summary>Evaluates grounds and cycles.</summary>
internal static class Duties
{
    internal static ProposedMeasure Establish(PolicyPack pack, Ground ground, DateOnly decidedOn)
    {
        var start = new SheetInput(new Label("决定日", "day of the decision"), Figure.Of(decidedOn));
        var sheet = pack.Sheet(ground.Label.Zh, ground.Label.En).Line(ground.Label, ground.Citation, Figure.Of(ground.Measure), null, [start]);
        if (ground.Term is null)
        {
            return new ProposedMeasure(ground, decidedOn, null, null, sheet.Build());
        }

        var term = pack.Period(ground.Term, decidedOn);
        var last = term.Value.LastDay(decidedOn);
        sheet.Line(term, Figure.Of(last), start, new SheetInput(term.Label, Figure.Of(term.Value.ToLabel())));
        return new ProposedMeasure(ground, decidedOn, last, last.AddDays(1), sheet.Build());
    }

    internal static IReadOnlyList<Round> Rounds(PolicyPack pack, Cycle cycle, int year)
    {
        var months = cycle.Every switch { Frequency.Year => 12, Frequency.HalfYear => 6, Frequency.Quarter => 3, _ => 1 };
        var spans = Enumerable.Range(1, 12 / months).Select(number => (Number: number, To: new DateOnly(year, 1, 1).AddMonths(number * months).AddDays(-1)));
        // What was over before the pack began to rule was never asked for.
        return [.. spans.Where(span => span.To >= pack.From).Select(span =>
            new Round(span.Number, span.To.AddDays(1).AddMonths(-months), span.To, DueOn(pack, cycle, span.To)))];
    }

    private static DateOnly DueOn(PolicyPack pack, Cycle cycle, DateOnly end) =>
        pack.Find(cycle.Due)!.Kind == ParameterKind.Period
            ? pack.Period(cycle.Due, end).Value.LastDay(end)
            : end.AddDays(pack.Days(cycle.Due, end).Value);
}
