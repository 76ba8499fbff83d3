namespace Policies.Evaluation;

/// <summary>A step of a calculation. The vocabulary is closed: there is no other step, and no expression.</summary>
internal abstract record Step(string As, Label Label, Citation Citation);

/// <summary>The sum of amounts.</summary>
internal sealed record SumStep(string As, Label Label, Citation Citation, IReadOnlyList<string> Of) : Step(As, Label, Citation);

/// <summary>An amount times a ratio, which may depend on a grade or category, rounded to the fen.</summary>
internal sealed record RateStep(string As, Label Label, Citation Citation, string Of, string? By, string Parameter, Rounding Rounding)
    : Step(As, Label, Citation);

/// <summary>The smaller of two amounts.</summary>
internal sealed record LimitStep(string As, Label Label, Citation Citation, string Of, string To) : Step(As, Label, Citation);

/// <summary>What an amount exceeds the sum of others by, zero where it does not.</summary>
internal sealed record ExcessStep(string As, Label Label, Citation Citation, string Of, IReadOnlyList<string> Above) : Step(As, Label, Citation);

/// <summary>What of an amount fits under a cap beside what was used.</summary>
internal sealed record CapStep(string As, Label Label, Citation Citation, string Of, Cap Cap) : Step(As, Label, Citation);

/// <summary>The last day of a term from a day.</summary>
internal sealed record TermStep(string As, Label Label, Citation Citation, string From, string Parameter) : Step(As, Label, Citation);

/// <summary>A ceiling over a subject, a period and a programme; what was used of it is the sum of some inputs.</summary>
internal sealed record Cap(string Subject, string Period, string Parameter, IReadOnlyList<string> Used)
{
    internal static readonly IReadOnlyList<string> Subjects = ["programme", "institution", "company", "project"];
    internal static readonly IReadOnlyList<string> Periods = ["fiscal-year", "programme-life"];
}

/// <summary>A test of a condition: leaves joined by all and any.</summary>
internal abstract record Test;

/// <summary>Met when every part is.</summary>
internal sealed record AllTest(IReadOnlyList<Test> Parts) : Test;

/// <summary>Met when a part is.</summary>
internal sealed record AnyTest(IReadOnlyList<Test> Parts) : Test;

/// <summary>Met when a flag, of the inputs or of the pack, has the wanted value.</summary>
internal sealed record FlagTest(string Name, bool Wanted) : Test;

/// <summary>Met when an input is given.</summary>
internal sealed record GivenTest(string Name) : Test;

/// <summary>Met when an input is not given.</summary>
internal sealed record AbsentTest(string Name) : Test;

/// <summary>Are two texts the same? One that is not given is like no other.</summary>
internal sealed record SameTest(string Name, string As) : Test;

/// <summary>Met when the texts hold each of some words, one of others and none of a third kind; an empty kind asks nothing.</summary>
internal sealed record IncludesTest(string Name, IReadOnlyList<string> AllOf, IReadOnlyList<string> AnyOf, IReadOnlyList<string> NoneOf) : Test;

/// <summary>Met when the period since each of the days is over (P-2) on the reference day of the period's parameter.</summary>
internal sealed record ElapsedTest(string Since, string Period) : Test;

/// <summary>Met when a day, or the reference day where none is named, is not after the period since another (P-2).</summary>
internal sealed record WithinTest(string Since, string Period, string? By) : Test;

/// <summary>Met when the part that one amount is of another compares so to a ratio.</summary>
internal sealed record ShareTest(string Part, string Whole, Comparison Comparison, string Ratio) : Test;

/// <summary>Met when the sum of amounts compares so to another amount; what is not given adds up to nothing that could be compared.</summary>
internal sealed record SumTest(IReadOnlyList<string> Of, Comparison Comparison, string To) : Test;

/// <summary>Met when a choice of the pack holds a word.</summary>
internal sealed record ChosenTest(string Parameter, string Word) : Test;

/// <summary>Met when an amount fits under a cap beside what was used.</summary>
internal sealed record CapTest(Cap Cap, string Adding) : Test;

/// <summary>Met when an input compares so to another input or a parameter.</summary>
internal sealed record CompareTest(string Left, Comparison Comparison, string Right) : Test;

/// <summary>How two figures compare.</summary>
internal enum Comparison
{
    Below,
    AtMost,
    Equal,
    AtLeast,
    Above,
    OneOf,
    Like,
    Unlike,
}
