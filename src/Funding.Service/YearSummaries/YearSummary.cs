namespace Funding.YearSummaries;

/// <summary>A programme's year as it was told last, with the sums of its sealed postings that it was told from.</summary>
internal sealed class YearSummary
{
    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>The version that was told last.</summary>
    public long Version { get; set; }

    /// <summary>What was told last, a JSON object.</summary>
    public string Told { get; set; } = "{}";

    /// <summary>The sums of its postings by their two accounts, a JSON list.</summary>
    public string Transfers { get; set; } = "[]";
}

/// <summary>Up to which link of the chain the summaries are summed. One row.</summary>
internal sealed class SummedUpTo
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    /// <summary>The link's position; who sums from an old one at the same moment fails and looks again.</summary>
    public long Position { get; set; }
}
