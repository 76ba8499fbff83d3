using System.Text.RegularExpressions;

namespace Policies.Tests;

/// <summary>
/// The text of a policy document as the bureau reads it. The files stand as they were found. The copy of the Hubei plan went through a
/// converter that put the pinyin of some characters in brackets behind them (區(qū), 實質(zhì)性) and lost a few before a comma; both are
/// mended here, in the open, and nothing else: what remains is what a quote must stand in word for word.
/// </summary>
internal static partial class DocumentText
{
    private static readonly (string Found, string Read)[] Lost =
        [("科技咨詢?yōu)橐惑w", "科技咨詢為一體"), ("規(guī)?;a(chǎn)", "規模化產"), ("專家?guī)?、", "專家庫、")];

    internal static string Of(string programme)
    {
        var found = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Policies.Tests", "Documents", programme + ".txt"));
        return Pinyin().Replace(Lost.Aggregate(found, (text, lost) => text.Replace(lost.Found, lost.Read, StringComparison.Ordinal)), "");
    }

    /// <summary>One syllable in half-width brackets: never a word that the documents themselves have in brackets.</summary>
    [GeneratedRegex("\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinyin();
}
