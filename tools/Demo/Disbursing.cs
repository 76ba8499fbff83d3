namespace Demo;

/// <summary>A year's money: appropriation, advances to the last fen, payment, and what is refused (ZS-03 … ZS-05, ZS-08).</summary>
internal sealed class Disbursing(Stage stage)
{
    private const string Advances = "/api/funding/advances";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";
    private const long CapFen = 300_000_000;

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>The appropriation of a year that is open, by year.</summary>
    private readonly Dictionary<int, string> appropriations = [];

    /// <summary>Opens the year's appropriation.</summary>
    public async Task OpenAsync(DateOnly day)
    {
        if (appropriations.Count == 0)
        {
            await stage.RefuseAsync("appropriation a fen above the cap", Maker, "/api/funding/appropriations", Appropriation(day, CapFen + 1));
        }

        var opened = Stage.Id(await platform.PostAsync(Maker, "/api/funding/appropriations", Appropriation(day, CapFen)));
        if (appropriations.Count == 0)
        {
            await stage.RefuseAsync("a maker who approves", Maker, $"/api/funding/appropriations/{opened}/approve", new { });
        }

        await platform.PostAsync(Approver, $"/api/funding/appropriations/{opened}/approve", new { });
        appropriations[day.Year] = opened;
        stage.Tell.Done($"{day.Year}年安排{Stage.Yuan(CapFen)}元,由另一人批准开立", $"{Stage.Yuan(CapFen)} yuan opened for {day.Year} by a second person (ZS-03)");
    }

    /// <summary>Pays each body its share, and shows that the fen after the last is refused.</summary>
    public async Task PayAsync(DateOnly day, params IReadOnlyList<(Body Body, long Fen)> shares)
    {
        var approved = new List<Guid>();
        foreach (var (body, fen) in shares)
        {
            approved.Add(await ApproveAsync(await ProposeAsync(body, fen, day)));
            stage.Tell.Done($"{body.ProjectName}预拨{Stage.Yuan(fen)}元,经办与复核两人", $"{Stage.Yuan(fen)} yuan to {body.En}, by two persons (ZS-05)");
        }

        var nextFen = await ProposeAsync(shares[0].Body, 1, day);
        await stage.RefuseAsync($"the fen after {day.Year}'s cap", Approver, $"{Advances}/{nextFen}/approve", new { });
        await platform.PostAsync(Maker, $"{Advances}/{nextFen}/cancel", new { reason = "上限已满" });
        await RunAsync(day, approved);
        facts.Paid[day.Year] = approved;
    }

    /// <summary>A body that may not be paid, for whatever reason the clause names.</summary>
    public Task RefuseAsync(string what, Body body, long fen, DateOnly day) =>
        stage.RefuseAsync(what, Maker, Advances, Advance(body, fen, day));

    private static object Appropriation(DateOnly day, long amountFen) => new
    {
        programme = FiveYears.Programme,
        fiscalYear = day.Year,
        amountFen,
        documentNumber = $"舟财预〔{day.Year}〕1号",
        documentDate = Stage.Iso(day),
        functionalSubject = "2060404",
    };

    private async Task<string> ProposeAsync(Body body, long fen, DateOnly day) =>
        Stage.Id((await platform.PostAsync(Maker, Advances, Advance(body, fen, day)))["advance"]!);

    private async Task<Guid> ApproveAsync(string advance) =>
        (await platform.PostAsync(Approver, $"{Advances}/{advance}/approve", new { }))["advance"]!["id"]!.GetValue<Guid>();

    private async Task RunAsync(DateOnly day, List<Guid> advances)
    {
        var gathered = await platform.PostAsync(
            Maker, "/api/funding/payment-runs", new { programme = FiveYears.Programme, fiscalYear = day.Year, paymentIds = advances });
        var run = Stage.Id(gathered["run"]!);
        await platform.PostAsync(Approver, $"/api/funding/payment-runs/{run}/seal", new { });
        var results = advances.Select((advance, i) => new { paymentId = advance, outcome = "paid", on = Stage.Iso(day), bankReference = $"ZS{day.Year}{i + 1:0000}" });
        await platform.PostAsync(Maker, $"/api/funding/payment-runs/{run}/results", new { results });
        stage.Tell.Done($"支付批次导出,银行回单:{advances.Count}笔已拨付", $"payment run exported, the bank paid {advances.Count}");
    }

    private object Advance(Body body, long amountFen, DateOnly day) => new
    {
        institutionId = facts.Institutions[body],
        appropriationId = appropriations[day.Year],
        amountFen,
        purpose = "产业创新中心建设与运行",
        allotmentNumber = $"舟财教〔{day.Year}〕6号",
        allottedOn = Stage.Iso(day),
        payeeAccount = "3309020104000" + body.Code[2..8],
        payeeName = body.Name,
    };
}
