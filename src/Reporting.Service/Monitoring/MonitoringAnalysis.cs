namespace Reporting.Monitoring;

/// <summary>What the city made of a span's monitoring (监测分析, ZS-23). Never changed; a later one stands beside it.</summary>
internal sealed class MonitoringAnalysis
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required int Year { get; init; }

    /// <summary>The span's number within the year.</summary>
    public required int Round { get; init; }

    public required string Text { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

/// <summary>An analysis as it is shown.</summary>
internal sealed record AnalysisView(Guid Id, string Programme, int Year, int Round, string Text, string ByName, DateTime RecordedAt)
{
    public static AnalysisView Of(MonitoringAnalysis row) => new(row.Id, row.Programme, row.Year, row.Round, row.Text, row.ByName, row.RecordedAt);
}
