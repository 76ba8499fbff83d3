using Contracts.Refusals;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Directories;

/// <summary>What the address of a list asks for.</summary>
internal sealed record DirectoryQuery
{
    public const int ShortestName = 2;
    public const int LongestName = 50;
    private const int MostStandings = 20;

    /// <summary>Of one programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Of one category.</summary>
    public string? Type { get; init; }

    /// <summary>Of one county or district.</summary>
    public string? District { get; init; }

    /// <summary>Of one specialisation.</summary>
    public string? Field { get; init; }

    /// <summary>Of these standings, several at once (<c>recognised,under-rectification</c>).</summary>
    public string? Standing { get; init; }

    /// <summary>Whose name has this in it.</summary>
    public string? Q { get; init; }

    /// <summary>As of this day, not today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>As the platform knew at this instant, not now.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Of one park (EI-12); a park's own people see no other (EI-13).</summary>
    public string? Park { get; init; }

    /// <summary>The filter of a signed-in caller: its own jurisdiction; the platform's own services see all.</summary>
    public Outcome<DirectoryFilter> For(Caller caller, BusinessClock clock) =>
        (caller.Is(Roles.ParkReviewer) ? this with { Park = caller.Park ?? "-" } : this).In(caller.Is(Roles.Service) ? null : caller.Jurisdiction ?? "", clock);

    /// <summary>The filter within a jurisdiction; null = all.</summary>
    public Outcome<DirectoryFilter> In(string? jurisdiction, BusinessClock clock)
    {
        var name = string.IsNullOrWhiteSpace(Q) ? null : SearchName.Of(Q);
        if (name is not null && SearchName.LengthOf(name) is < ShortestName or > LongestName)
        {
            return Refusal.BadInput("q", Q, $"请输入 {ShortestName} 至 {LongestName} 个字的名称片段。", $"Give {ShortestName} to {LongestName} characters of the name.");
        }

        var standings = Standing?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (standings.Length > MostStandings)
        {
            return Refusal.BadInput("standing", standings.Length, $"状态最多选 {MostStandings} 个。", $"Choose at most {MostStandings} standings.");
        }

        return new DirectoryFilter(jurisdiction, Empty(Programme), Empty(Type), Empty(District), Empty(Field), standings, name)
        {
            Park = Empty(Park),
            AsOf = On is null && KnownAt is null ? null : new AsOf(On ?? clock.Today, KnownAt?.UtcDateTime ?? clock.UtcNow),
        };
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>A day, and the instant whose knowledge counts.</summary>
internal sealed record AsOf(DateOnly On, DateTime KnownAt);

/// <summary>Which institutions are wanted; null or empty = any.</summary>
internal sealed record DirectoryFilter(
    string? Jurisdiction, string? Programme, string? Category, string? District, string? Field, IReadOnlyList<string> Standings, string? Name)
{
    public AsOf? AsOf { get; init; }

    /// <summary>The park; the institutions of one are few, so they are looked through.</summary>
    public string? Park { get; init; }

    /// <summary>Whether it asks for more than a jurisdiction or a programme.</summary>
    public bool HasTraits => Category is not null || District is not null || Field is not null || Standings.Count > 0;

    public IQueryable<DirectoryGroup> Of(IQueryable<DirectoryGroup> groups)
    {
        groups = Jurisdiction is null ? groups : groups.Where(g => g.Jurisdiction == Jurisdiction);
        groups = Programme is null ? groups : groups.Where(g => g.Programme == Programme);
        groups = Category is null ? groups : groups.Where(g => g.Category == Category);
        groups = District is null ? groups : groups.Where(g => g.District == District);
        groups = Field is null ? groups : groups.Where(g => g.Field == Field);
        return Standings.Count == 0 ? groups : groups.Where(g => Standings.Contains(g.Standing));
    }

    /// <summary>The same of the institutions themselves, but for the standing, which depends on the day.</summary>
    public IQueryable<Institution> OfAnyStanding(IQueryable<Institution> institutions)
    {
        institutions = Jurisdiction is null ? institutions : institutions.Where(i => i.Jurisdiction == Jurisdiction);
        institutions = Programme is null ? institutions : institutions.Where(i => i.Programme == Programme);
        institutions = Category is null ? institutions : institutions.Where(i => i.Category == Category);
        institutions = Park is null ? institutions : institutions.Where(i => i.Park == Park);
        institutions = District is null ? institutions : institutions.Where(i => i.District == District);
        return Field is null ? institutions : institutions.Where(i => i.Field == Field);
    }

    /// <summary>The same of the institutions as they stand.</summary>
    public IQueryable<Institution> Of(IQueryable<Institution> institutions) =>
        Standings.Count == 0 ? OfAnyStanding(institutions) : OfAnyStanding(institutions).Where(i => Standings.Contains(i.Standing));
}
