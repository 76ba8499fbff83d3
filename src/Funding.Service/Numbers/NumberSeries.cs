namespace Funding.Numbers;

/// <summary>What is numbered without gaps.</summary>
internal enum NumberKind
{
    /// <summary>A notice that takes money back (追缴通知书).</summary>
    ClawbackNotice,

    /// <summary>A decision on an objection (异议处理决定书).</summary>
    ObjectionDecision,

    /// <summary>A decision on a clawback: of its claim, its terms or its end (追缴决定书).</summary>
    ClawbackDecision,

    /// <summary>An order to return what was received too much (退款通知书).</summary>
    RefundOrder,

    /// <summary>A claim that was handed in (受理编号).</summary>
    Claim,
}

/// <summary>The last number of a jurisdiction's year and kind. Its row is the gate that gives each number once.</summary>
internal sealed class NumberSeries
{
    public required string Jurisdiction { get; init; }

    public required NumberKind Kind { get; init; }

    public required int Year { get; init; }

    /// <summary>The number that was given last.</summary>
    public required int Last { get; set; }
}
