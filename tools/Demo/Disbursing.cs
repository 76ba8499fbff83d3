namespace Demo;

/// <summary>A year's money: advances to the last fen, payment, holds, and what is refused (ZS-04, ZS-05, ZS-08).</summary>
internal sealed class Disbursing(Stage stage, Budgeting budget)
{
    private const string Advances = "/api/funding/advances";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>The accounts that were changed.</summary>
    private readonly Dictionary<Body, string> accounts = [];

    /// <summary>Pays each body its share, and shows that the fen after the last is refused.</summary>
    public async Task PayAsync(DateOnly day, params IReadOnlyList<(Body Body, long Fen)> shares)
    {
        var approved = await AdvanceAsync(day, shares);
        await RunAsync(day, approved);
        facts.Paid[day.Year] = approved;
    }

    /// <summary>Proposes and approves each body's share; the fen after the last is refused.</summary>
    public async Task<List<Guid>> AdvanceAsync(DateOnly day, params IReadOnlyList<(Body Body, long Fen)> shares)
    {
        var approved = new List<Guid>();
        foreach (var (body, fen) in shares)
        {
            approved.Add(await ApproveAsync(await ProposeAsync(body, fen, day)));
            stage.Tell.Done($"{body.ProjectName}预拨{Stage.Yuan(fen)}元，经办与复核两人", $"{Stage.Yuan(fen)} yuan to {body.En}, by two persons (ZS-05)");
        }

        var nextFen = await ProposeAsync(shares[0].Body, 1, day);
        await RefuseApprovalAsync($"the fen after {day.Year}'s cap", nextFen);
        await platform.PostAsync(Maker, $"{Advances}/{nextFen}/cancel", new { reason = "上限已满" });
        return approved;
    }

    /// <summary>A payment that failed or came back is proposed and approved anew.</summary>
    public async Task<Guid> AgainAsync(Body body, long fen, DateOnly day, Guid replaces)
    {
        var approved = await ApproveAsync(await ProposeAsync(body, fen, day, replaces));
        stage.Tell.Done($"{body.ProjectName}{Stage.Yuan(fen)}元重新支付，经办与复核两人", $"{Stage.Yuan(fen)} yuan to {body.En} once more, by two persons");
        return approved;
    }

    /// <summary>Proposes an advance.</summary>
    public async Task<string> ProposeAsync(Body body, long fen, DateOnly day, Guid? replaces = null) =>
        Stage.Id((await platform.PostAsync(Maker, Advances, Advance(body, fen, day, replaces)))["advance"]!);

    /// <summary>Another person approves it.</summary>
    public async Task<Guid> ApproveAsync(string advance) =>
        (await platform.PostAsync(Approver, $"{Advances}/{advance}/approve", new { }))["advance"]!["id"]!.GetValue<Guid>();

    /// <summary>An approval that must be refused.</summary>
    public Task RefuseApprovalAsync(string what, string advance) => stage.RefuseAsync(what, Approver, $"{Advances}/{advance}/approve", new { });

    /// <summary>A body that may not be paid, for whatever reason the clause names.</summary>
    public Task RefuseAsync(string what, Body body, long fen, DateOnly day, Guid? replaces = null) =>
        stage.RefuseAsync(what, Maker, Advances, Advance(body, fen, day, replaces));

    /// <summary>From now on the body asks for its money there.</summary>
    public string UseAccount(Body body, string number) => accounts[body] = number;

    /// <summary>Where a body has its money.</summary>
    public string AccountOf(Body body) => accounts.GetValueOrDefault(body, $"3309020104000{body.Code[2..8]}");

    /// <summary>Stops a body's payments; the hold.</summary>
    public async Task<string> HoldAsync(Body body, string zh, string en)
    {
        var held = await platform.PostAsync(Maker, $"/api/funding/accounts/{facts.Institutions[body]}/holds", new { reason = zh });
        stage.Tell.Done($"{body.ProjectName}暂停支付：{zh}", $"payments to {body.En} are on hold: {en}");
        return Stage.Id(held["holds"]!.AsArray().Single(hold => hold!["released"] is null)!);
    }

    /// <summary>Another person lets payments go on.</summary>
    public async Task ReleaseAsync(Body body, string hold, string zh, string en)
    {
        await platform.PostAsync(Approver, $"/api/funding/holds/{hold}/release", new { reason = zh });
        stage.Tell.Done($"{body.ProjectName}由另一人解除暂停：{zh}", $"another person releases {body.En}'s hold: {en}");
    }

    private async Task RunAsync(DateOnly day, List<Guid> advances)
    {
        var gathered = await platform.PostAsync(
            Maker, "/api/funding/payment-runs", new { programme = FiveYears.Programme, fiscalYear = day.Year, paymentIds = advances });
        var run = Stage.Id(gathered["run"]!);
        await platform.PostAsync(Approver, $"/api/funding/payment-runs/{run}/seal", new { });
        var results = advances.Select((advance, i) => new { paymentId = advance, outcome = "paid", on = Stage.Iso(day), bankReference = $"ZS{day.Year}{i + 1:0000}" });
        await platform.PostAsync(Maker, $"/api/funding/payment-runs/{run}/results", new { results });
        stage.Tell.Done($"支付批次导出，银行回单：{advances.Count}笔已拨付", $"payment run exported, the bank paid {advances.Count}");
    }

    private object Advance(Body body, long amountFen, DateOnly day, Guid? replaces) => new
    {
        institutionId = facts.Institutions[body],
        appropriationId = budget.Of(day.Year),
        amountFen,
        purpose = "产业创新中心建设与运行",
        allotmentNumber = $"舟财教〔{day.Year}〕6号",
        allottedOn = Stage.Iso(day),
        payeeAccount = AccountOf(body),
        payeeName = body.Name,
        replacesId = replaces,
    };
}
