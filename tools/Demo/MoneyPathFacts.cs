namespace Demo;

/// <summary>What the story met on its way; a test holds it against the law.</summary>
public sealed class MoneyPathFacts
{
    /// <summary>The institutions, in the order of <see cref="Body.All"/>.</summary>
    public IReadOnlyList<Guid> Institutions { get; internal set; } = [];

    /// <summary>A submission without the lead body's commitment (ZS-13).</summary>
    public Refused? WithoutCommitment { get; internal set; }

    /// <summary>An appropriation one fen above the year's cap (ZS-03).</summary>
    public Refused? AppropriationAboveCap { get; internal set; }

    /// <summary>A maker who approves.</summary>
    public Refused? MakerApproves { get; internal set; }

    /// <summary>The next fen after the year's cap was used up, by year (ZS-03).</summary>
    public Dictionary<int, Refused> NextFen { get; } = [];

    /// <summary>The advances paid, by year.</summary>
    public Dictionary<int, List<Guid>> Paid { get; } = [];

    /// <summary>The fourth year (ZS-04).</summary>
    public Refused? FourthYear { get; internal set; }

    /// <summary>The settlement of the first body's 2026 money (ZS-06).</summary>
    public Guid Settlement { get; internal set; }

    /// <summary>The clawback that it opened, settled by two receipts (ZS-07).</summary>
    public Guid Clawback { get; internal set; }

    /// <summary>A receipt above what is outstanding (ZS-07).</summary>
    public Refused? ReceiptAboveOutstanding { get; internal set; }
}
