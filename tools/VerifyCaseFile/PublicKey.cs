using System.Security.Cryptography;

namespace VerifyCaseFile;

/// <summary>The public half of the key that signs daily heads and manifests.</summary>
internal sealed class PublicKey : IDisposable
{
    private readonly ECDsa key;

    private PublicKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..32];
    }

    /// <summary>Its fingerprint, as the platform shows it.</summary>
    public string Id { get; }

    /// <summary>Reads a PEM.</summary>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    /// <exception cref="ArgumentException">It is no PEM.</exception>
    public static PublicKey FromPem(string pem)
    {
        var found = ECDsa.Create();
        found.ImportFromPem(pem);
        return new PublicKey(found);
    }

    /// <summary>Whether this key signed that; what is no signature at all did not.</summary>
    public bool Verifies(byte[] document, string signature)
    {
        var bytes = new byte[256];
        return Convert.TryFromBase64String(signature.Trim(), bytes, out var length)
            && key.VerifyData(document, bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();
}
