using System.Globalization;
using Policies;
using Reporting.Packs;
using Reporting.Registers;

namespace Reporting.Targets;

/// <summary>A body that counts towards a target.</summary>
internal sealed record CountedBody(Guid InstitutionId, string InstitutionName, string District, string Category, string Standing, DateOnly? RecognisedOn);

/// <summary>A key field and the recognised bodies in it.</summary>
internal sealed record FieldCoverage(string Key, Label Label, bool Covered, IReadOnlyList<CountedBody> Bodies);

/// <summary>A year of a target.</summary>
/// <param name="Year">The year.</param>
/// <param name="Plan">What is wanted by its end: the document's in the target's own year, otherwise the bureau's plan; null where there is none.</param>
/// <param name="Actual">What was reached; null where nothing is recorded.</param>
/// <param name="Reached">Whether the plan was reached; null where one of both is missing.</param>
/// <param name="Interim">Whether the year is not over, and its actual that of the day.</param>
/// <param name="FigureId">The recorded figure behind the actual.</param>
internal sealed record TargetYear(int Year, FigureView? Plan, FigureView? Actual, bool? Reached, bool Interim, Guid? FigureId);

/// <summary>A district's part in a target on the day.</summary>
internal sealed record DistrictFigure(string District, int? Year, FigureView Actual);

/// <summary>A target with what has been reached, and the list behind the figure.</summary>
/// <param name="Name">The target's name in the pack.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="By">The day it is measured on.</param>
/// <param name="Aim">Whether it is an aim and not a duty.</param>
/// <param name="Wanted">What is wanted: <c>100 %</c>, <c>5</c>.</param>
/// <param name="Actual">What has been reached, as the exact fraction <c>2/3</c> or number; null where nothing is recorded.</param>
/// <param name="Reached">How many count; of <paramref name="Of"/> where it is a ratio.</param>
/// <param name="Of">The whole of a ratio; null for a number.</param>
/// <param name="Met">Whether it is met on the day; null where too little is recorded to tell.</param>
/// <param name="Fields">The key fields, where the target is about them.</param>
/// <param name="Bodies">The bodies that count.</param>
/// <param name="Key">Under which its figures are recorded: itself, or its series.</param>
/// <param name="District">The city or district that is looked at; null = the whole jurisdiction.</param>
/// <param name="Task">The task whose milestone it is.</param>
/// <param name="Strict">Whether it is to be exceeded, and not merely met.</param>
/// <param name="Kind">What its figures are: <c>count</c>, <c>amount</c>, <c>ratio</c>.</param>
/// <param name="Decimals">The decimals of a recorded count.</param>
/// <param name="Growth">Whether its ratio is a growth.</param>
/// <param name="Counted">Whether the platform counts it; otherwise the city records it.</param>
/// <param name="ActualYear">The year that the actual is of, where it was recorded, or counted at the target's own day.</param>
/// <param name="Years">Plan and actual, year by year.</param>
/// <param name="Forecast">Where it is heading; null with fewer than two years.</param>
/// <param name="Districts">The districts' parts.</param>
/// <param name="Register">The register that it is counted on, where that is not the one of institutions.</param>
/// <param name="RegisterLink">Path of the console's list of the entries that are counted; null where it counts none.</param>
internal sealed record TargetView(
    string Name,
    Label Label,
    Citation Citation,
    DateOnly By,
    bool Aim,
    string Wanted,
    string? Actual,
    int? Reached,
    int? Of,
    bool? Met,
    IReadOnlyList<FieldCoverage> Fields,
    IReadOnlyList<CountedBody> Bodies,
    string Key,
    string? District,
    string? Task,
    bool Strict,
    string Kind,
    int Decimals,
    bool Growth,
    bool Counted,
    int? ActualYear,
    IReadOnlyList<TargetYear> Years,
    ForecastView? Forecast,
    IReadOnlyList<DistrictFigure> Districts,
    string? Register,
    string? RegisterLink);

/// <summary>How many bodies of a category in a district were recognised on a day.</summary>
internal sealed record Tally(string Category, string District, int Count);

/// <summary>What is known of a programme's targets on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="District">The one district that is asked about; null = all.</param>
/// <param name="Recognised">The bodies recognised on the day.</param>
/// <param name="YearEnds">The tallies at the end of each year, of the running one on the day.</param>
/// <param name="Figures">The last version of each recorded figure up to the day's year.</param>
internal sealed record TargetFacts(
    DateOnly Day,
    string? District,
    IReadOnlyList<CountedBody> Recognised,
    IReadOnlyDictionary<int, IReadOnlyList<Tally>> YearEnds,
    IReadOnlyCollection<TargetFigure> Figures)
{
    /// <summary>The bodies recognised on the days before it on which targets were due.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<CountedBody>> Then { get; init; } = new Dictionary<DateOnly, IReadOnlyList<CountedBody>>();

    /// <summary>The entries of other registers that targets count.</summary>
    public RegisterFacts Register { get; init; } = RegisterFacts.None;

    /// <summary>What is known on a day, with those years before it alone at whose ends targets were due: enough to tell where each target stands.</summary>
    public static TargetFacts OnDay(
        DateOnly day, IReadOnlyList<CountedBody> recognised, IReadOnlyCollection<TargetFigure> figures, IReadOnlyDictionary<int, IReadOnlyList<Tally>>? before = null) => new(
        day,
        null,
        recognised,
        new Dictionary<int, IReadOnlyList<Tally>>(before ?? new Dictionary<int, IReadOnlyList<Tally>>())
        {
            [day.Year] = [.. recognised.GroupBy(body => (body.Category, body.District)).Select(same => new Tally(same.Key.Category, same.Key.District, same.Count()))],
        },
        figures);
}

/// <summary>Measures a programme's targets (ZS-02, EO-01, EI-01, HB-01): what the register can tell is counted, the rest is as recorded. Pure.</summary>
internal static class TargetMeasure
{
    private static readonly DateOnly LastDayOfYear = new(1, 12, 31);

    /// <summary>The target with its actual.</summary>
    public static TargetView Of(Target target, PolicyPack pack, TargetFacts facts)
    {
        var scope = target.District ?? facts.District;
        var series = Series(target, pack, facts, scope);
        var wanted = series.Plans.GetValueOrDefault(target.By.Year);

        // EO-01: a target is judged on its own day, and the list behind it is that day's; what became of it later stands in its years.
        var judged = target.By < facts.Day ? target.By : facts.Day;
        var recognised = facts.Then.GetValueOrDefault(judged, facts.Recognised);
        var bodies = Bodies(target, pack, facts, recognised, judged, scope);
        var year = target.IsCounted ? judged.Year : ActualYear(target, series, judged);
        var over = YearsOver(pack.FirstYear(), target.By.Year, facts.Day).ToList();
        var actual = target.IsAverage
            ? Growth.Mean([.. over.Select(ended => series.Actuals.GetValueOrDefault(ended)?.Value).OfType<FigureValue>()])
            : year is { } at ? series.Actuals.GetValueOrDefault(at)?.Value : null;
        var shown = actual?.View(target);
        return new TargetView(
            target.Name,
            target.Label,
            target.Citation,
            target.By,
            target.Aim,
            Wanted(target.Value),
            shown?.Text,
            actual is null ? null : Reached(target, actual),
            (int?)actual?.Whole,
            actual is null || wanted is null ? null : Met(target, series, actual, wanted, over),
            Fields(target, pack, bodies),
            bodies,
            target.Key,
            scope,
            target.Task,
            target.Strict,
            target.Value.Ratio is not null ? "ratio" : target.Value.AmountFen is not null ? "amount" : "count",
            target.Decimals,
            target.IsGrowth,
            target.IsCounted,
            target.IsCounted && judged == facts.Day ? null : year,
            Years(target, series, facts.Day),
            target.IsAverage ? null : Forecast.Of(target, wanted, series.Actuals.Where(a => a.Key < facts.Day.Year || YearIsOver(facts.Day)).ToDictionary(a => a.Key, a => a.Value.Value)),
            scope is null ? Districts(target, pack, facts, recognised, judged) : [],
            target.Counted?.Register,
            target.Counted is { } count ? RegisterLink(count, pack) : null);
    }

    // As far as the list can be narrowed to what counts: by one state and one answer.
    private static string RegisterLink(RegisterCount count, PolicyPack pack)
    {
        var state = count.States is [var only] ? $"state={only}" : null;
        var answer = count is { WhenField: { } field, WhenIs: [var wanted] } && pack.Register(count.Register)!.Filters.Contains(field) ? $"{field}={wanted}" : null;
        return $"/registers/{pack.Programme}/{count.Register}{(state ?? answer) switch { null => "", _ => $"?{string.Join('&', new[] { state, answer }.OfType<string>())}" }}";
    }

    // HB-01: 年均增长 is wanted of the mean of all years that are over, 年增长 of every one: one that failed decides; without one, all must be known.
    private static bool? Met(Target target, PlanAndActual series, FigureValue actual, FigureValue wanted, List<int> over)
    {
        if (!target.IsGrowth || target.IsAverage)
        {
            return target.IsAverage && !over.TrueForAll(series.Actuals.ContainsKey) ? null : actual.Reaches(wanted, target.Strict);
        }

        var reached = over.Select(year => series.Actuals.GetValueOrDefault(year)?.Value.Reaches(series.Plans.GetValueOrDefault(year, wanted), target.Strict)).ToList();
        if (reached.Contains(false))
        {
            return false;
        }

        return over.Count == 0 || reached.Contains(null) ? null : true;
    }

    // What is recorded of the running year is that of the day, and not yet its growth.
    private static IEnumerable<int> YearsOver(int first, int last, DateOnly day) =>
        Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(year => year < day.Year || (year == day.Year && YearIsOver(day)));

    private sealed record Known(FigureValue Value, Guid? FigureId);

    private sealed record PlanAndActual(IReadOnlyDictionary<int, FigureValue> Plans, IReadOnlyDictionary<int, Known> Actuals);

    private static bool YearIsOver(DateOnly day) => (day.Month, day.Day) == (LastDayOfYear.Month, LastDayOfYear.Day);

    private static PlanAndActual Series(Target target, PolicyPack pack, TargetFacts facts, string? scope)
    {
        var own = facts.Figures.Where(figure => figure.Target == target.Key && figure.District == (scope ?? "")).ToList();
        var plans = own.Where(figure => figure.Kind == TargetFigureKind.Plan).ToDictionary(figure => figure.Year, figure => figure.Value);

        // The document's own figure is the plan of its year for the place that it names; a series has one for each year.
        if (scope == target.District)
        {
            foreach (var one in pack.Targets.Where(one => one.Key == target.Key))
            {
                plans[one.By.Year] = FigureValue.Wanted(one);
            }

            for (var year = pack.FirstYear(); target is { IsGrowth: true, IsAverage: false } && year < target.By.Year; year++)
            {
                plans[year] = FigureValue.Wanted(target);
            }
        }

        var actuals = target.Counted is { } counted
            ? facts.YearEnds.Keys.ToDictionary(year => year, year => new Known(CountedOn(target, counted, pack, facts, EndOf(year, facts.Day), scope), null))
            : target.CountsInstitutions
            ? facts.YearEnds.ToDictionary(year => year.Key, year => new Known(CountedIn(target, pack, year.Value, scope), null))
            : own.Where(figure => figure.Kind == TargetFigureKind.Actual).ToDictionary(figure => figure.Year, figure => new Known(figure.Value, figure.Id));
        return new PlanAndActual(plans, actuals);
    }

    // Of a series each target is about its own year; of every other the last year that is recorded speaks.
    private static int? ActualYear(Target target, PlanAndActual series, DateOnly day) => target.Series is null
        ? series.Actuals.Keys.Where(year => year <= day.Year).Select(year => (int?)year).Max()
        : series.Actuals.ContainsKey(target.By.Year) ? target.By.Year : null;

    private static List<TargetYear> Years(Target target, PlanAndActual series, DateOnly day) =>
        [.. series.Plans.Keys.Union(series.Actuals.Keys).Order().Select(year =>
        {
            var (plan, actual) = (series.Plans.GetValueOrDefault(year), series.Actuals.GetValueOrDefault(year));
            return new TargetYear(
                year,
                plan?.View(target),
                actual?.Value.View(target),
                plan is null || actual is null || target.IsAverage ? null : actual.Value.Reaches(plan, target.Strict),
                actual is not null && year == day.Year && !YearIsOver(day),
                actual?.FigureId);
        })];

    private static DateOnly EndOf(int year, DateOnly day) => year == day.Year ? day : new DateOnly(year, LastDayOfYear.Month, LastDayOfYear.Day);

    private static IReadOnlyList<CountedBody> Bodies(
        Target target, PolicyPack pack, TargetFacts facts, IReadOnlyList<CountedBody> recognised, DateOnly day, string? scope)
    {
        if (target.Counted is not { } counted)
        {
            return target.CountsInstitutions ? [.. recognised.Where(body => Counts(target, pack, body.Category, body.District, scope))] : [];
        }

        var behind = facts.Register.Institutions(counted, pack, day);
        return [.. recognised.Where(body => behind.Contains(body.InstitutionId) && (scope is null || body.District == scope))];
    }

    // The same unit as a recorded figure of the target: fen, or ten-thousandths.
    private static FigureValue CountedOn(Target target, RegisterCount counted, PolicyPack pack, TargetFacts facts, DateOnly day, string? district)
    {
        var count = facts.Register.Count(counted, pack, day, district);
        return target.Value.AmountFen is null ? FigureValue.Count(count) : new FigureValue(count);
    }

    private static List<DistrictFigure> Districts(
        Target target, PolicyPack pack, TargetFacts facts, IReadOnlyList<CountedBody> recognised, DateOnly day) => target.Counted is { } counted
        ? [.. facts.Register.Entries.Where(entry => entry.Register == counted.Register).Select(entry => entry.District).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(district => new DistrictFigure(district, null, CountedOn(target, counted, pack, facts, day, district).View(target)))]
        : target.CountsInstitutions
        ? [.. recognised.Where(body => Counts(target, pack, body.Category, body.District, null)).GroupBy(body => body.District, StringComparer.Ordinal)
            .OrderBy(district => district.Key, StringComparer.Ordinal)
            .Select(district => new DistrictFigure(district.Key, null, FigureValue.Count(district.Count()).View(target with { Value = new ParameterValue { Number = 0 } })))]
        : [.. facts.Figures.Where(figure => figure.Target == target.Key && figure.Kind == TargetFigureKind.Actual && figure.District.Length > 0)
            .GroupBy(figure => figure.District, StringComparer.Ordinal).OrderBy(district => district.Key, StringComparer.Ordinal)
            .Select(district => district.MaxBy(figure => figure.Year)!)
            .Select(last => new DistrictFigure(last.District, last.Year, last.Value.View(target)))];

    // ZS-02: the key fields are those that the document names; 等 opens the programme to others, which are no key fields (ZS-01).
    private static IEnumerable<Category> KeyFields(Target target, PolicyPack pack) =>
        pack.Categories.Where(category => target.Categories.Count == 0 ? !category.NeedsFinding : target.Categories.Contains(category.Key));

    private static bool Counts(Target target, PolicyPack pack, string category, string district, string? scope) =>
        (scope is null || district == scope)
        && (target.Value.Ratio is not null
            ? KeyFields(target, pack).Any(field => field.Key == category)
            : target.Categories.Count == 0 || target.Categories.Contains(category));

    private static FigureValue CountedIn(Target target, PolicyPack pack, IReadOnlyList<Tally> tallies, string? scope)
    {
        var counted = tallies.Where(tally => Counts(target, pack, tally.Category, tally.District, scope)).ToList();
        return target.Value.Ratio is null
            ? FigureValue.Count(counted.Sum(tally => tally.Count))
            : FigureValue.Share(counted.Where(tally => tally.Count > 0).Select(tally => tally.Category).Distinct(StringComparer.Ordinal).Count(), KeyFields(target, pack).Count());
    }

    private static IReadOnlyList<FieldCoverage> Fields(Target target, PolicyPack pack, IReadOnlyList<CountedBody> bodies) =>
        !target.CountsInstitutions || target.Value.Ratio is null
            ? []
            : [.. KeyFields(target, pack).Select(field =>
            {
                var own = bodies.Where(body => body.Category == field.Key).ToList();
                return new FieldCoverage(field.Key, field.Label, own.Count > 0, own);
            })];

    private static int? Reached(Target target, FigureValue actual) => actual.Part is { } part
        ? part <= int.MaxValue ? (int)part : null
        : target.Value.Number is not null && actual.Units % FigureValue.Scale == 0 && actual.Units / FigureValue.Scale <= int.MaxValue
            ? (int)(actual.Units / FigureValue.Scale)
            : null;

    /// <summary>What a target wants, for people.</summary>
    public static string Wanted(ParameterValue value) => value.Ratio is { } ratio ? $"{ratio}"
        : value.AmountFen is { } fen ? $"{Contracts.Values.Money.FromFen(fen)}"
        : string.Create(CultureInfo.InvariantCulture, $"{value.Number}");
}
