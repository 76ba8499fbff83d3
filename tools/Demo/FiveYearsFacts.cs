using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What the story met on its way; a test holds it against the law.</summary>
public sealed class FiveYearsFacts
{
    /// <summary>The institutions, by body.</summary>
    public Dictionary<Body, Guid> Institutions { get; } = [];

    /// <summary>The applications for recognition, by body.</summary>
    public Dictionary<Body, string> Applications { get; } = [];

    /// <summary>What was rightly refused, by what was tried.</summary>
    public Dictionary<string, Refused> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>The advances paid, by year.</summary>
    public Dictionary<int, List<Guid>> Paid { get; } = [];

    /// <summary>The city's public notices, in order.</summary>
    public List<Guid> Notices { get; } = [];

    /// <summary>The settlements, by body and year (ZS-06).</summary>
    public Dictionary<(Body Body, int Year), Guid> Settlements { get; } = [];

    /// <summary>The sanction cases, by their ground.</summary>
    public Dictionary<string, Guid> Sanctions { get; } = new(StringComparer.Ordinal);

    /// <summary>The clawback that two receipts settled (ZS-07).</summary>
    public Guid Clawback { get; internal set; }

    /// <summary>How many days a body's money of a year was overdue when the leaders were asked (ZS-07).</summary>
    public Dictionary<(Body Body, int Year), int> DaysOverdue { get; } = [];

    /// <summary>The payments of the second year that failed, and that came back.</summary>
    public (Guid Failed, Guid Returned) Ended { get; internal set; }

    /// <summary>The deadline case of the body that missed its two years (ZS-08).</summary>
    public Guid DeadlineCase { get; internal set; }

    /// <summary>The major change that was reported late (ZS-21).</summary>
    public Guid Change { get; internal set; }

    /// <summary>Whose periodic report was overdue (ZS-28).</summary>
    public HashSet<Body> Overdue { get; } = [];

    /// <summary>How many days before the end of the two years the body that missed them was warned (ZS-08).</summary>
    public List<int> Warnings { get; } = [];

    /// <summary>The plan's targets with their actual figures, by year and name (ZS-02).</summary>
    public Dictionary<(int Year, string Name), JsonNode> Targets { get; } = [];

    /// <summary>An opinion of a recognised centre (ZS-32).</summary>
    public string Opinion { get; internal set; } = "";
}
