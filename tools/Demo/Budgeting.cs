namespace Demo;

/// <summary>A year's appropriation: opened within the cap, supplemented, carried over and closed, each time by two persons (ZS-03).</summary>
internal sealed class Budgeting(Stage stage)
{
    public const long CapFen = 300_000_000;

    private const string Appropriations = "/api/funding/appropriations";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";

    private readonly Platform platform = stage.Platform;
    private readonly Dictionary<int, string> opened = [];

    /// <summary>The year's appropriation.</summary>
    public string Of(int year) => opened[year];

    /// <summary>Opens the year's appropriation.</summary>
    public async Task OpenAsync(DateOnly day, long fen = CapFen)
    {
        if (opened.Count == 0)
        {
            await stage.RefuseAsync("appropriation a fen above the cap", Maker, Appropriations, Appropriation(day, CapFen + 1));
        }

        var appropriation = Stage.Id(await platform.PostAsync(Maker, Appropriations, Appropriation(day, fen)));
        if (opened.Count == 0)
        {
            await stage.RefuseAsync("a maker who approves", Maker, $"{Appropriations}/{appropriation}/approve", new { });
        }

        await platform.PostAsync(Approver, $"{Appropriations}/{appropriation}/approve", new { });
        opened[day.Year] = appropriation;
        stage.Tell.Done($"{day.Year}年安排{Stage.Yuan(fen)}元，由另一人批准开立", $"{Stage.Yuan(fen)} yuan opened for {day.Year} by a second person (ZS-03)");
    }

    /// <summary>More is appropriated (追加); the fen above the cap is refused.</summary>
    public async Task SupplementAsync(DateOnly day, long fen)
    {
        object Change(long amountFen) => new
        {
            kind = "supplement",
            amountFen,
            documentNumber = $"舟财预〔{day.Year}〕9号",
            documentDate = Stage.Iso(day),
            reason = "年中追加产业创新中心补助资金",
        };
        await stage.RefuseAsync("a supplement a fen above the cap", Maker, Changes(day.Year), Change(fen + 1));
        await ChangeAsync(day.Year, Change(fen));
        stage.Tell.Done($"{day.Year}年追加{Stage.Yuan(fen)}元，两人办理", $"{Stage.Yuan(fen)} yuan more for {day.Year}, by two persons (ZS-03)");
    }

    /// <summary>The ended year is closed: a part is carried over by decision, the rest lapses.</summary>
    public async Task CloseAsync(DateOnly day, long carriedFen)
    {
        var year = day.Year - 1;
        await ChangeAsync(year, new
        {
            kind = "carry-over",
            amountFen = carriedFen,
            intoId = Of(day.Year),
            documentNumber = $"舟财预〔{day.Year}〕2号",
            documentDate = Stage.Iso(day),
            reason = $"{year}年度结余资金经批准结转使用",
        });
        await ChangeAsync(year, new { kind = "close", amountFen = (long?)null, documentNumber = $"舟财决〔{day.Year}〕1号", documentDate = Stage.Iso(day), reason = $"{year}年度年终结账" });
        var report = await platform.GetAsync(Maker, $"{Appropriations}/{Of(year)}/year-end");
        var (carried, lapsed) = (Stage.Yuan(report["carriedOutFen"]!.GetValue<long>()), Stage.Yuan(report["lapsedFen"]!.GetValue<long>()));
        stage.Tell.Done($"{year}年度年终结账：决定结转{carried}元，注销{lapsed}元", $"{year} is closed: {carried} yuan carried over by decision, {lapsed} lapses");
    }

    private async Task ChangeAsync(int year, object change)
    {
        var proposed = await platform.PostAsync(Maker, Changes(year), change);
        await platform.PostAsync(Approver, $"/api/funding/appropriation-changes/{Stage.Id(proposed)}/approve", new { });
    }

    private string Changes(int year) => $"{Appropriations}/{Of(year)}/changes";

    private static object Appropriation(DateOnly day, long amountFen) => new
    {
        programme = FiveYears.Programme,
        fiscalYear = day.Year,
        amountFen,
        documentNumber = $"舟财预〔{day.Year}〕1号",
        documentDate = Stage.Iso(day),
        functionalSubject = "2060404",
    };
}
