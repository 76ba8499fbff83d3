using System.Security.Cryptography;

namespace VerifyCaseFile;

/// <summary>What a person types, and what the exit code says: 0 all is right, 1 faults were found, 2 nothing could be checked.</summary>
internal static class CommandLine
{
    public const int Intact = 0;
    public const int Faulty = 1;
    public const int Unreadable = 2;

    private const string Usage = """
        用法 / Usage:
          VerifyCaseFile <case-file.zip> [--key <public-key.pem>] [--lang zh|en]

          --key   局方另行公布的公钥；不给出时只能证明卷宗自洽，请自行核对指纹。
                  The bureau's public key as it publishes it elsewhere. Without it the file is only shown to agree with itself: compare the fingerprint.
          --lang  报告语言，默认 zh。 The report's language; zh by default.

        退出码 / Exit code: 0 完好 intact · 1 有不符 faults · 2 无法核验 not readable
        """;

    /// <summary>Verifies one file and tells the result.</summary>
    public static int Run(string[] args, TextWriter output)
    {
        if (!Arguments.TryRead(args, out var arguments))
        {
            output.WriteLine(Usage);
            return Unreadable;
        }

        try
        {
            using var trusted = arguments.Key is null ? null : PublicKey.FromPem(File.ReadAllText(arguments.Key));
            using var file = File.OpenRead(arguments.File);
            using var zip = CaseZip.Open(file);
            var report = Verification.Run(zip, trusted);
            report.Print(output, arguments.English);
            return report.Faults.Count == 0 ? Intact : Faulty;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException)
        {
            output.WriteLine(arguments.English ? $"Cannot be verified: {e.Message}" : $"无法核验：{e.Message}");
            return Unreadable;
        }
    }

    private sealed record Arguments(string File, string? Key, bool English)
    {
        public static bool TryRead(string[] args, out Arguments arguments)
        {
            arguments = new Arguments("", null, English: false);
            for (var at = 0; at < args.Length; at++)
            {
                var value = at + 1 < args.Length ? args[at + 1] : null;
                switch (args[at])
                {
                    case "--key" when value is not null:
                        arguments = arguments with { Key = value };
                        at++;
                        break;
                    case "--lang" when value is "zh" or "en":
                        arguments = arguments with { English = value == "en" };
                        at++;
                        break;
                    case var file when arguments.File.Length == 0 && !file.StartsWith('-'):
                        arguments = arguments with { File = file };
                        break;
                    default:
                        return false;
                }
            }

            return arguments.File.Length > 0;
        }
    }
}
