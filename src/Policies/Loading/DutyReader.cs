namespace Policies.Loading;

/// <summary>Reads what a programme watches over: grounds, cycles, report sections, papers, targets, tasks and phases.</summary>
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

    private static readonly Dictionary<string, bool> Counted = new(StringComparer.Ordinal) { ["institutions"] = true };

    private const int MostDecimals = 4;

    internal IReadOnlyList<Ground> Grounds(Section file) => Named(file, "grounds", ReadGround, g => g.Name);

    internal IReadOnlyList<Cycle> Cycles(Section file) => Named(file, "cycles", ReadCycle, c => c.Name);

    internal IReadOnlyList<ReportSection> Sections(Section file) =>
        Named(file, "sections", ReadSection, s => s.Name);

    internal IReadOnlyList<PackPaper> Papers(Section file) =>
        Named(file, "papers", s => new PackPaper(s.Name("name"), s.Label(), words.Sources.Cite(s), s.OptionalFlag("expires") ?? false,
            s.OneOf("required", Needs), s.OptionalFlag("person") ?? false), p => p.Name);

    internal IReadOnlyList<Target> Targets(Section file) => Named(file, "targets", ReadTarget, t => t.Name);

    internal IReadOnlyList<PolicyTask> Tasks(Section file, IReadOnlyList<TaskUnit> units) => Named(file, "tasks", s => ReadTask(s, units), t => t.Name);

    internal static IReadOnlyList<TaskUnit> Units(Section file) =>
        Named(file, "units", s => new TaskUnit(s.Label(), s.Has("district") ? s.Name("district") : null), u => u.Label.Zh);

    internal IReadOnlyList<PlanPhase> Phases(Section file) => Named(file, "phases", ReadPhase, p => p.Name);

    /// <summary>A milestone is one of a task that there is.</summary>
    internal static void CheckMilestones(Section file, IReadOnlyList<Target> targets, IReadOnlyList<PolicyTask> tasks)
    {
        foreach (var target in targets.Where(target => target.Task is not null && tasks.All(task => task.Name != target.Task)))
        {
            file.Wrong("targets", $"没有任务“{target.Task}”。", $"There is no task '{target.Task}'.");
        }
    }

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

    private ReportSection ReadSection(Section s)
    {
        var known = s.Texts("known");
        if (known.Except(KnownMoney.All, StringComparer.Ordinal).Any())
        {
            s.Wrong("known", $"应取自：{string.Join(", ", KnownMoney.All)}。", $"This must be of: {string.Join(", ", KnownMoney.All)}.");
        }

        return new ReportSection(s.Name("name"), s.Label(), words.Sources.Cite(s), s.Flag("required")) { Known = known };
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
        return Measured(
            s, new Target(s.Name("name"), label, words.Sources.Cite(s), value, s.OptionalFlag("strict") ?? false, s.OptionalFlag("aim") ?? false, s.Day("by")));
    }

    private Target Measured(Section s, Target target)
    {
        var decimals = s.OptionalCount("decimals") ?? 0;
        if (decimals > 0 && (decimals > MostDecimals || target.Value.Number is null))
        {
            s.Wrong("decimals", "小数位数为 0 至 4，且仅用于 count。", "Decimals are 0 to 4, and of a count alone.");
        }

        var growth = s.OptionalFlag("growth") ?? false;
        if (growth && target.Value.Ratio is null)
        {
            s.Wrong("growth", "growth 仅用于 ratio。", "Only a ratio is a growth.");
        }

        var average = s.OptionalFlag("average") ?? false;
        if (average && !growth)
        {
            s.Wrong("average", "average 仅用于 growth。", "Only a growth is averaged.");
        }

        var counts = s.Has("counts") && s.OneOf("counts", Counted);
        var categories = s.Texts("categories");
        if (categories.Except(words.Categories.Select(c => c.Key), StringComparer.Ordinal).Any() || (categories.Count > 0 && !counts))
        {
            s.Wrong("categories", $"应取自：{string.Join(", ", words.Categories.Select(c => c.Key))}，且须有 counts。", $"This must be of: {string.Join(", ", words.Categories.Select(c => c.Key))}, beside counts.");
        }

        var counted = s.CountOf("counted");
        if (counted is not null && (counts || decimals > 0 || target.Value.Ratio is not null))
        {
            s.Wrong("counted", "counted 用于整数 count 或 amount，且不得另有 counts。", "'counted' is of a whole count or an amount, and stands alone.");
        }

        return target with
        {
            District = s.Has("district") ? s.Name("district") : null,
            Series = s.Has("series") ? s.Name("series") : null,
            Task = s.Has("task") ? s.Name("task") : null,
            CountsInstitutions = counts,
            Counted = counted,
            Categories = categories,
            Decimals = decimals,
            IsGrowth = growth,
            IsAverage = average,
        };
    }

    private PolicyTask ReadTask(Section s, IReadOnlyList<TaskUnit> known)
    {
        var units = s.Texts("units");
        if (units.Count == 0)
        {
            s.Wrong("units", "没有责任单位。", "It names no responsible unit.");
        }

        // Where the pack lists its units, each task's are among them: a slip of the pen would make another unit.
        if (known.Count > 0 && units.Except(known.Select(u => u.Label.Zh), StringComparer.Ordinal).Any())
        {
            s.Wrong("units", $"应取自：{string.Join("、", known.Select(u => u.Label.Zh))}。", $"This must be of: {string.Join(", ", known.Select(u => u.Label.Zh))}.");
        }

        return new PolicyTask(s.Name("name"), s.Label(), words.Sources.Cite(s), units, s.OptionalDay("due"), s.Has("every") ? s.OneOf("every", Frequencies) : null);
    }

    private PlanPhase ReadPhase(Section s)
    {
        var phase = new PlanPhase(s.Name("name"), s.Label(), words.Sources.Cite(s), s.Day("from"), s.Day("until"));
        if (phase.Until < phase.From)
        {
            s.Wrong("until", "截止日早于起始日。", "The last day is before the first.");
        }

        return phase;
    }
}
