using Policies;

namespace Registry.Packs;

/// <summary>Parameters that a pack may do without: a programme whose pack does not have one does not have that rule.</summary>
internal static class PackParameters
{
    public const string BanScope = "ban-scope";
    public const string BanCovers = "ban-covers";
    public const string HostBanScope = "host-ban-scope";
    public const string RectificationFrom = "rectification-from";
    public const string NextEvaluationServes = "next-evaluation-serves";
    public const string ChangeReportPeriod = "change-report-period";
    public const string CancellationFrom = "cancellation-from";

    /// <summary>The words chosen on a day; null where the pack does not have the parameter.</summary>
    public static Cited<IReadOnlyList<string>>? ChoicesOrNone(this PolicyPack pack, string name, DateOnly day) =>
        pack.Has(name, day) ? pack.Choices(name, day) : null;

    /// <summary>The text on a day; null where the pack does not have the parameter.</summary>
    public static Cited<string>? TextOrNone(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) ? pack.Text(name, day) : null;

    /// <summary>The number of calendar days on a day; null where the pack does not have the parameter.</summary>
    public static Cited<int>? DaysOrNone(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) ? pack.Days(name, day) : null;

    /// <summary>The period on a day; null where the pack does not have the parameter.</summary>
    public static Cited<Period>? PeriodOrNone(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) ? pack.Period(name, day) : null;

    /// <summary>The count on a day; null where the pack does not have the parameter.</summary>
    public static Cited<int>? CountOrNone(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) ? pack.Count(name, day) : null;

    /// <summary>The ratio on a day; null where the pack does not have the parameter.</summary>
    public static Cited<Ratio>? RatioOrNone(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) ? pack.Ratio(name, day) : null;

    /// <summary>Whether the pack says yes on a day.</summary>
    public static bool Says(this PolicyPack pack, string name, DateOnly day) => pack.Has(name, day) && pack.Flag(name, day).Value;

    private static bool Has(this PolicyPack pack, string name, DateOnly day) => pack.Parameters.FirstOrDefault(p => p.Name == name)?.On(day) is not null;
}
