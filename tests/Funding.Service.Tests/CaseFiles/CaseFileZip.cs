using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VerifyCaseFile;

namespace Funding.Tests.CaseFiles;

/// <summary>A case file taken apart, changed by somebody and put together again.</summary>
internal sealed class CaseFileZip
{
    public const string ManifestPath = "manifest.json";

    private readonly List<(string Path, byte[] Content)> files = [];

    public static CaseFileZip Read(byte[] zip)
    {
        var read = new CaseFileZip();
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var packed = entry.Open();
            packed.CopyTo(content);
            read.files.Add((entry.FullName, content.ToArray()));
        }

        return read;
    }

    public IEnumerable<string> Paths => files.Select(f => f.Path);

    public byte[] Bytes(string path) => files.Single(f => f.Path == path).Content;

    public string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    public IReadOnlyList<JsonObject> Lines(string path) =>
        [.. Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    public void Add(string path, string content) => files.Add((path, Encoding.UTF8.GetBytes(content)));

    public void Remove(string path) => files.RemoveAll(f => f.Path == path);

    public void Put(string path, string content)
    {
        var at = files.FindIndex(f => f.Path == path);
        files[at] = (path, Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Changes the lines of a file.</summary>
    public void Rewrite(string path, Action<List<JsonObject>> change)
    {
        var lines = Lines(path).ToList();
        change(lines);
        Put(path, string.Concat(lines.Select(line => line.ToJsonString() + "\n")));
    }

    /// <summary>Makes the manifest fit what is there now, signed by whoever does it.</summary>
    public void Sign(Func<byte[], string> sign, Action<JsonObject>? change = null)
    {
        var manifest = JsonNode.Parse(Text(ManifestPath))!.AsObject();
        manifest["files"] = new JsonArray([
            .. files.Where(f => f.Path is not (ManifestPath or "manifest.sig")).Select(f => new JsonObject
            {
                ["path"] = f.Path,
                ["bytes"] = f.Content.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(f.Content)),
            }),
        ]);
        change?.Invoke(manifest);
        Put(ManifestPath, manifest.ToJsonString());
        Put("manifest.sig", sign(Bytes(ManifestPath)));
    }

    public byte[] ToZip()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return zip.ToArray();
    }

    /// <summary>What the tool finds, by code.</summary>
    public static IReadOnlyList<string> Faults(byte[] zip, string? trustedKey)
    {
        using var opened = CaseZip.Open(new MemoryStream(zip));
        using var key = trustedKey is null ? null : PublicKey.FromPem(trustedKey);
        return [.. Verification.Run(opened, key).Faults.Select(f => f.Code).Distinct(StringComparer.Ordinal)];
    }
}
