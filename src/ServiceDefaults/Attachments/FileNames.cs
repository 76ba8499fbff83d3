using System.Globalization;
using System.Text;

namespace ServiceDefaults.Attachments;

/// <summary>Makes a file name safe to store, to show and to download under. Pure.</summary>
public static class FileNames
{
    /// <summary>The most characters that are kept.</summary>
    public const int Longest = 150;

    /// <summary>
    /// The last part of the path without control and direction characters and without what Windows forbids; an extension
    /// survives shortening. Null where nothing is left.
    /// </summary>
    public static string? Clean(string? given)
    {
        var last = (given ?? string.Empty).Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(IsHarmless)).Trim(' ', '.');
        if (kept.Length == 0)
        {
            return null;
        }

        if (kept.Length <= Longest)
        {
            return kept;
        }

        var extension = Path.GetExtension(kept) is { Length: <= 10 } known ? known : string.Empty;
        var end = Longest - extension.Length;
        return kept[..(char.IsHighSurrogate(kept[end - 1]) ? end - 1 : end)] + extension;
    }

    // Format characters (category Cf) include those that turn the direction of text: "gpj.exe" can look like "exe.jpg".
    private static bool IsHarmless(Rune rune) =>
        !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
