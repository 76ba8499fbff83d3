namespace ServiceDefaults.Attachments;

/// <summary>Which files are taken, told by their first bytes and not by their name. Pure.</summary>
internal static class MediaTypes
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int SniffedBytes = 4096;

    private const string ContentTypes = "[Content_Types].xml";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".docx"] = Docx,
        [".xlsx"] = Xlsx,
        [".zip"] = "application/zip",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
    };

    /// <summary>The extensions that are taken.</summary>
    public static string Extensions => string.Join(" ", ByExtension.Keys);

    /// <summary>The media type that name and bytes agree on; null where they do not, or the kind is not taken.</summary>
    public static string? Of(string fileName, ReadOnlySpan<byte> start) =>
        ByExtension.TryGetValue(Path.GetExtension(fileName), out var named) && Fits(named, start) ? named : null;

    /// <summary>Whether the files in an archive are those of the kind that its name says: an Office file has its main part.</summary>
    public static bool FitsContent(string mediaType, IReadOnlySet<string> names) => mediaType switch
    {
        Docx => names.Contains(ContentTypes) && names.Contains("word/document.xml"),
        Xlsx => names.Contains(ContentTypes) && (names.Contains("xl/workbook.xml") || names.Contains("xl/workbook.bin")),
        _ => true,
    };

    private static bool Fits(string mediaType, ReadOnlySpan<byte> start) => mediaType switch
    {
        "application/pdf" => start.StartsWith("%PDF-"u8),
        "image/png" => start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/jpeg" => start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "application/zip" => IsZip(start),
        // Office files are zip archives; what is in them is looked at once they are here whole.
        Docx or Xlsx => IsZip(start),
        _ => IsText(start),
    };

    /// <summary>Whether the bytes begin as those of a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8);

    private static bool IsText(ReadOnlySpan<byte> start) => start.IndexOfAnyInRange((byte)0, (byte)8) < 0 && !start.Contains((byte)0x1B);
}
