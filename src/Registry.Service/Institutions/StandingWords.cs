using Contracts.Registry;
using Policies;

namespace Registry.Institutions;

/// <summary>A standing's name for people.</summary>
internal sealed record StandingWord(string Key, Label Label);

/// <summary>The standings as tables that leave the platform name them, and as tables that come in may.</summary>
internal static class StandingWords
{
    public static IReadOnlyList<StandingWord> All { get; } =
    [
        new(Standings.UnderConstruction, new("建设中", "Under construction")),
        new(Standings.Recognised, new("已认定", "Recognised")),
        new(Standings.Filed, new("已备案", "Filed")),
        new(Standings.UnderRectification, new("限期整改", "Under rectification")),
        new(Standings.Delisted, new("已摘牌", "Delisted")),
        new(Standings.Revoked, new("已取消资格", "Revoked")),
        new(Standings.Removed, new("不再纳入备案管理", "Removed from filing")),
        new(Standings.Cancelled, new("已取消认定", "Recognition cancelled")),
        new(Standings.Merged, new("已并入", "Merged into another")),
    ];

    /// <summary>Its name; the word itself where it has none.</summary>
    public static Label LabelOf(string standing) => All.FirstOrDefault(word => word.Key == standing)?.Label ?? new Label(standing, standing);
}
