using ServiceDefaults.Data;

namespace Registry.Imports;

/// <summary>Where an import stands.</summary>
internal enum ImportState
{
    /// <summary>Its rows are being checked.</summary>
    Checking,

    /// <summary>Checked, and waiting for another person.</summary>
    Checked,

    /// <summary>Nothing of it can take effect: the table cannot be read, a row of <see cref="ImportMode.All"/> is wrong, or every row is.</summary>
    Faulty,

    /// <summary>Confirmed; being made ready, and then in effect at one stroke.</summary>
    TakingEffect,

    /// <summary>In effect; the other services are being told.</summary>
    Telling,

    /// <summary>In effect, and told.</summary>
    InEffect,

    /// <summary>Given up by a person.</summary>
    Dismissed,
}

/// <summary>What becomes of a table with wrong rows.</summary>
internal enum ImportMode
{
    /// <summary>All rows or none.</summary>
    All,

    /// <summary>The good rows; the wrong ones are told.</summary>
    GoodRows,
}

/// <summary>A table of institutions that come with a standing they have already, by documents from before the platform.</summary>
internal sealed class Import : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required ImportMode Mode { get; init; }

    public required Guid AttachmentId { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public ImportState State { get; set; } = ImportState.Checking;

    /// <summary>Rows of the table, without its title row and empty ones.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that would take effect.</summary>
    public int GoodRows { get; set; }

    /// <summary>Faults found, those beyond what is kept included.</summary>
    public int Errors { get; set; }

    /// <summary>Why the table as a whole cannot be taken.</summary>
    public string? FaultZh { get; set; }

    public string? FaultEn { get; set; }

    /// <summary>The line up to which the other services have been told.</summary>
    public int ToldUpTo { get; set; }

    /// <summary>The work under way or done last.</summary>
    public Guid JobId { get; set; }

    public required string UploadedBySubject { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTime UploadedAt { get; init; }

    public string? ConfirmedBySubject { get; set; }

    public string? ConfirmedByName { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public DateTime? InEffectAt { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? Reason { get; set; }

    public long Version { get; set; }
}

/// <summary>A fault of a table: where, what stands there, and what is wrong with it.</summary>
internal sealed class ImportError
{
    public required Guid ImportId { get; init; }

    /// <summary>1, 2, 3, … within the import.</summary>
    public required int Number { get; init; }

    /// <summary>The line of the file, or row of the sheet, that people find it at.</summary>
    public required int Line { get; init; }

    /// <summary>The column's key: <c>bodyCode</c>.</summary>
    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }
}
