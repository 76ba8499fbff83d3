using System.Text.Json;

namespace VerifyCaseFile;

/// <summary>
/// Behind each posting stands its decision, behind each calculation sheet its pack, behind each document's record the document; and each of them is
/// what its hash says.
/// </summary>
internal static class RecordCheck
{
    private const string Records = "records/";
    private const string DocumentRecords = "records/document.ndjson";
    private static readonly string[] NamedByHash = ["packs/", "calendars/"];

    public static void Run(CaseZip zip, Manifest manifest, IReadOnlyDictionary<string, string> hashes, HashSet<Guid> sources, Report report)
    {
        var packs = Texts(hashes, report);
        var (unproven, records, sheets) = (new HashSet<Guid>(sources), 0, 0);
        foreach (var path in manifest.Files.Select(file => file.Path).Where(path => path.StartsWith(Records, StringComparison.Ordinal) && path != DocumentRecords))
        {
            foreach (var line in zip.Lines(path))
            {
                using var record = JsonDocument.Parse(line);
                records++;
                if (record.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var key))
                {
                    unproven.Remove(key);
                }

                sheets += Sheets(record.RootElement, packs, path, report);
            }
        }

        foreach (var source in unproven)
        {
            report.Add("decision-missing", source.ToString("D"), "有分录引用该决定，卷宗中没有。", "Postings rest on this decision, and it is not there.");
        }

        var documents = Documents(zip, hashes, report);
        report.Tell(
            $"记录 {records} 条，计算书 {sheets} 份，附件 {documents} 份，政策包与日历 {packs.Count} 份",
            $"Records: {records}, calculation sheets: {sheets}, documents: {documents}, packs and calendars: {packs.Count}");
    }

    private static HashSet<string> Texts(IReadOnlyDictionary<string, string> hashes, Report report)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, sha256) in hashes.Where(file => NamedByHash.Any(folder => file.Key.StartsWith(folder, StringComparison.Ordinal))))
        {
            found.Add(sha256);
            if (!path.EndsWith($"-{sha256}.yaml", StringComparison.Ordinal))
            {
                report.Add("text-differs", path, "内容与文件名中的哈希值不符。", "The content is not what the hash in its name says.");
            }
        }

        return found;
    }

    private static int Sheets(JsonElement record, HashSet<string> packs, string path, Report report)
    {
        var count = 0;
        foreach (var sheet in record.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object && member.Name.EndsWith("sheet", StringComparison.OrdinalIgnoreCase)))
        {
            count++;
            if (sheet.Value.TryGetProperty("packHash", out var hash) && !packs.Contains(hash.GetString() ?? ""))
            {
                report.Add("pack-missing", path, $"计算书所依据的政策包 {hash.GetString()} 不在卷宗中。", $"A calculation sheet rests on the pack {hash.GetString()}, and it is not there.");
            }
        }

        return count;
    }

    private static int Documents(CaseZip zip, IReadOnlyDictionary<string, string> hashes, Report report)
    {
        var found = hashes.Where(file => file.Key.StartsWith("documents/", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file.Key), file => file.Value, StringComparer.Ordinal);
        var count = 0;
        foreach (var line in zip.Lines(DocumentRecords))
        {
            var document = Contents.Read<Document>(line.Span);
            count++;
            if (!found.Contains(document.Id.ToString("D")))
            {
                report.Add("document-missing", document.Id.ToString("D"), $"附件“{document.FileName}”不在卷宗中。", $"The document '{document.FileName}' is not there.");
            }
            else if (found[document.Id.ToString("D")].Any(sha256 => sha256 != document.Sha256))
            {
                report.Add("document-differs", document.Id.ToString("D"), $"附件“{document.FileName}”与收到时不同。", $"The document '{document.FileName}' is not the one that was received.");
            }
        }

        return count;
    }
}
