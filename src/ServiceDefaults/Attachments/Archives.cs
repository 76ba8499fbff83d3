using System.IO.Compression;

namespace ServiceDefaults.Attachments;

/// <summary>
/// Looks into archives, which Office files are as well, before they are kept: none that unpacks to more than anybody would read, none
/// that nobody can look into. What it unpacks it counts and holds against its checksum; no length that the archive itself states is believed.
/// </summary>
internal static class Archives
{
    /// <summary>The most files in an archive, those in archives inside it counted.</summary>
    public const int MostEntries = 5_000;

    /// <summary>The most bytes that an archive unpacks to, nested ones counted.</summary>
    public const long MostUnpackedBytes = 500L << 20;

    /// <summary>How many times its size an archive may unpack to, once it unpacks to more than <see cref="HarmlessBytes"/>.</summary>
    public const int MostRatio = 200;

    /// <summary>Below this no ratio is asked: a sheet of empty rows packs well and harms nobody.</summary>
    public const long HarmlessBytes = 20L << 20;

    /// <summary>How deep archives may lie in archives: a zip of Office files, and a zip of such.</summary>
    public const int MostDepth = 3;

    private const int BufferBytes = 64 * 1024;
    private static readonly string[] Nested = [".zip", ".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".jar"];
    private static readonly string[] Programs = [".exe", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".scr", ".msi", ".com", ".hta", ".lnk"];

    /// <summary>What stands against an archive.</summary>
    internal enum Fault
    {
        Damaged,
        TooManyEntries,
        UnpacksTooFar,
        NestedTooDeep,
        Encrypted,
    }

    /// <summary>What was found in an archive.</summary>
    /// <param name="Names">The names of the files directly in it.</param>
    /// <param name="Cautions">What its reader should know, see <see cref="Cautions"/>.</param>
    internal sealed record Content(IReadOnlySet<string> Names, IReadOnlySet<string> Cautions);

    /// <summary>Looks into a whole archive; a fault, or what is in it.</summary>
    public static async Task<(Fault? Fault, Content Content)> InspectAsync(Stream archive, CancellationToken cancellationToken)
    {
        var count = new Count(archive.Length);
        var content = new Content(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        return (await InspectAsync(archive, content, count, depth: 1, cancellationToken), content);
    }

    private static async Task<Fault?> InspectAsync(Stream archive, Content content, Count count, int depth, CancellationToken cancellationToken)
    {
        if (depth > MostDepth)
        {
            return Fault.NestedTooDeep;
        }

        try
        {
            archive.Position = 0;
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            count.Entries += zip.Entries.Count;
            if (count.Entries > MostEntries)
            {
                return Fault.TooManyEntries;
            }

            foreach (var entry in zip.Entries)
            {
                if (await InspectAsync(entry, content, count, depth, cancellationToken) is { } fault)
                {
                    return fault;
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return Fault.Damaged;
        }
    }

    private static async Task<Fault?> InspectAsync(ZipArchiveEntry entry, Content content, Count count, int depth, CancellationToken cancellationToken)
    {
        if (entry.IsEncrypted)
        {
            return Fault.Encrypted;
        }

        if (depth == 1)
        {
            ((HashSet<string>)content.Names).Add(entry.FullName);
        }

        Note(entry.FullName, (HashSet<string>)content.Cautions);
        if (!Nested.Contains(Path.GetExtension(entry.FullName), StringComparer.OrdinalIgnoreCase))
        {
            return await UnpackAsync(entry, Stream.Null, count, cancellationToken);
        }

        await using var inner = AttachmentStore.Spool();
        if (await UnpackAsync(entry, inner, count, cancellationToken) is { } fault)
        {
            return fault;
        }

        // What only bears such a name is no archive, and harmless as one.
        return await IsArchiveAsync(inner, cancellationToken) ? await InspectAsync(inner, content, count, depth + 1, cancellationToken) : null;
    }

    private static async Task<Fault?> UnpackAsync(ZipArchiveEntry entry, Stream target, Count count, CancellationToken cancellationToken)
    {
        await using var packed = await entry.OpenAsync(cancellationToken);
        var buffer = new byte[BufferBytes];
        var crc = 0U;
        int read;
        while ((read = await packed.ReadAsync(buffer, cancellationToken)) > 0)
        {
            count.Unpacked += read;
            if (count.Unpacked > MostUnpackedBytes || (count.Unpacked > HarmlessBytes && count.Unpacked > count.Packed * MostRatio))
            {
                return Fault.UnpacksTooFar;
            }

            crc = Crc32.Append(crc, buffer.AsSpan(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        // An entry that states less than it holds is read no further than it states; its checksum gives it away.
        return crc == entry.Crc32 ? null : Fault.Damaged;
    }

    private static async Task<bool> IsArchiveAsync(Stream inner, CancellationToken cancellationToken)
    {
        inner.Position = 0;
        var start = new byte[Math.Min(MediaTypes.SniffedBytes, inner.Length)];
        await inner.ReadExactlyAsync(start, cancellationToken);
        return MediaTypes.IsZip(start);
    }

    private static void Note(string name, HashSet<string> cautions)
    {
        if (Path.GetFileName(name).Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        {
            cautions.Add(Cautions.Macros);
        }
        else if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))
        {
            cautions.Add(Cautions.EmbeddedObjects);
        }
        else if (Programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            cautions.Add(Cautions.Programs);
        }
    }

    private sealed class Count(long packed)
    {
        public long Packed { get; } = packed;

        public long Unpacked { get; set; }

        public int Entries { get; set; }
    }
}

/// <summary>What the reader of a file is told before opening it.</summary>
public static class Cautions
{
    /// <summary>Office macros.</summary>
    public const string Macros = "macros";

    /// <summary>Objects or controls embedded in an Office file.</summary>
    public const string EmbeddedObjects = "embedded-objects";

    /// <summary>Programs or scripts in an archive.</summary>
    public const string Programs = "programs";
}
