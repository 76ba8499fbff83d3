using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Registry.Imports;

/// <summary>An import as its bureau sees it.</summary>
internal sealed record ImportView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required ImportMode Mode { get; init; }

    public required ImportState State { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rows of the table; 0 until it is checked.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that take effect.</summary>
    public required int GoodRows { get; init; }

    public required int Errors { get; init; }

    /// <summary>Why the table as a whole cannot be taken.</summary>
    public required string? FaultZh { get; init; }

    public required string? FaultEn { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTime UploadedAt { get; init; }

    /// <summary>Whether the caller uploaded it, and so may not confirm it.</summary>
    public required bool UploadedByMe { get; init; }

    public required string? ConfirmedByName { get; init; }

    public required DateTime? ConfirmedAt { get; init; }

    public required DateTime? InEffectAt { get; init; }

    public required string? Reason { get; init; }

    /// <summary>The work under way or done last; null in lists.</summary>
    public required ImportProgress? Progress { get; init; }

    public required long Version { get; init; }

    public static ImportView Of(Import import, string subject, Job? job = null) => new()
    {
        Id = import.Id,
        Programme = import.Programme,
        Mode = import.Mode,
        State = import.State,
        FileName = import.FileName,
        Sha256 = import.Sha256,
        Rows = import.Rows,
        GoodRows = import.GoodRows,
        Errors = import.Errors,
        FaultZh = import.FaultZh,
        FaultEn = import.FaultEn,
        UploadedByName = import.UploadedByName,
        UploadedAt = import.UploadedAt,
        UploadedByMe = import.UploadedBySubject == subject,
        ConfirmedByName = import.ConfirmedByName,
        ConfirmedAt = import.ConfirmedAt,
        InEffectAt = import.InEffectAt,
        Reason = import.Reason,
        Progress = job is null ? null : new ImportProgress(job.State, job.Done, job.Total, job.Error),
        Version = import.Version,
    };
}

/// <summary>How far the work is. <paramref name="Total"/> is 0 until it is known.</summary>
internal sealed record ImportProgress(JobState State, int Done, int Total, string? Error);

/// <summary>A fault: line, column, value, and what is wrong.</summary>
internal sealed record ImportErrorView(int Number, int Line, string Column, string ColumnZh, string ColumnEn, string Value, string Zh, string En)
{
    public static ImportErrorView Of(ImportError error)
    {
        var column = ImportColumns.All.First(column => column.Key == error.Column);
        return new ImportErrorView(error.Number, error.Line, error.Column, column.Zh, column.En, error.Value, error.Zh, error.En);
    }
}

/// <summary>A row as it would be on the register.</summary>
internal sealed record ImportRowView(
    int Line,
    bool LeftOut,
    Guid InstitutionId,
    string Name,
    string Category,
    string? Field,
    string District,
    string ImplementingBodyName,
    string ImplementingBodyCode,
    string Standing,
    DateOnly StandingSince,
    string DecisionNumber,
    DateOnly DecidedOn,
    DateOnly? RecognisedOn)
{
    public static ImportRowView Of(ImportRow row) => new(
        row.Line,
        row.LeftOut,
        row.InstitutionId,
        row.Name,
        row.Category,
        row.Field,
        row.District,
        row.ImplementingBodyName,
        row.ImplementingBodyCode,
        row.Standing,
        row.StandingSince,
        row.DecisionNumber,
        row.DecidedOn,
        row.RecognisedOn);
}
