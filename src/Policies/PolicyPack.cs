using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts.Refusals;
using Contracts.Values;
using Policies.Calendars;
using Policies.Evaluation;

namespace Policies;

/// <summary>
/// A programme's rules from a day on, as its policy pack states them. Immutable and pure; made by <c>PackLoader</c>. Its public
/// properties serialise with System.Text.Json as they are.
/// </summary>
public sealed class PolicyPack
{
    internal PolicyPack()
    {
    }

    /// <summary>The programme: <c>zhoushan-innovation-centres</c>.</summary>
    public required string Programme { get; init; }

    /// <summary>The bureau: <c>zhoushan</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The programme's name.</summary>
    public required Label Title { get; init; }

    /// <summary>Whether it has effect.</summary>
    public required PackStatus Status { get; init; }

    /// <summary>The first day on which this version rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it takes something new (P-6); null = open-ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The YAML text.</summary>
    [JsonIgnore]
    public string Content { get; internal init; } = "";

    /// <summary>The documents behind it.</summary>
    public required IReadOnlyList<PolicyDocument> Documents { get; init; }

    /// <summary>Its clauses, in order.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>Its key fields or types.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>The application form.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>Its grades, best first.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }

    /// <summary>Its procedure, in order.</summary>
    public required IReadOnlyList<ProcedureStep> Procedure { get; init; }

    /// <summary>The posts of its procedure.</summary>
    public required IReadOnlyList<PackRole> Roles { get; init; }

    /// <summary>Its dated parameters.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Its calculations and conditions.</summary>
    [JsonIgnore]
    public IReadOnlyList<Rule> Rules { get; internal init; } = [];

    /// <summary>Which conditions are held against an application, and with which of its answers.</summary>
    public required IReadOnlyList<Examination> Examinations { get; init; }

    /// <summary>
    /// The clauses that every recognition is held against, each once, and again after a major change; not what only some applications
    /// are asked.
    /// </summary>
    public IReadOnlyList<string> ExaminedClauses =>
        [.. Examinations.Where(e => e.Field is null or Examination.Purpose)
            .Select(e => Rules.First(rule => rule.Name == e.Condition).Citation.ClauseId)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>The grounds of its measures.</summary>
    public required IReadOnlyList<Ground> Grounds { get; init; }

    /// <summary>What recurs.</summary>
    public required IReadOnlyList<Cycle> Cycles { get; init; }

    /// <summary>The sections of its reports.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The figures of its monitoring.</summary>
    public required IReadOnlyList<FormField> Indicators { get; init; }

    /// <summary>The papers that a body keeps on file.</summary>
    public required IReadOnlyList<PackPaper> Papers { get; init; }

    /// <summary>The ways of its applications; none = it takes none.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Its registers and boards.</summary>
    public IReadOnlyList<Register> Registers { get; init; } = [];

    /// <summary>What it reminds of.</summary>
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];

    /// <summary>What it pays on a claim.</summary>
    public IReadOnlyList<ClaimKind> Claims { get; init; } = [];

    /// <summary>What it rewards each year.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    /// <summary>Its evaluations; none = what a third party grades, where its procedure has an evaluation.</summary>
    public IReadOnlyList<PackEvaluation> Evaluations { get; init; } = [];

    /// <summary>What it sets out to reach.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>The tasks it gives.</summary>
    public required IReadOnlyList<PolicyTask> Tasks { get; init; }

    /// <summary>The units of its tasks, where it lists them.</summary>
    public IReadOnlyList<TaskUnit> Units { get; init; } = [];

    /// <summary>The phases of its plan, in order.</summary>
    public IReadOnlyList<PlanPhase> Phases { get; init; } = [];

    /// <summary>Its league tables.</summary>
    public IReadOnlyList<PackComparison> Comparisons { get; init; } = [];

    /// <summary>The clause with this ID, of the pack or of the platform's own rules.</summary>
    /// <exception cref="PolicyException">There is none.</exception>
    public Clause Clause(string id) =>
        Clauses.FirstOrDefault(c => c.Id == id) ?? PlatformRules.Clauses.GetValueOrDefault(id) ?? throw Missing("条款", "clause", id);

    /// <summary>The condition with this name.</summary>
    /// <exception cref="PolicyException">The pack has no such condition.</exception>
    public ConditionRule Condition(string name) => Rules.OfType<ConditionRule>().FirstOrDefault(r => r.Name == name) ?? throw Missing("条件", "condition", name);

    /// <summary>The register with this name, null where there is none.</summary>
    public Register? Register(string name) => Registers.FirstOrDefault(r => r.Name == name);

    /// <summary>The kind of claim with this name, null where there is none.</summary>
    public ClaimKind? Claim(string name) => Claims.FirstOrDefault(c => c.Name == name);

    /// <summary>The evaluation with this name, null where there is none.</summary>
    public PackEvaluation? Evaluation(string name) => Evaluations.FirstOrDefault(e => e.Name == name);

    /// <summary>The reward with this name, null where there is none.</summary>
    public Reward? Reward(string name) => Rewards.FirstOrDefault(r => r.Name == name);

    /// <summary>The way of an application: the first route that its answers fit. Null where the pack has no routes, or a draft does not say yet.</summary>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    public Route? Route(JsonElement answers)
    {
        var given = new Answers(answers, []);
        return Routes.FirstOrDefault(route => route.Field is not { } field || given.IsOneOf(field, route.Is));
    }

    /// <summary>The grade with this key, null where there is none.</summary>
    public Grade? Grade(string key) => Grades.FirstOrDefault(g => g.Key == key);

    /// <summary>The category with this key, null where there is none.</summary>
    public Category? Category(string key) => Categories.FirstOrDefault(c => c.Key == key);

    /// <summary>An amount on its reference day.</summary>
    public Cited<Money> Amount(string name, DateOnly onDay) =>
        Value(name, ParameterKind.Amount, onDay, v => Money.FromFen(v.AmountFen!.Value));

    /// <summary>A whole number on its reference day.</summary>
    public Cited<int> Count(string name, DateOnly onDay) => Value(name, ParameterKind.Count, onDay, v => v.Number!.Value);

    /// <summary>A number of calendar days on its reference day.</summary>
    public Cited<int> Days(string name, DateOnly onDay) => Value(name, ParameterKind.Days, onDay, v => v.Number!.Value);

    /// <summary>
    /// The last day of a term that a parameter gives in days or working days, on the parameter's reference day; the day that sets it off
    /// is not counted (P-2). Refused where working days touch a year without a calendar (P-3).
    /// </summary>
    /// <param name="name">The parameter.</param>
    /// <param name="start">The day that sets the term off.</param>
    /// <param name="calendars">The calendars.</param>
    public Outcome<DateOnly> LastDay(string name, DateOnly start, CalendarLibrary calendars) => Find(name)?.Kind == ParameterKind.WorkingDays
        ? calendars.AddWorkingDays(start, WorkingDays(name, start).Value)
        : start.AddDays(Days(name, start).Value);

    /// <summary>A number of working days on its reference day (P-3).</summary>
    public Cited<int> WorkingDays(string name, DateOnly onDay) => Value(name, ParameterKind.WorkingDays, onDay, v => v.Number!.Value);

    /// <summary>A period on its reference day (P-2).</summary>
    public Cited<Period> Period(string name, DateOnly onDay) => Value(name, ParameterKind.Period, onDay, v => v.Period!.Value);

    /// <summary>Yes or no on its reference day.</summary>
    public Cited<bool> Flag(string name, DateOnly onDay) => Value(name, ParameterKind.Flag, onDay, v => v.Flag!.Value);

    /// <summary>The words chosen on its reference day.</summary>
    public Cited<IReadOnlyList<string>> Choices(string name, DateOnly onDay) => Value(name, ParameterKind.Choice, onDay, v => v.Choices!);

    /// <summary>A text on its reference day.</summary>
    public Cited<string> Text(string name, DateOnly onDay) => Value(name, ParameterKind.Text, onDay, v => v.Text!);

    /// <summary>A ratio on its reference day.</summary>
    public Cited<Ratio> Ratio(string name, DateOnly onDay) =>
        Value(name, ParameterKind.Ratio, onDay, v => v.Ratio ?? throw Missing("单一比例", "single ratio", name));

    /// <summary>The ratio of a grade or category on its reference day.</summary>
    public Cited<Ratio> Ratio(string name, string key, DateOnly onDay) =>
        Value(name, ParameterKind.Ratio, onDay, v => v.Ratios is { } r && r.TryGetValue(key, out var ratio) ? ratio : throw Missing("比例", "ratio", $"{name}.{key}"));

    /// <summary>
    /// Evaluates a calculation or condition. A condition that refuses and is not met yields the refusal; one that only flags
    /// yields <see cref="Calculation.Met"/> = false.
    /// </summary>
    /// <exception cref="PolicyException">The pack has no such rule.</exception>
    /// <exception cref="InvalidOperationException">An input is missing, unknown or of the wrong type.</exception>
    public Outcome<Calculation> Evaluate(string rule, Inputs inputs) =>
        new Evaluator(this, Rules.FirstOrDefault(r => r.Name == rule) ?? throw Missing("规则", "rule", rule), inputs).Run();

    /// <summary>What a ground brings about when it is established on a day.</summary>
    /// <exception cref="PolicyException">The pack has no such ground.</exception>
    public ProposedMeasure Establish(string ground, DateOnly decidedOn) =>
        Duties.Establish(this, Grounds.FirstOrDefault(g => g.Name == ground) ?? throw Missing("情形", "ground", ground), decidedOn);

    /// <summary>The turns of a cycle for a year, in order; none whose span was over before the pack began to rule.</summary>
    /// <exception cref="PolicyException">The pack has no such cycle.</exception>
    public IReadOnlyList<Round> Rounds(string cycle, int year) =>
        Duties.Rounds(this, Cycles.FirstOrDefault(c => c.Name == cycle) ?? throw Missing("周期事项", "cycle", cycle), year);

    /// <summary>What is wrong with an application; empty = it may be submitted.</summary>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    /// <param name="attachments">The attached files.</param>
    /// <param name="today">The day of the application.</param>
    public IReadOnlyList<FieldProblem> Validate(JsonElement answers, IEnumerable<AttachedFile> attachments, DateOnly today) =>
        new FormCheck(this, Fields, answers, attachments, today).Run();

    /// <summary>What is wrong with an entry of a register; empty = it may be filed.</summary>
    /// <param name="register">The register.</param>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    /// <param name="files">The entry's files; those that belong to a step are left to <see cref="ValidateStep"/>.</param>
    /// <param name="today">The day of the filing.</param>
    public IReadOnlyList<FieldProblem> ValidateEntry(Register register, JsonElement answers, IEnumerable<AttachedFile> files, DateOnly today) =>
        new FormCheck(this, register.Fields, answers, files.ExceptBy(register.Steps.SelectMany(s => s.Files), f => f.Field), today) { About = register.Citation }.Run();

    /// <summary>What is wrong with the answers to a step; empty = it may be taken.</summary>
    /// <param name="step">The step.</param>
    /// <param name="answers">Its answers, a JSON object by field name.</param>
    /// <param name="files">The entry's files; only those that the step asks for are looked at.</param>
    /// <param name="today">The day of the step.</param>
    public IReadOnlyList<FieldProblem> ValidateStep(RegisterStep step, JsonElement answers, IEnumerable<AttachedFile> files, DateOnly today) =>
        new FormCheck(this, step.Fields, answers, files.IntersectBy(step.Files, f => f.Field), today) { About = step.Citation }.Run();

    /// <summary>What is wrong with a claim; empty = it may be handed in.</summary>
    /// <param name="kind">The kind of claim.</param>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    /// <param name="files">The attached files.</param>
    /// <param name="today">The day on which it is handed in.</param>
    public IReadOnlyList<FieldProblem> ValidateClaim(ClaimKind kind, JsonElement answers, IEnumerable<AttachedFile> files, DateOnly today) =>
        new FormCheck(this, kind.Fields, answers, files, today) { About = kind.Citation }.Run();

    /// <summary>What is wrong with a return's figures; empty = it may be handed in.</summary>
    /// <param name="figures">The figures, a JSON object by the indicator's name.</param>
    /// <param name="today">The day of the return.</param>
    public IReadOnlyList<FieldProblem> ValidateIndicators(JsonElement figures, DateOnly today) =>
        new FormCheck(this, Indicators, figures, [], today).Run();

    /// <summary>
    /// Holds the pack's conditions against an application: met, not met, or for a person to answer, each with its figures. One that
    /// refuses or must be judged is not met when its test fails; one that must be judged needs a person when its test holds, and one
    /// that flags when it fails.
    /// </summary>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    /// <param name="files">The attached files.</param>
    /// <param name="kind">Which examination: on application, or again at the decision.</param>
    /// <param name="day">The day of it.</param>
    /// <param name="linked">What is known of whatever its links lead to, by <c>LINK.NAME</c>.</param>
    public IReadOnlyList<Finding> Examine(
        JsonElement answers, IEnumerable<AttachedFile> files, ReferenceDay kind, DateOnly day, IReadOnlyDictionary<string, string>? linked = null) =>
        new Examiner(this, answers, files, linked, day).Run(kind);

    /// <summary>Holds one of a register's conditions against an entry. What is not answered is as good as not given.</summary>
    /// <param name="register">The register.</param>
    /// <param name="check">One of its checks.</param>
    /// <param name="facts">The entry.</param>
    /// <param name="day">The day of the check; every parameter is that day's.</param>
    public Finding Check(Register register, RegisterCheck check, EntryFacts facts, DateOnly day) => new EntryCheck(this, register.Fields, register.Checks, facts, day) { Steps = register.Steps }.Examine(check);

    /// <summary>
    /// Holds every condition that a register asks at one place against an entry: refused by the first that refuses and is not met;
    /// otherwise those that the entry is to be flagged with, which are not met or for a person to judge.
    /// </summary>
    /// <param name="register">The register.</param>
    /// <param name="at">Where: <see cref="RegisterCheck.Filing"/> or a step's key.</param>
    /// <param name="facts">The entry.</param>
    /// <param name="day">The day of the check.</param>
    public Outcome<IReadOnlyList<Finding>> CheckEntry(Register register, string at, EntryFacts facts, DateOnly day) =>
        new EntryCheck(this, register.Fields, register.Checks, facts, day) { Steps = register.Steps }.Run(at);

    /// <summary>
    /// Holds the conditions of a claim against it: refused by the first that refuses and is not met; otherwise those that it is to be
    /// flagged with, which are not met or for a person to judge.
    /// </summary>
    /// <param name="kind">The kind of claim.</param>
    /// <param name="answers">The answers, a JSON object by field name.</param>
    /// <param name="files">The attached files.</param>
    /// <param name="day">The day on which it is handed in.</param>
    public Outcome<IReadOnlyList<Finding>> CheckClaim(ClaimKind kind, JsonElement answers, IReadOnlyList<AttachedFile> files, DateOnly day) =>
        new EntryCheck(this, kind.Fields, kind.Checks, new EntryFacts(answers, files), day).Run(RegisterCheck.Filing);

    /// <summary>What a claim comes to by the calculation of its kind, which must have one.</summary>
    /// <param name="kind">The kind of claim.</param>
    /// <param name="facts">The claim, and what was found about it.</param>
    /// <param name="day">The day of the decision; every parameter is that day's.</param>
    public Outcome<Calculation> Assess(ClaimKind kind, ClaimFacts facts, DateOnly day) => Evaluate(kind.Calculation!, ClaimInputs.Of(this, kind, facts, day));

    /// <summary>Starts a sheet by hand.</summary>
    public SheetBuilder Sheet(string zh, string en) => new(this, new Label(zh, en));

    /// <summary>All that targets and reports count of registers.</summary>
    internal IEnumerable<RegisterCount> Counts => Targets.Select(target => target.Counted).Concat(Indicators.Select(figure => figure.Known)).OfType<RegisterCount>()
        .SelectMany(count => count.About is { } subject ? [count, subject] : new[] { count });

    /// <summary>The link that tells whose a register's entries are, where reports count by one; null where they count by none.</summary>
    public string? OwnerCounted(string register) => Counts.FirstOrDefault(count => count.Register == register)?.Of;

    /// <summary>The answers of a register's entries that targets, reports and yearly evaluations count by; null where they count none of them.</summary>
    public IReadOnlyList<string>? AnswersCounted(string register)
    {
        var counts = Counts.Where(count => count.Register == register).ToList();
        var evaluated = Evaluations.Where(evaluation => evaluation.Recorded is not null && evaluation.Subjects == register).Select(evaluation => evaluation.Recorded!.Year).ToList();
        return counts.Count + evaluated.Count == 0 ? null : [.. counts.SelectMany(count => count.Answers).Concat(evaluated).Distinct(StringComparer.Ordinal)];
    }

    internal Parameter? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name);

    internal Cited<ParameterValue> Value(Parameter parameter, DateOnly day) =>
        parameter.On(day) ?? throw Missing("当日有效的参数值", "value in force", $"{parameter.Name} {day:yyyy-MM-dd}");

    internal Citation Cite(string clauseId) => Citation.Of(Clause(clauseId));

    private Cited<T> Value<T>(string name, ParameterKind kind, DateOnly day, Func<ParameterValue, T> read)
    {
        if (Find(name) is not { } parameter || parameter.Kind != kind)
        {
            throw Missing("参数", $"parameter of kind {kind}", name);
        }

        var value = Value(parameter, day);
        return value.As(read(value.Value));
    }

    private PolicyException Missing(string zh, string en, string name) =>
        new(Refusal.Conflict("policy-incomplete", name, $"政策包 {Programme}（{From:yyyy-MM-dd}）中没有{zh}“{name}”。", $"The pack {Programme} of {From:yyyy-MM-dd} has no {en} '{name}'.")
            .With("programme", Programme).With("packHash", Hash));
}
