using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Tokens;

/// <summary>The RS256 key. It is kept in the data folder, so that tokens outlive a restart.</summary>
internal sealed class SigningKey : IDisposable
{
    private const string FileName = "signing-key.pem";
    private const int KeySizeBits = 2048;

    private readonly RSA rsa;

    private SigningKey(RSA rsa)
    {
        this.rsa = rsa;
        var publicPart = rsa.ExportParameters(includePrivateParameters: false);
        var keyId = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
        Credentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256);
        PublicKeySet = new
        {
            keys = new[]
            {
                new { kid = keyId, kty = "RSA", alg = "RS256", use = "sig", n = Base64UrlEncoder.Encode(publicPart.Modulus), e = Base64UrlEncoder.Encode(publicPart.Exponent) },
            },
        };
    }

    public SigningCredentials Credentials { get; }

    /// <summary>The JSON Web Key Set (RFC 7517).</summary>
    public object PublicKeySet { get; }

    public static SigningKey LoadOrCreate(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            return new SigningKey(File.Exists(path) ? Load(path) : Create(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new StartRefusedException(
                $"""
                无法读取或写入签名密钥 {path}：{error.Message}
                The signing key {path} cannot be read or written: {error.Message} Delete the file to get a new key; everyone then signs in again.
                """);
        }
    }

    public void Dispose() => rsa.Dispose();

    private static RSA Load(string path)
    {
        var loaded = RSA.Create();
        loaded.ImportFromPem(File.ReadAllText(path));
        return loaded;
    }

    private static RSA Create(string path)
    {
        var created = RSA.Create(KeySizeBits);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(created.ExportPkcs8PrivateKeyPem());
        return created;
    }
}
