namespace Policies;

/// <summary>
/// A register of a programme: what is entered, by whom, in which states an entry can be, and what moves it on. A board (a project on its
/// way, an activity held) is a register as well. Registry keeps the entries; the form, the list and the steps are drawn from here.
/// </summary>
public sealed record Register
{
    /// <summary>What <see cref="About"/> says of entries about an institution.</summary>
    public const string Institution = "institution";

    /// <summary>Its name, kebab case: <c>mentors</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required Label Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What each entry is about: <see cref="Institution"/>, another register's name, or null for nothing.</summary>
    public string? About { get; init; }

    /// <summary>The roles that make and amend entries.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Whether its entries are shown without login, once they left the first state.</summary>
    public bool Public { get; init; }

    /// <summary>The field that names an entry in lists and links.</summary>
    public required string Title { get; init; }

    /// <summary>The fields whose answers together stand once among the live entries about the same thing.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The fields that lists show.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The fields that lists are filtered by.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The field with the first day on which an entry holds; null = from its entering on.</summary>
    public string? From { get; init; }

    /// <summary>The field with the last day on which it holds; null or not answered = open-ended.</summary>
    public string? Until { get; init; }

    /// <summary>The field with the social credit code that is asked against the bans of this register; null = nobody is barred from it.</summary>
    public string? Barred { get; init; }

    /// <summary>The field that names the district which an entry concerns; null = that of what it is about, or of who made it.</summary>
    public string? District { get; init; }

    /// <summary>
    /// The field with the social credit code by which whoever keeps a register about its entries finds one that it may not see: its
    /// title, and the columns of what <see cref="KnownWith"/> holds about it. Null = nobody finds any.
    /// </summary>
    public string? KnownBy { get; init; }

    /// <summary>The registers about its entries that are shown with one that was found.</summary>
    public IReadOnlyList<string> KnownWith { get; init; } = [];

    /// <summary>The form.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>The states of an entry; it begins in the first. Before it is filed it is a draft.</summary>
    public required IReadOnlyList<RegisterState> States { get; init; }

    /// <summary>What moves an entry from state to state.</summary>
    public IReadOnlyList<RegisterStep> Steps { get; init; } = [];

    /// <summary>The conditions that entries are held against.</summary>
    public IReadOnlyList<RegisterCheck> Checks { get; init; } = [];

    /// <summary>What is owed and paid about an entry.</summary>
    public IReadOnlyList<RegisterBalance> Balances { get; init; } = [];

    /// <summary>The registers whose entries its own are matched with.</summary>
    public IReadOnlyList<RegisterMatch> Matches { get; init; } = [];
}

/// <summary>A state of a register's entries.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Final">Whether nothing follows: the entry is history, and no longer counts as live.</param>
public sealed record RegisterState(string Key, Label Label, bool Final);

/// <summary>A step that moves an entry on.</summary>
public sealed record RegisterStep
{
    /// <summary>Its key: <c>accept</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required Label Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The states that it leads out of.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>The state that it leads into; one of <see cref="From"/> where it only records something.</summary>
    public required string To { get; init; }

    /// <summary>The roles that take it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Whether it takes another person than those who filed, amended or moved the entry before.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>Whether it takes the number and date of a document.</summary>
    public bool Document { get; init; }

    /// <summary>Whether it takes a resolution of the leading group that carries it (SD-03).</summary>
    public bool Meeting { get; init; }

    /// <summary>The ground that it establishes against the register's barred person; null = none.</summary>
    public string? Ground { get; init; }

    /// <summary>What is to be answered when it is taken.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    internal IEnumerable<string> Files => Fields.Where(f => f.Type == FieldType.Attachment).Select(f => f.Name);
}

/// <summary>A condition that an entry is held against.</summary>
/// <param name="Condition">The condition's name; its effect says whether it refuses or flags.</param>
/// <param name="Of">
/// For each input, where its value stands: a field, <c>attachments.FIELD</c>, <c>list.field</c>, <c>step.FIELD</c>, <see cref="Live"/>,
/// <c>balance.NAME</c>.
/// </param>
/// <param name="At">Where it is asked: <see cref="Filing"/> or a step's key.</param>
public sealed record RegisterCheck(string Condition, IReadOnlyDictionary<string, string> Of, IReadOnlyList<string> At)
{
    /// <summary>The fields in which other entries at the same time are looked for with another answer.</summary>
    public IEnumerable<string> OverlappingFields =>
        Of.Values.Where(path => path.StartsWith(Overlapping, StringComparison.Ordinal)).Select(path => path[Overlapping.Length..]);

    /// <summary>When an entry is filed or amended.</summary>
    public const string Filing = "filing";

    /// <summary>How many live entries the register has in the jurisdiction, this one counted.</summary>
    public const string Live = "entries.live";

    /// <summary>Before a balance's name: its amount in fen, zero where more was paid than owed.</summary>
    internal const string Balance = "balance.";

    /// <summary>
    /// Before a field: how many other entries about the same thing hold on some day on which this one does, with another answer there;
    /// those of the past are counted as well.
    /// </summary>
    internal const string Overlapping = "entries.overlapping.";

    /// <summary>Before a field of the step: its answer there.</summary>
    internal const string Step = "step.";
}

/// <summary>What is owed less what is paid about an entry.</summary>
/// <param name="Name">Its name: <c>arrears</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Owed">What is owed, once due.</param>
/// <param name="Paid">What is paid.</param>
public sealed record RegisterBalance(string Name, Label Label, Citation Citation, RegisterSum Owed, RegisterSum Paid);

/// <summary>A sum over the live entries of another register that are about this one.</summary>
/// <param name="Register">The other register.</param>
/// <param name="Amount">Its amount field.</param>
/// <param name="Day">
/// Its day field: what lies after the day asked for is left out; what is owed counts from the day after it was due, since who pays on
/// the due day pays in time (P-2).
/// </param>
public sealed record RegisterSum(string Register, string Amount, string Day);

/// <summary>How entries of two registers go together.</summary>
/// <param name="With">The other register.</param>
/// <param name="On">Fields here and there whose answers are compared: the same choice, category or text, or a shared word.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record RegisterMatch(string With, IReadOnlyDictionary<string, string> On, Citation Citation);
