using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace VerifyCaseFile;

/// <summary>The zip, read within bounds and never unpacked to disk.</summary>
internal sealed class CaseZip : IDisposable
{
    private const int MostSmallBytes = 256 << 20;
    private const int MostLineBytes = 64 << 20;
    private const int BufferBytes = 64 * 1024;

    private readonly ZipArchive zip;

    private CaseZip(ZipArchive zip)
    {
        this.zip = zip;
        Names = [.. zip.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The names of its files, as often as they are there.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Opens a zip.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or a damaged one.</exception>
    public static CaseZip Open(Stream file) => new(new ZipArchive(file, ZipArchiveMode.Read));

    /// <summary>A small file as a whole; null where there is none.</summary>
    public byte[]? Small(string path)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var content = entry.Open();
        using var read = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int count;
        while ((count = content.Read(buffer)) > 0)
        {
            read.Write(buffer, 0, count);
            if (read.Length > MostSmallBytes)
            {
                throw new InvalidDataException($"{path} > {MostSmallBytes} bytes");
            }
        }

        return read.ToArray();
    }

    /// <summary>A small text; null where there is none.</summary>
    public string? Text(string path) => Small(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>A file's SHA-256 and length; reading ends one byte beyond what it should have.</summary>
    public (string Sha256, long Bytes) Hash(string path, long expectedBytes)
    {
        using var content = zip.GetEntry(path)!.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var (length, count) = (0L, 0);
        while (length <= expectedBytes && (count = content.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            length += count;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    /// <summary>The lines of a file, one in memory at a time; none where there is no such file.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Lines(string path)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            yield break;
        }

        using var content = entry.Open();
        var (buffer, start, end) = (new byte[BufferBytes], 0, 0);
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                yield return buffer.AsMemory(start, at);
                start += at + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length < MostLineBytes ? buffer.Length * 2 : throw new InvalidDataException($"{path}: a line > {MostLineBytes} bytes"));
            }

            var read = content.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > 0)
        {
            yield return buffer.AsMemory(0, end);
        }
    }

    public void Dispose() => zip.Dispose();
}
