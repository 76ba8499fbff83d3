using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace ServiceDefaults.Sheets;

/// <summary>Reads CSV in UTF-8 or, as Chinese spreadsheets still save it, in GBK.</summary>
internal static class CsvText
{
    private const int LargestRecord = 1 << 20;
    private const int Chunk = 64 * 1024;

    // What bytes become that are no text; no table that a person wrote has it.
    private const string Broken = "\uFFFD";

    // GB 18030 reads every text in GBK and what GBK lacks.
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Broken))!;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Format = CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRecord,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static async IAsyncEnumerable<SheetRow> ReadAsync(Stream table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = await IsUtf8Async(table, cancellationToken) ? Encoding.UTF8 : Chinese;
        table.Position = 0;
        using var text = new StreamReader(table, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await using var csv = CsvReader.Create(text, Format, leaveOpen: true);
        while (await NextAsync(csv, cancellationToken))
        {
            var row = new SheetRow((int)csv.LineNumber, [.. Enumerable.Range(0, Math.Min(csv.FieldCount, SheetReader.MostColumns + 1)).Select(at => SheetCell.OfText(csv.GetString(at)))]);
            if (row.Cells.Any(cell => cell.Text.Contains(Broken, StringComparison.Ordinal)))
            {
                throw new UnreadableSheetException(
                    $"第 {row.Line} 行含有既非 UTF-8 也非 GBK 的字节，请检查文件编码或是否损坏。",
                    $"Line {row.Line} holds bytes that are neither UTF-8 nor GBK; look at the file's encoding, or whether it is damaged.");
            }

            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    private static async Task<bool> NextAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableSheetException(
                $"第 {e.LineNumber} 行的引号不成对或内容过长，无法读取。", $"Line {e.LineNumber} has a quote without its pair or is too long, and cannot be read.");
        }
    }

    /// <summary>
    /// Whether the whole of it is UTF-8, which the bytes of a Chinese text in GBK never are; or at least its first line, so that bytes
    /// broken further down are named by their line.
    /// </summary>
    private static async Task<bool> IsUtf8Async(Stream table, CancellationToken cancellationToken)
    {
        var decoder = Strict.GetDecoder();
        var (bytes, characters) = (new byte[Chunk], new char[Chunk]);
        table.Position = 0;
        try
        {
            int read;
            do
            {
                read = await table.ReadAsync(bytes, cancellationToken);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return await BeginsAsUtf8Async(table, bytes, cancellationToken);
        }
    }

    private static async Task<bool> BeginsAsUtf8Async(Stream table, byte[] bytes, CancellationToken cancellationToken)
    {
        table.Position = 0;
        var read = await table.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var end = bytes.AsSpan(0, read).IndexOf((byte)'\n');
        var line = bytes.AsMemory(0, Math.Max(0, end));
        try
        {
            return Strict.GetCharCount(line.Span) < line.Length;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
