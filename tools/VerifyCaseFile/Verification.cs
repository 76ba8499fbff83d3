using System.Text.Json;

namespace VerifyCaseFile;

/// <summary>All checks, in the order in which one rests on the other.</summary>
internal static class Verification
{
    private const string ManifestPath = "manifest.json";
    private const string SignaturePath = "manifest.sig";
    private const string KeyPath = "ledger-key.pub.pem";

    /// <summary>Verifies a case file.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="trusted">The bureau's key from elsewhere; null = the file's own, whose fingerprint a person compares.</param>
    public static Report Run(CaseZip zip, PublicKey? trusted)
    {
        var report = new Report();
        if (zip.Small(ManifestPath) is not { } bytes || zip.Text(KeyPath) is not { } pem)
        {
            report.Add("manifest-missing", ManifestPath, "卷宗没有清单或公钥。", "The file has no manifest or no public key.");
            return report;
        }

        using var own = PublicKey.FromPem(pem);
        var key = trusted ?? own;
        if (!key.Verifies(bytes, zip.Text(SignaturePath) ?? ""))
        {
            report.Add("signature-wrong", SignaturePath, "清单的签名不符：清单被改动，或不是由该密钥签出。", "The manifest's signature is wrong: it was changed, or this key did not sign it.");
        }

        Guarded(report, ManifestPath, () => Check(zip, Contents.Read<Manifest>(bytes), key, own, isTrusted: trusted is not null, report));
        return report;
    }

    private static void Check(CaseZip zip, Manifest manifest, PublicKey key, PublicKey own, bool isTrusted, Report report)
    {
        report.Tell(
            $"范围：{manifest.Jurisdiction}{(manifest.Programme is null ? "，全部项目" : $"，项目 {manifest.Programme}")}；{manifest.MadeOn:yyyy-MM-dd} 由 {manifest.MadeBy} 生成",
            $"Scope: {manifest.Jurisdiction}, {manifest.Programme ?? "all programmes"}; made on {manifest.MadeOn:yyyy-MM-dd} by {manifest.MadeBy}");
        report.Tell(
            isTrusted ? $"公钥指纹 {key.Id}（来自 --key）" : $"公钥指纹 {key.Id}（取自卷宗本身，请与局方公布的指纹核对）",
            isTrusted ? $"Key {key.Id} (given by --key)" : $"Key {key.Id} (the file's own: compare it with the fingerprint that the bureau publishes)");
        if (manifest.KeyId != key.Id || own.Id != key.Id)
        {
            report.Add("key-differs", KeyPath, $"卷宗所附公钥为 {own.Id}，清单所称为 {manifest.KeyId}，核验所用为 {key.Id}。", $"The file's key is {own.Id}, its manifest names {manifest.KeyId}, and {key.Id} was checked against.");
        }

        if (manifest.Format != Manifest.KnownFormat)
        {
            report.Add("format-unknown", ManifestPath, $"无法识别的格式 {manifest.Format}，请使用新版核验程序。", $"The format {manifest.Format} is not known here; use a newer program.");
            return;
        }

        var hashes = FileCheck.Run(zip, manifest, [ManifestPath, SignaturePath], report);
        var ledger = new LedgerCheck(manifest, key, report);
        Guarded(report, LedgerCheck.ChainPath, () => ledger.Run(zip));
        Guarded(report, BalanceCheck.Path, () => BalanceCheck.Run(zip, ledger.Balances, report));
        Guarded(report, "records", () => RecordCheck.Run(zip, manifest, hashes, ledger.Sources, report));
    }

    // A file that cannot be read is a fault of its own; the other checks go on.
    private static void Guarded(Report report, string where, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or OverflowException)
        {
            report.Add("unreadable", where, $"内容无法读取：{e.Message}", $"It cannot be read: {e.Message}");
        }
    }
}
