using System.Globalization;
using System.Text;

namespace Registry.Directories;

/// <summary>A name as it is searched: without the differences that nobody means. Pure.</summary>
internal static class SearchName
{
    /// <summary>Two characters outside the basic plane take two units each.</summary>
    public const int BigramLength = 4;

    private const int FirstWide = 0xFF01;
    private const int LastWide = 0xFF5E;
    private const int FirstNarrow = 0x21;

    /// <summary>Full-width and half-width, upper and lower case are one; white space and signs without a shape are gone.</summary>
    public static string Of(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                kept.Append(Rune.ToUpperInvariant(Narrow(rune)));
            }
        }

        return kept.ToString();
    }

    // By hand, because the platform runs without the culture data that Unicode's own normalisation needs.
    private static Rune Narrow(Rune rune) => rune.Value is >= FirstWide and <= LastWide ? new Rune(rune.Value - FirstWide + FirstNarrow) : rune;

    /// <summary>The characters of a search name, as people count them.</summary>
    public static int LengthOf(string searchName) => searchName.EnumerateRunes().Count();

    /// <summary>Every two neighbours of a search name, each once.</summary>
    public static IReadOnlyList<string> Bigrams(string searchName)
    {
        var runes = searchName.EnumerateRunes().ToList();
        return [.. runes.Zip(runes.Skip(1), (left, right) => $"{left}{right}").Distinct(StringComparer.Ordinal)];
    }
}
