using System.Text;
using System.Text.RegularExpressions;

namespace Registry.Places;

/// <summary>
/// Whether two places as people write them are one: 上海 and 上海市, 武汉市 and 湖北省武汉市, 武汉市 and what lies in it. A ban confined to a
/// place (EO-13) is got round by no other way of writing it; 襄阳市 and 阳市, 吉林市 and 吉林省 are different all the same.
/// </summary>
internal static partial class SamePlace
{
    private const string City = "市";
    private const string Part = "区";

    /// <summary>Whether they are one, or one lies in the other; what is not written at all is no place.</summary>
    public static bool Is(string? one, string? other)
    {
        var (first, second) = (Read(one), Read(other));
        return Enumerable.Range(0, first.Count).Any(at => Meet(first[at..], second)) || Enumerable.Range(0, second.Count).Any(at => Meet(second[at..], first));
    }

    /// <summary>A place as it is kept: wide or narrow, with or without spaces, it is written the same.</summary>
    public static string? Written(string? place)
    {
        var written = string.Concat((place ?? "").Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return written.Length == 0 ? null : written;
    }

    // Both begin at the same unit, and go on alike as long as both go on.
    private static bool Meet(List<Unit> one, List<Unit> other) =>
        one.Count > 0 && other.Count > 0 && Enumerable.Range(0, Math.Min(one.Count, other.Count)).All(at =>
            one[at].Is(other[at])
            || (at == one.Count - 1 && one[at].Holds(other[at]))
            || (at == other.Count - 1 && other[at].Holds(one[at])));

    private static List<Unit> Read(string? place)
    {
        if (Written(place) is not { } written)
        {
            return [];
        }

        var province = Province().Match(written);
        List<Unit> units = province.Success ? [Unit.Of(province)] : [];
        units.AddRange(Units().Matches(written, province.Length).Select(Unit.Of));
        return units;
    }

    // A province is known by its name, as it may stand without 省; a district that bears one (海南区) is none.
    [GeneratedRegex("^(?<name>北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?<level>省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?(?!.$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Province();

    // A name has two characters at least, but for counties (忠县); what bears no level goes to the end.
    [GeneratedRegex("(?<name>.)(?<level>县)|(?<name>.{2,}?)(?<level>自治州|自治县|自治旗|地区|市|区|县|旗|盟)|(?<name>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Units();

    /// <summary>A name and its level; no level where none is written.</summary>
    private sealed record Unit(string Name, string Level)
    {
        public static Unit Of(Match match) => new(match.Groups["name"].Value, match.Groups["level"].Value);

        public bool Is(Unit other) => Name == other.Name && (Level == other.Level || Level.Length == 0 || other.Level.Length == 0);

        /// <summary>Whether the other is a part of this city that is written in one with it: 武汉东湖新技术开发区.</summary>
        public bool Holds(Unit other) =>
            Level is "" or City && other.Level is "" or Part && Name.Length > 1 && other.Name.Length > Name.Length && other.Name.StartsWith(Name, StringComparison.Ordinal);
    }
}
