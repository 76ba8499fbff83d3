using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads the steps of one calculation; each yields a figure that the later ones may use.</summary>
internal sealed class StepReader(PackWords words, Dictionary<string, InputType> figures)
{
    private static readonly Dictionary<string, Rounding> Roundings = new(StringComparer.Ordinal)
    {
        ["half-even"] = Rounding.HalfEven, ["floor"] = Rounding.Floor,
    };

    private static readonly string[] Kinds = ["sum", "rate", "limit", "excess", "cap", "term"];

    internal Step Read(Section section)
    {
        var (name, label, citation) = (section.Name("as"), section.Label(), words.Sources.Cite(section));
        var step = ReadKind(section, name, label, citation);
        if (!figures.TryAdd(name, step is TermStep ? InputType.Day : InputType.Amount) || words.Parameter(name) is not null)
        {
            section.Wrong("as", $"名称“{name}”已被使用。", $"The name '{name}' is taken.");
        }

        return step;
    }

    internal static Cap ReadCap(Section cap, PackWords words, Func<Section, string, string> amount) => new(
        cap.OneOf("subject", Cap.Subjects.ToDictionary(s => s, s => s, StringComparer.Ordinal)),
        cap.OneOf("period", Cap.Periods.ToDictionary(p => p, p => p, StringComparer.Ordinal)),
        words.ParameterName(cap, "parameter", ParameterKind.Amount),
        [.. cap.Texts("used").Select(u => amount(cap, u))]);

    private Step ReadKind(Section section, string name, Label label, Citation citation)
    {
        var given = Kinds.Where(section.Has).ToList();
        if (given.Count != 1)
        {
            section.Wrong("as", $"每一步应恰好是其中之一：{string.Join(", ", Kinds)}。", $"A step is exactly one of: {string.Join(", ", Kinds)}.");
        }

        var kind = given.FirstOrDefault();
        if (kind is null || section.OptionalSection(kind) is not { } s)
        {
            return new SumStep(name, label, citation, []);
        }

        Step step = kind switch
        {
            "sum" => new SumStep(name, label, citation, [.. s.Texts("of").Select(o => Amount(s, "of", o))]),
            "rate" => ReadRate(s, name, label, citation),
            "limit" => new LimitStep(name, label, citation, Amount(s, "of", s.Text("of")), Amount(s, "to", s.Text("to"))),
            "excess" => new ExcessStep(name, label, citation, Amount(s, "of", s.Text("of")), [.. s.Texts("above").Select(o => Amount(s, "above", o))]),
            "cap" => new CapStep(name, label, citation, Amount(s, "of", s.Text("of")), ReadCap(s, words, (at, o) => Amount(at, "used", o))),
            _ => new TermStep(name, label, citation, Figure(s, "from", s.Text("from"), InputType.Day),
                words.ParameterName(s, "parameter", ParameterKind.Period, ParameterKind.Days, ParameterKind.WorkingDays)),
        };
        s.Done();
        return step;
    }

    private RateStep ReadRate(Section s, string name, Label label, Citation citation)
    {
        var by = s.OptionalText("by");
        var parameter = words.ParameterName(s, "parameter", ParameterKind.Ratio);
        var keyed = words.Parameter(parameter)?.Values is [{ Value.Ratios: not null }, ..];
        if (by is not null)
        {
            var type = words.Parameter(parameter)?.Values is [{ Value.Ratios: { } ratios }, ..] && ratios.Keys.Any(k => words.Grades.Any(g => g.Key == k))
                ? InputType.Grade : InputType.Category;
            Figure(s, "by", by, type);
        }

        if (keyed != by is not null)
        {
            s.Wrong("by", "按等次或类别给出的比例须指明 by,单一比例则不得。", "A ratio for each grade or category needs 'by', a single one takes none.");
        }

        return new RateStep(name, label, citation, Amount(s, "of", s.Text("of")), by, parameter, s.OneOf("round", Roundings));
    }

    private string Amount(Section section, string key, string name)
    {
        if (figures.TryGetValue(name, out var type) && type == InputType.Amounts && key == "of")
        {
            return name;
        }

        return Figure(section, key, name, InputType.Amount);
    }

    private string Figure(Section section, string key, string name, InputType type)
    {
        if (name.Length > 0 && (!figures.TryGetValue(name, out var found) || found != type))
        {
            section.Wrong(key, $"此前没有可用于此处的数据“{name}”。", $"No figure '{name}' that could stand here comes before.");
        }

        return name;
    }
}
