using Policies;
using Registry.Packs;

namespace Registry.Bans;

/// <summary>
/// What a ban bars from. Unless the pack says otherwise, one that comes of an institution's case bars from the programme's applications
/// (ZS-20, EO-13), one that comes of a register's step from that register (HB-05).
/// </summary>
internal static class BanCovers
{
    /// <summary>The word by which a pack's choice means its own applications.</summary>
    private const string Applications = "applications";

    /// <summary>The applications of a programme, as <see cref="Ban.Covers"/> names them.</summary>
    public static string OfApplications(string programme) => programme;

    /// <summary>A register of a programme, as <see cref="Ban.Covers"/> names it.</summary>
    public static string OfRegister(string programme, string register) => $"{programme}/{register}";

    /// <summary>What a ground's ban covers on a day.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="clause">The clause that bars: a choice that rests on another clause does not widen it.</param>
    /// <param name="day">The day of the decision.</param>
    /// <param name="register">The register whose step established the ground; null for an institution's case.</param>
    public static List<string> Of(PolicyPack pack, string clause, DateOnly day, string? register)
    {
        var chosen = pack.ChoicesOrNone(PackParameters.BanCovers, day);
        return chosen?.ClauseId == clause
            ? [.. chosen.Value.Select(word => Covered(pack, word)).Distinct(StringComparer.Ordinal)]
            : [register is null ? OfApplications(pack.Programme) : OfRegister(pack.Programme, register)];
    }

    // A word is "applications", a register of this pack, or another programme of the same bureau.
    private static string Covered(PolicyPack pack, string word) =>
        word == Applications ? OfApplications(pack.Programme)
        : pack.Registers.Any(register => register.Name == word) ? OfRegister(pack.Programme, word)
        : OfApplications(word);
}
