namespace Policies.Loading;

/// <summary>Reads what a programme watches over: grounds, cycles, report sections, papers, targets and tasks.</summary>
internal sealed class DutyReader(PackWords words)
{
    private static readonly Dictionary<string, Frequency> Frequencies = new(StringComparer.Ordinal)
    {
        ["year"] = Frequency.Year, ["half-year"] = Frequency.HalfYear, ["quarter"] = Frequency.Quarter, ["month"] = Frequency.Month,
    };

    private static readonly Dictionary<string, PaperNeed> Needs = new(StringComparer.Ordinal)
    {
        ["always"] = PaperNeed.Always, ["recognised"] = PaperNeed.Recognised, ["joint"] = PaperNeed.Joint,
    };

    internal IReadOnlyList<Ground> Grounds(Section file) => Named(file, "grounds", ReadGround, g => g.Name);

    internal IReadOnlyList<Cycle> Cycles(Section file) => Named(file, "cycles", ReadCycle, c => c.Name);

    internal IReadOnlyList<ReportSection> Sections(Section file) =>
        Named(file, "sections", s => new ReportSection(s.Name("name"), s.Label(), words.Sources.Cite(s), s.Flag("required")), s => s.Name);

    internal IReadOnlyList<PackPaper> Papers(Section file) =>
        Named(file, "papers", s => new PackPaper(s.Name("name"), s.Label(), words.Sources.Cite(s), s.OptionalFlag("expires") ?? false,
            s.OneOf("required", Needs), s.OptionalFlag("person") ?? false), p => p.Name);

    internal IReadOnlyList<Target> Targets(Section file) => Named(file, "targets", ReadTarget, t => t.Name);

    internal IReadOnlyList<PolicyTask> Tasks(Section file) => Named(file, "tasks", ReadTask, t => t.Name);

    private static IReadOnlyList<T> Named<T>(Section file, string key, Func<Section, T> read, Func<T, string> name)
    {
        var items = file.List(key, read);
        PackWords.CheckUnique(file, key, items.Select(name));
        return items;
    }

    private Ground ReadGround(Section s)
    {
        var subjects = s.Texts("subjects");
        if (subjects.Count == 0 || subjects.Except(Ground.AllSubjects, StringComparer.Ordinal).Any())
        {
            s.Wrong("subjects", $"对象应取自：{string.Join(", ", Ground.AllSubjects)}。", $"Subjects are of: {string.Join(", ", Ground.AllSubjects)}.");
        }

        var categories = s.Texts("categories");
        if (categories.Except(words.Categories.Select(c => c.Key), StringComparer.Ordinal).Any())
        {
            s.Wrong("categories", $"应取自：{string.Join(", ", words.Categories.Select(c => c.Key))}。", $"This must be of: {string.Join(", ", words.Categories.Select(c => c.Key))}.");
        }

        return new Ground(s.Name("name"), s.Label(), words.Sources.Cite(s),
            s.OneOf("measure", Ground.Measures.ToDictionary(m => m, m => m, StringComparer.Ordinal)), subjects,
            s.Has("term") ? words.ParameterName(s, "term", ParameterKind.Period) : null, categories);
    }

    private Cycle ReadCycle(Section s) => new(
        s.Name("name"), s.Label(), words.Sources.Cite(s), s.OneOf("every", Frequencies),
        words.ParameterName(s, "due", ParameterKind.Period, ParameterKind.Days));

    private Target ReadTarget(Section s)
    {
        var label = s.Label();
        string[] kinds = ["count", "amount", "ratio"];
        if (kinds.Count(s.Has) != 1)
        {
            s.Wrong("name", "目标值应恰好为 count、amount、ratio 之一。", "A target has exactly one of count, amount and ratio.");
        }

        var value = s.Has("count") ? new ParameterValue { Number = s.Count("count") }
            : s.Has("amount") ? new ParameterValue { AmountFen = s.Amount("amount").Fen }
            : new ParameterValue { Ratio = s.Has("ratio") ? ParameterReader.ReadRatio(s, "ratio", s.Text("ratio")) : default(Ratio) };
        return new Target(s.Name("name"), label, words.Sources.Cite(s), value, s.OptionalFlag("strict") ?? false, s.OptionalFlag("aim") ?? false, s.Day("by"));
    }

    private PolicyTask ReadTask(Section s)
    {
        var units = s.Texts("units");
        if (units.Count == 0)
        {
            s.Wrong("units", "没有责任单位。", "It names no responsible unit.");
        }

        return new PolicyTask(s.Name("name"), s.Label(), words.Sources.Cite(s), units, s.OptionalDay("due"), s.Has("every") ? s.OneOf("every", Frequencies) : null);
    }
}
