using Contracts.Refusals;
using ServiceDefaults.Attachments;
using ServiceDefaults.Sheets;

namespace Funding.BankFiles;

/// <summary>A table of a bank: which of our columns stands where, and its rows.</summary>
internal sealed record BankTable(IReadOnlyList<SheetColumn> Columns, IReadOnlyDictionary<string, int> Titles, IReadOnlyList<SheetRow> Rows)
{
    private const long MostBytes = 5 << 20;

    /// <summary>Reads a stored file; refused where it is no table, its columns are others, or it is beyond bounds.</summary>
    public static async Task<Outcome<BankTable>> ReadAsync(
        Attachment file, AttachmentStore store, IReadOnlyList<SheetColumn> columns, int mostRows, CancellationToken cancellationToken)
    {
        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".CSV" or ".XLSX") || file.LengthBytes > MostBytes)
        {
            return Refusal.BadInput("body", file.FileName, "请上传不超过 5 MB 的 .csv 或 .xlsx 文件。", "Send a .csv or .xlsx file of at most 5 MB.");
        }

        using var content = new MemoryStream();
        await store.CopyToAsync(file, content, cancellationToken);
        return await ReadAsync(content, file.FileName, columns, mostRows, cancellationToken);
    }

    /// <summary>Reads a table.</summary>
    public static async Task<Outcome<BankTable>> ReadAsync(
        Stream content, string fileName, IReadOnlyList<SheetColumn> columns, int mostRows, CancellationToken cancellationToken)
    {
        try
        {
            List<SheetRow> rows = [];
            await foreach (var row in SheetReader.ReadAsync(content, fileName, cancellationToken))
            {
                rows.Add(row);
                if (rows.Count > mostRows + 1)
                {
                    throw new UnreadableSheetException($"一个文件最多 {mostRows} 行。", $"A file has at most {mostRows} rows.");
                }
            }

            return rows.Count < 2
                ? Unreadable(fileName, "文件中没有数据行。", "The file has no rows.")
                : new BankTable(columns, SheetTitles.Read(rows[0], columns), rows[1..]);
        }
        catch (UnreadableSheetException e)
        {
            return Unreadable(fileName, e.Zh, e.Message);
        }
    }

    private static Refusal Unreadable(string fileName, string zh, string en) =>
        new Refusal(RefusalKind.BadInput, "bank-file-unreadable", "body", zh, en).With("fileName", fileName);
}
