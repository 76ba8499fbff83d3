namespace ServiceDefaults.Sheets;

/// <summary>A table that leaves the platform row by row; what it holds at once does not grow with the rows.</summary>
public abstract class SheetWriter : IAsyncDisposable
{
    /// <summary>Adds a row of texts; null is an empty cell.</summary>
    public abstract Task AddAsync(IReadOnlyList<string?> cells, CancellationToken cancellationToken);

    /// <summary>Ends the table and sends what is left of it.</summary>
    public abstract Task EndAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>A text without the control characters that no table can hold.</summary>
    protected static string Clean(string? cell) =>
        cell is null ? "" : cell.Any(c => char.IsControl(c) && c is not '\n' and not '\t') ? string.Concat(cell.Where(c => !char.IsControl(c) || c is '\n' or '\t')) : cell;
}
