using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Funding.Ledger;

/// <summary>
/// Signs daily heads with ECDSA P-256. The public half lies beside the key as <c>.pub</c>, for an auditor who verifies without
/// the platform.
/// </summary>
internal sealed class LedgerKey : IDisposable
{
    private readonly ECDsa key;

    private LedgerKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..32];
    }

    /// <summary>Fingerprint of the public key.</summary>
    public string Id { get; }

    /// <summary>The key of a PEM file, which is made where there is none.</summary>
    public static LedgerKey FromFile(string path)
    {
        var found = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        found.ImportFromPem(ReadOrCreate(path, found));
        return new LedgerKey(found);
    }

    /// <summary>The public half as PEM.</summary>
    public string PublicKey => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Signs a day's head.</summary>
    public string Sign(DateOnly day, long position, string hash) => Sign(Message(day, position, hash));

    /// <summary>Signs a document; base 64.</summary>
    public string Sign(byte[] document) => Convert.ToBase64String(key.SignData(document, HashAlgorithmName.SHA256));

    /// <summary>Whether this key signed that head.</summary>
    public bool Verifies(DailyHead head) =>
        head.KeyId == Id
        && Convert.TryFromBase64String(head.Signature, new byte[256], out _)
        && key.VerifyData(Message(head.Day, head.Position, head.Hash), Convert.FromBase64String(head.Signature), HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    private static byte[] Message(DateOnly day, long position, string hash) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{day:O}\n{position}\n{hash}"));

    // Several replicas may start at once on one data folder: whoever creates the file first has made the key for all.
    private static string ReadOrCreate(string path, ECDsa fresh)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Environment.ProcessId}.{Guid.CreateVersion7():N}";
            File.WriteAllText(draft, fresh.ExportPkcs8PrivateKeyPem());
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(draft, path, overwrite: false);
                File.WriteAllText($"{path}.pub", fresh.ExportSubjectPublicKeyInfoPem());
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllText(path);
    }
}
