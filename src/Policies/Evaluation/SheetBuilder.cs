namespace Policies.Evaluation;

/// <summary>Builds a sheet by hand, for a decision that is code and not a rule of the pack.</summary>
public sealed class SheetBuilder
{
    private readonly PolicyPack? pack;
    private readonly Label title;
    private readonly List<SheetLine> lines = [];

    internal SheetBuilder(PolicyPack? pack, Label title) => (this.pack, this.title) = (pack, title);

    /// <summary>A sheet of what concerns no programme, by the platform's own rules alone.</summary>
    public static SheetBuilder OfThePlatform(string zh, string en) => new(null, new Label(zh, en));

    /// <summary>A line that a clause of the pack, or a platform rule, caused.</summary>
    public SheetBuilder Line(string zh, string en, string clauseId, Figure result, params IReadOnlyList<SheetInput> inputs) =>
        Line(new Label(zh, en), pack?.Cite(clauseId) ?? Citation.Of(PlatformRules.Clauses[clauseId]), result, null, inputs);

    /// <summary>A line that shows a value of the pack.</summary>
    public SheetBuilder Line<T>(Cited<T> value, Figure result, params IReadOnlyList<SheetInput> inputs) =>
        Line(value.Label, value.Citation, result, null, inputs);

    /// <summary>All lines of another calculation.</summary>
    public SheetBuilder Lines(CalculationSheet other)
    {
        lines.AddRange(other.Lines);
        return this;
    }

    /// <summary>The decision by which the plan takes what is decided here (P-6); no line where the pack's own text suffices.</summary>
    public SheetBuilder By(PlanRuling? ground) => ground switch
    {
        null => this,
        { Until: { } until } => Ground("方案延长决定", "The plan goes on by decision", ground, new SheetInput(new Label("延长至", "Until"), Figure.Of(until))),
        _ => Ground("征求意见稿施行决定", "The draft has effect by decision", ground),
    };

    /// <summary>The sheet.</summary>
    public CalculationSheet Build() => new(title, pack?.Programme, pack?.Title, pack?.From, pack?.Hash, [.. lines]);

    private SheetBuilder Ground(string zh, string en, PlanRuling ground, params IReadOnlyList<SheetInput> inputs) => Line(
        zh, en, "P-6", Figure.Of(ground.DocumentNumber), [new SheetInput(new Label("决定日期", "Decided on"), Figure.Of(ground.DecidedOn)), .. inputs]);

    internal SheetBuilder Line(Label label, Citation citation, Figure result, Rounding? rounding, IReadOnlyList<SheetInput> inputs)
    {
        lines.Add(new SheetLine(label, citation.ClauseId, citation.Quote, citation.Source, citation.Decision, inputs, rounding, result));
        return this;
    }
}
