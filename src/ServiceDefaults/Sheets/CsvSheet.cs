using CsvHelper;

namespace ServiceDefaults.Sheets;

/// <summary>
/// CSV in UTF-8 with a byte order mark, without which spreadsheets take Chinese for something else. A text that a spreadsheet would run
/// as a formula is led by an apostrophe: an institution's name must not become a command on the reader's machine.
/// </summary>
public sealed class CsvSheet(Stream target) : SheetWriter
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private readonly CsvWriter csv = CsvWriter.Create(target, Format, leaveOpen: true);

    /// <inheritdoc />
    public override async Task AddAsync(IReadOnlyList<string?> cells, CancellationToken cancellationToken) =>
        await csv.WriteRecordAsync([.. cells.Select(Clean)], cancellationToken);

    /// <inheritdoc />
    public override async Task EndAsync(CancellationToken cancellationToken) => await csv.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => csv.DisposeAsync();
}
