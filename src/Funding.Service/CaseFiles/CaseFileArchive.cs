using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServiceDefaults.Problems;

namespace Funding.CaseFiles;

/// <summary>A file of a case file: where it lies, how long it is and its SHA-256, lower-case hexadecimal.</summary>
internal sealed record CaseFileEntry(string Path, long Bytes, string Sha256);

/// <summary>A zip on its way out: each file is hashed while it is written, and what is held in memory is the list of them.</summary>
internal sealed class CaseFileArchive(ZipArchive zip)
{
    private const int BufferBytes = 64 * 1024;
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly List<CaseFileEntry> files = [];

    /// <summary>JSON as in the API, in which Chinese stays readable.</summary>
    public static JsonSerializerOptions Json { get; } = new(StrictJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<CaseFileEntry> Files => files;

    /// <summary>Adds a file.</summary>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var hashed = new HashedStream(entry);
        await using var buffered = new BufferedStream(hashed, BufferBytes);
        await write(buffered);
        await buffered.FlushAsync(cancellationToken);
        files.Add(new CaseFileEntry(path, hashed.Written, hashed.Sha256()));
    }

    /// <summary>Adds a text.</summary>
    public Task AddAsync(string path, string text, CancellationToken cancellationToken) =>
        AddAsync(path, async file => await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken), cancellationToken);

    /// <summary>Adds a file with a line of JSON for each row.</summary>
    public Task AddLinesAsync<T>(string path, IAsyncEnumerable<T> rows, JsonSerializerOptions options, CancellationToken cancellationToken) =>
        AddAsync(
            path,
            async file =>
            {
                await foreach (var row in rows.WithCancellation(cancellationToken))
                {
                    // By its own type: a payment is an advance or a grant.
                    await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(row, row!.GetType(), options), cancellationToken);
                    await file.WriteAsync(NewLine, cancellationToken);
                }
            },
            cancellationToken);
}
