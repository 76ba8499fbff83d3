using Policies;
using Policies.Loading;

namespace Funding.Tests.Hosting;

/// <summary>Zhoushan's pack as it is, or with single values of it changed.</summary>
internal static class Rules
{
    public const string Programme = "zhoushan-innovation-centres";

    public static string Text => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", Programme, "2025-10-21.yaml"));

    /// <summary>The latest text of a programme's pack.</summary>
    public static string Of(string programme) => File.ReadAllText(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies", programme), "*.yaml")
            .Where(file => !file.EndsWith(".examples.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last());

    public static PolicyPack Zhoushan { get; } = Pack(Text);

    public static PolicyPack Pack(string text) =>
        PackLoader.Load(text, "test").Accepted(out var pack, out var refusal) ? pack : throw new PolicyException(refusal);

    /// <summary>The text without what stands from one mark up to another.</summary>
    public static string Without(this string text, string from, string upTo)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(upTo, StringComparison.Ordinal);
        return start >= 0 && end > start ? text.Remove(start, end - start) : throw new InvalidOperationException($"The pack has no '{from}' before '{upTo}'.");
    }

    /// <summary>The text with a value replaced; fails where there is nothing to replace.</summary>
    public static string With(this string text, string value, string other) =>
        text.Contains(value, StringComparison.Ordinal) ? text.Replace(value, other, StringComparison.Ordinal) : throw new InvalidOperationException($"The pack has no '{value}'.");
}
