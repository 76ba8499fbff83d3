using System.Security.Cryptography;
using System.Text;
using Contracts.Registry;

namespace Packs.Tests;

/// <summary>What Registry publishes: the platform's own files, or single values of them changed.</summary>
internal static class Published
{
    public const string Programme = "zhoushan-innovation-centres";
    public const string Jurisdiction = "zhoushan";

    public static PolicyPublished Pack(string programme = Programme, string from = "2025-10-21", string status = "in-force")
    {
        var content = Read(Path.Combine(Programme, "2025-10-21.yaml"))
            .With("status: in-force\nfrom: 2025-10-21\n", $"status: {status}\nfrom: {from}\n")
            .With($"programme: {Programme}", $"programme: {programme}");
        return new PolicyPublished { Programme = programme, From = DateOnly.Parse(from, null), Hash = HashOf(content), Content = content };
    }

    public static CalendarPublished Calendar()
    {
        var content = Read(Path.Combine("calendars", "2026.yaml"));
        return new CalendarPublished { Year = 2026, Hash = HashOf(content), Content = content };
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", file));

    private static string With(this string text, string value, string other) =>
        text.Contains(value, StringComparison.Ordinal) ? text.Replace(value, other, StringComparison.Ordinal) : throw new InvalidOperationException($"The pack has no '{value}'.");
}
