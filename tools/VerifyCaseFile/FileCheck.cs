namespace VerifyCaseFile;

/// <summary>Every file is there, once, as it was when the manifest was signed; and no other.</summary>
internal static class FileCheck
{
    /// <summary>Compares; returns the hashes as they were found, by path.</summary>
    public static IReadOnlyDictionary<string, string> Run(CaseZip zip, Manifest manifest, IReadOnlyCollection<string> unlisted, Report report)
    {
        foreach (var twice in zip.Names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            report.Add("file-twice", twice.Key, "同名文件出现多次。", "There are several files of this name.");
        }

        var found = zip.Names.ToHashSet(StringComparer.Ordinal);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (!found.Contains(file.Path))
            {
                report.Add("file-missing", file.Path, "清单所列文件不在卷宗中。", "The manifest names it, and it is not there.");
                continue;
            }

            var (sha256, bytes) = zip.Hash(file.Path, file.Bytes);
            hashes[file.Path] = sha256;
            if (sha256 != file.Sha256 || bytes != file.Bytes)
            {
                report.Add("file-altered", file.Path, "文件内容与清单不符。", "The content is not what the manifest says.");
            }
        }

        foreach (var extra in found.Except(manifest.Files.Select(file => file.Path), StringComparer.Ordinal).Except(unlisted, StringComparer.Ordinal))
        {
            report.Add("file-unlisted", extra, "文件不在清单中。", "The manifest does not name it.");
        }

        report.Tell($"文件 {hashes.Count} 个", $"Files: {hashes.Count}");
        return hashes;
    }
}
