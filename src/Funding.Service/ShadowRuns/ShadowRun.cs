using ServiceDefaults.Data;

namespace Funding.ShadowRuns;

/// <summary>Where a shadow run stands.</summary>
internal enum ShadowRunState
{
    /// <summary>Its files come in and their columns are mapped.</summary>
    Draft,

    /// <summary>Its tables are being read and held against the rules.</summary>
    Running,

    /// <summary>Its report stands.</summary>
    Done,

    /// <summary>Its tables could not be read; see its fault.</summary>
    Faulty,
}

/// <summary>
/// A bureau's own tables held against a pack, without anything of them entering the books: what the platform would have stopped or
/// claimed. The report is kept with its files' hashes, so that it can be opened again and compared with a later one.
/// </summary>
internal sealed class ShadowRun : IVersioned
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required string Title { get; set; }

    public ShadowRunState State { get; set; }

    /// <summary>Who brought the files.</summary>
    public required Signature Begun { get; init; }

    /// <summary>The day up to which deadlines are looked at; null until it is started.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The pack's version that it is held against; null until it is started.</summary>
    public DateOnly? PackFrom { get; set; }

    public string? PackHash { get; set; }

    public Guid? JobId { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>Rows read, and those left out for their faults.</summary>
    public int Rows { get; set; }

    public int RowsLeftOut { get; set; }

    public int Faults { get; set; }

    public int Findings { get; set; }

    /// <summary>All that was paid according to the tables.</summary>
    public long PaidFen { get; set; }

    /// <summary>What should not have been paid, should have been claimed back, was claimed twice: each fen once.</summary>
    public long AboveCapFen { get; set; }

    public long UnclaimedFen { get; set; }

    public long ClaimedTwiceFen { get; set; }

    /// <summary>The report's figures by clause, year and body, as JSON.</summary>
    public string? Summary { get; set; }

    /// <summary>Why its tables could not be read.</summary>
    public string? FaultZh { get; set; }

    public string? FaultEn { get; set; }

    public long Version { get; set; }

    /// <summary>All of it, each fen once.</summary>
    public long TotalFen => AboveCapFen + UnclaimedFen + ClaimedTwiceFen;
}

/// <summary>A table of a shadow run's files.</summary>
internal sealed class ShadowTable
{
    public required Guid ShadowRunId { get; init; }

    /// <summary>1, 2, 3, …</summary>
    public required int Number { get; init; }

    public required Guid AttachmentId { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The position of its sheet, from 0, and that sheet's name.</summary>
    public required int Sheet { get; init; }

    public required string Name { get; init; }

    public required int TitleLine { get; init; }

    /// <summary>Its titles and first rows, as JSON.</summary>
    public required string Titles { get; init; }

    public required string Preview { get; init; }

    /// <summary>How it is read, as JSON.</summary>
    public required string Mapping { get; set; }
}

/// <summary>A finding, as it is kept.</summary>
internal sealed class ShadowFinding
{
    public required Guid ShadowRunId { get; init; }

    /// <summary>1, 2, 3, …, the most money first.</summary>
    public required int Number { get; init; }

    public required FindingKind Kind { get; init; }

    public required FindingGroup Group { get; init; }

    public required string ClauseId { get; init; }

    public string? Body { get; init; }

    public int? FiscalYear { get; init; }

    public required long AmountFen { get; init; }

    public required long CountedFen { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>What tells it from every other finding of the run, and finds it in a later one.</summary>
    public required string Identity { get; init; }

    /// <summary>Its citation, figures, rows and what the platform would have answered, as JSON.</summary>
    public required string Detail { get; init; }
}

/// <summary>A fault of a table; its row was left out.</summary>
internal sealed class ShadowFault
{
    public required Guid ShadowRunId { get; init; }

    public required int Number { get; init; }

    public required int Table { get; init; }

    public required int Line { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }
}
