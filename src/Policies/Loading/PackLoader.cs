using Contracts.Refusals;

namespace Policies.Loading;

/// <summary>Reads a policy pack, strictly: what is not understood wholly is refused wholly.</summary>
public static class PackLoader
{
    private static readonly Dictionary<string, PackStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = PackStatus.Draft, ["in-force"] = PackStatus.InForce, ["ended"] = PackStatus.Ended,
    };

    /// <summary>Reads a pack; refused with every problem of the file, each with its line and key.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="fileName">The name to call it by in messages.</param>
    public static Outcome<PolicyPack> Load(string text, string fileName)
    {
        var problems = new LoadProblems(fileName);
        var pack = new YamlTree(problems).Read(text) is { } root ? Read(new Section(root, "", problems), text) : null;
        return pack is null || problems.Any ? problems.ToRefusal() : pack;
    }

    /// <summary>Reads a pack file of the platform.</summary>
    /// <exception cref="PolicyException">It does not load.</exception>
    public static PolicyPack LoadFile(string path) => Content.Read(path, Load);

    /// <summary>Reads a pack that Registry published under this hash.</summary>
    /// <exception cref="PolicyException">It is another text, or does not load.</exception>
    public static PolicyPack LoadPublished(string text, string hash) => Content.Published(text, hash, Load);

    private static PolicyPack Read(Section file, string text)
    {
        var (from, until, status) = (file.Day("from"), file.OptionalDay("until"), file.OneOf("status", Statuses));
        if (until < from || (status == PackStatus.Ended && until is null))
        {
            file.Wrong("until", "截止日缺少或早于起始日。", "The last day is missing or before the first.");
        }

        var sources = new SourceReader(file);
        var words = new PackWords
        {
            Sources = sources,
            From = from,
            Registers = file.Peek("registers", "name"),
            Roles = file.List("roles", r => new PackRole(r.Name("key"), r.Label())),
            Categories = file.List("categories", c => new Category(c.Name("key"), c.Label(), sources.Cite(c), c.OptionalFlag("needs-finding") ?? false)),
            Grades = file.List("grades", g => new Grade(g.Name("key"), g.Label(), sources.Cite(g))),
        };
        PackWords.CheckUnique(file, "roles", words.Roles.Select(r => r.Key));
        PackWords.CheckUnique(file, "categories", words.Categories.Select(c => c.Key));
        PackWords.CheckUnique(file, "grades", words.Grades.Select(g => g.Key));
        words.Parameters = new ParameterReader(words).Read(file);
        var (duties, forms) = (new DutyReader(words), new FormReader(words));
        var (fields, rules) = (forms.Read(file), new RuleReader(words).Read(file));
        var (procedure, grounds, cycles) = (ReadProcedure(file, words), duties.Grounds(file), duties.Cycles(file));
        var registers = new RegisterReader(words, forms, rules, grounds).Read(file);
        var claims = new ClaimReader(words, forms, rules);
        var (indicators, units) = (forms.ReadIndicators(file), DutyReader.Units(file));
        var pack = new PolicyPack
        {
            Programme = file.Name("programme"),
            Jurisdiction = file.Name("jurisdiction"),
            Title = file.Label(),
            Status = status,
            From = from,
            Until = until,
            Hash = Content.Hash(text),
            Content = text,
            Documents = sources.Documents,
            Clauses = sources.Clauses,
            Categories = words.Categories,
            Grades = words.Grades,
            Roles = words.Roles,
            Parameters = words.Parameters,
            Fields = fields,
            Procedure = procedure,
            Rules = rules,
            Examinations = new ExaminationReader(fields, rules).Read(file),
            Grounds = grounds,
            Cycles = cycles,
            Sections = duties.Sections(file),
            Indicators = indicators,
            Papers = duties.Papers(file),
            Routes = new RouteReader(words, fields, procedure).Read(file),
            Registers = registers,
            Reminders = new ReminderReader(words, registers, cycles).Read(file),
            Claims = claims.ReadClaims(file),
            Rewards = claims.ReadRewards(file),
            Evaluations = new EvaluationReader(words, registers, grounds, cycles).Read(file),
            Targets = duties.Targets(file),
            Tasks = duties.Tasks(file, units),
            Units = units,
            Phases = duties.Phases(file),
            Comparisons = new ComparisonReader(words, indicators).Read(file),
        };
        DutyReader.CheckMilestones(file, pack.Targets, pack.Tasks);
        CountReader.CheckCounts(file, pack);
        RegisterReader.CheckReads(file, fields, pack.Registers);
        file.Done();
        return pack;
    }

    private static IReadOnlyList<ProcedureStep> ReadProcedure(Section file, PackWords words)
    {
        var kinds = StepKinds.All.ToDictionary(k => k, k => k, StringComparer.Ordinal);
        var roles = words.Roles.DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.Key, StringComparer.Ordinal);
        var steps = file.List("procedure", s => new ProcedureStep(
            s.Name("key"), s.OneOf("kind", kinds), roles.Count == 0 ? s.Text("role") : s.OneOf("role", roles), s.Label(), words.Sources.Cite(s)));
        PackWords.CheckUnique(file, "procedure", steps.Select(s => s.Key));
        return steps;
    }
}
