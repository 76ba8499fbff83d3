using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads the test of one condition.</summary>
internal sealed class TestReader(PackWords words, Dictionary<string, InputType> inputs)
{
    private static readonly string[] Kinds = ["all", "any", "is", "not", "given", "absent", "same", "includes", "elapsed", "within", "share", "sum", "chosen", "cap", "compare"];

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        ["below"] = Comparison.Below, ["at-most"] = Comparison.AtMost, ["equal"] = Comparison.Equal, ["at-least"] = Comparison.AtLeast,
        ["above"] = Comparison.Above, ["one-of"] = Comparison.OneOf, ["like"] = Comparison.Like, ["unlike"] = Comparison.Unlike,
    };

    private static readonly Dictionary<string, Comparison> Orders = Comparisons.Where(c => c.Value <= Comparison.Above).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    private readonly List<string> named = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>The inputs that it asks to be given; these may be left out.</summary>
    internal IReadOnlySet<string> Asked => asked;

    /// <summary>The figures beside the inputs that a message may name.</summary>
    internal IReadOnlyList<string> Named => named;

    internal Test Read(Section section)
    {
        var given = Kinds.Where(section.Has).ToList();
        if (given.Count != 1)
        {
            section.Problems.Add(section.Line, section.Path("test"), $"每项条件应恰好是其中之一：{string.Join(", ", Kinds)}。", $"A test is exactly one of: {string.Join(", ", Kinds)}.");
        }

        Test test = given.FirstOrDefault() switch
        {
            "all" => new AllTest(Parts(section, "all")),
            "any" => new AnyTest(Parts(section, "any")),
            "is" => new FlagTest(Flag(section, "is"), true),
            "not" => new FlagTest(Flag(section, "not"), false),
            "given" => new GivenTest(ReadGiven(section, "given")),
            "absent" => new AbsentTest(ReadGiven(section, "absent")),
            "same" when section.OptionalSection("same") is { } same => ReadSame(same),
            "includes" when section.OptionalSection("includes") is { } includes => ReadIncludes(includes),
            "elapsed" when section.OptionalSection("elapsed") is { } elapsed => ReadElapsed(elapsed),
            "within" when section.OptionalSection("within") is { } within => ReadWithin(within),
            "share" when section.OptionalSection("share") is { } share => ReadShare(share),
            "sum" when section.OptionalSection("sum") is { } sum => ReadSum(sum),
            "chosen" when section.OptionalSection("chosen") is { } chosen => ReadChosen(chosen),
            "cap" when section.OptionalSection("cap") is { } cap => ReadCap(cap),
            "compare" when section.OptionalSection("compare") is { } compare => ReadComparison(compare),
            _ => new AllTest([]),
        };
        section.Done();
        return test;
    }

    private IReadOnlyList<Test> Parts(Section section, string key)
    {
        var parts = section.List(key, Read);
        if (parts.Count == 0)
        {
            section.Wrong(key, "没有列出条件。", "It lists no tests.");
        }

        return parts;
    }

    private string ReadGiven(Section section, string key)
    {
        var name = Input(section, key, InputType.Text, InputType.Amount, InputType.Count, InputType.Day);
        asked.Add(name);
        return name;
    }

    private SameTest ReadSame(Section s)
    {
        var test = new SameTest(Input(s, "input", InputType.Text), Input(s, "as", InputType.Text));
        asked.UnionWith([test.Name, test.As]);
        s.Done();
        return test;
    }

    private IncludesTest ReadIncludes(Section s)
    {
        var test = new IncludesTest(Input(s, "input", InputType.Texts), s.Texts("all-of"), s.Texts("any-of"), s.Texts("none-of"));
        if (test.AllOf.Count + test.AnyOf.Count + test.NoneOf.Count == 0)
        {
            s.Wrong("input", "没有列出 all-of、any-of 或 none-of。", "It lists nothing under all-of, any-of or none-of.");
        }

        s.Done();
        return test;
    }

    private ElapsedTest ReadElapsed(Section s)
    {
        var test = new ElapsedTest(Input(s, "since", InputType.Day, InputType.Days), words.ParameterName(s, "period", ParameterKind.Period));
        named.AddRange([test.Period, "reference-day"]);
        s.Done();
        return test;
    }

    private WithinTest ReadWithin(Section s)
    {
        var test = new WithinTest(Input(s, "since", InputType.Day), words.ParameterName(s, "period", ParameterKind.Period), s.Has("by") ? Input(s, "by", InputType.Day) : null);
        named.AddRange([test.Period, "reference-day"]);
        s.Done();
        return test;
    }

    private ShareTest ReadShare(Section s)
    {
        var test = new ShareTest(Input(s, "part", InputType.Amount), Input(s, "of", InputType.Amount), s.OneOf("is", Orders), words.ParameterName(s, "to", ParameterKind.Ratio));
        if (words.Parameter(test.Ratio)?.Values.Any(v => v.Value.Ratio is null) == true)
        {
            s.Wrong("to", $"“{test.Ratio}”不是单一比例。", $"'{test.Ratio}' is no single ratio.");
        }

        named.Add(test.Ratio);
        s.Done();
        return test;
    }

    private SumTest ReadSum(Section s)
    {
        var of = s.Texts("of");
        if (of.Count == 0)
        {
            s.Wrong("of", "没有列出相加的金额。", "It lists no amounts to add.");
        }

        var test = new SumTest([.. of.Select(name => Known(s, "of", name, InputType.Amount, InputType.Amounts))], s.OneOf("is", Orders), Input(s, "to", InputType.Amount));
        s.Done();
        return test;
    }

    private ChosenTest ReadChosen(Section s)
    {
        var test = new ChosenTest(words.ParameterName(s, "parameter", ParameterKind.Choice), s.Text("is"));
        if (words.Choices.TryGetValue(test.Parameter, out var choices) && !choices.Contains(test.Word, StringComparer.Ordinal))
        {
            s.Wrong("is", $"“{test.Parameter}”从不取“{test.Word}”。", $"'{test.Parameter}' is never '{test.Word}'.");
        }

        named.Add(test.Parameter);
        s.Done();
        return test;
    }

    private CapTest ReadCap(Section cap)
    {
        var test = new CapTest(StepReader.ReadCap(cap, words, (at, name) => Known(at, "used", name, InputType.Amount, InputType.Amounts)), Input(cap, "adding", InputType.Amount));
        named.AddRange([test.Cap.Parameter, "remaining"]);
        cap.Done();
        return test;
    }

    private CompareTest ReadComparison(Section s)
    {
        var (left, comparison, right) = (s.Text("input"), s.OneOf("is", Comparisons), s.Text("to"));
        var type = inputs.GetValueOrDefault(left, InputType.Flag);
        ParameterKind[] kinds = (comparison, type) switch
        {
            (Comparison.OneOf, InputType.Text or InputType.Grade or InputType.Category) => [ParameterKind.Choice],
            (Comparison.Like or Comparison.Unlike, InputType.Text) => [ParameterKind.Text],
            (<= Comparison.Above, InputType.Amount or InputType.Amounts) => [ParameterKind.Amount],
            (<= Comparison.Above, InputType.Count) => [ParameterKind.Count, ParameterKind.Days],
            _ => [],
        };
        var asInput = comparison <= Comparison.Above && type is InputType.Amount or InputType.Count or InputType.Day && inputs.GetValueOrDefault(right, InputType.Flag) == type;
        if (!asInput && !kinds.Contains(words.Parameter(right)?.Kind ?? ParameterKind.Flag))
        {
            s.Wrong("to", $"“{left}”不能与“{right}”这样比较。", $"'{left}' cannot be compared with '{right}' like this.");
        }

        named.AddRange(asInput ? [] : [right]);
        s.Done();
        return new CompareTest(left, comparison, right);
    }

    private string Flag(Section section, string key)
    {
        var name = section.Text(key);
        if (words.Parameter(name) is { Kind: ParameterKind.Flag })
        {
            named.Add(name);
            return name;
        }

        return Known(section, key, name, InputType.Flag);
    }

    private string Input(Section section, string key, params ReadOnlySpan<InputType> types) => Known(section, key, section.Text(key), types);

    private string Known(Section section, string key, string name, params ReadOnlySpan<InputType> types)
    {
        if (name.Length > 0 && (!inputs.TryGetValue(name, out var found) || !types.Contains(found)))
        {
            section.Wrong(key, $"没有可用于此处的数据“{name}”。", $"There is no input '{name}' that could stand here.");
        }

        return name;
    }
}
