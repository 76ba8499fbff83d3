using Policies;
using Policies.Evaluation;
using Registry.Packs;

namespace Registry.Sanctions;

/// <summary>How long what a ground brings about lasts, with the sheet that explains it.</summary>
internal sealed record SanctionTerm(DateOnly? LastDay, CalculationSheet Sheet)
{
    private const string DayAfterPublication = "day-after-publication";

    public static SanctionTerm Of(PolicyPack pack, Ground ground, DateOnly foundOn, DateOnly decidedOn)
    {
        // ZS-19: the year to put things right runs from where the pack says; a ban always from the decision (ZS-20, ZS-22).
        var start = ground.Measure == SanctionMeasures.Rectification ? pack.ChoicesOrNone(PackParameters.RectificationFrom, decidedOn) : null;
        if (start is null || ground.Term is null || !start.Value.Contains(DayAfterPublication, StringComparer.Ordinal))
        {
            var measure = pack.Establish(ground.Name, decidedOn);
            return new SanctionTerm(measure.LastDay, measure.Sheet);
        }

        var term = pack.Period(ground.Term, decidedOn);
        var last = term.Value.LastDay(foundOn);
        var published = new SheetInput(new Label("结果公布日", "day of publication"), Figure.Of(foundOn));
        var sheet = pack.Sheet(ground.Label.Zh, ground.Label.En)
            .Line(start, Figure.Of(foundOn.AddDays(1)), published)
            .Line(term, Figure.Of(last), published, new SheetInput(term.Label, Figure.Of(term.Value.ToLabel())));
        return new SanctionTerm(last, sheet.Build());
    }
}
