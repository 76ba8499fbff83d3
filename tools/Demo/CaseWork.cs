using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What is done about money that is to come back: notice, objection, parts, offset, refund, write-off; each decided by two persons (ZS-07).</summary>
internal sealed class CaseWork(Stage stage, Recovering recovering)
{
    private const string Clawbacks = "/api/funding/clawbacks";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";
    private const string Leader = "zs-leader";

    private readonly Platform platform = stage.Platform;

    /// <summary>The notice that takes money back goes out with its number, and is delivered; the number.</summary>
    public async Task<string> NotifyAsync(Body body, int year)
    {
        var clawback = await recovering.FindAsync(body, year);
        var issued = (await platform.PostAsync(Approver, $"{Clawbacks}/{Stage.Id(clawback)}/notices", new { }))["notice"]!;
        await platform.PostAsync(
            Maker, $"/api/funding/clawback-notices/{Stage.Id(issued)}/delivery", new { deliveredOn = Stage.Iso(await platform.TodayAsync()), how = "直接送达，单位签收" });
        var (number, fen) = (issued["number"]!.GetValue<string>(), Stage.Yuan(issued["outstandingFen"]!.GetValue<long>()));
        stage.Tell.Done(
            $"{number}送达{body.ProjectName}：{year}年度{fen}元，限{issued["dueOn"]}前缴清",
            $"notice {number} is delivered to {body.En}: {fen} yuan of {year}, due by {issued["dueOn"]} (ZS-07)");
        return number;
    }

    /// <summary>The body objects, and two persons find that it is wrong.</summary>
    public async Task ObjectInVainAsync(Body body, int year, string grounds, string reason, string documentNumber)
    {
        var clawback = await recovering.FindAsync(body, year);
        var filed = await platform.PostAsync(body.Operator, $"{Clawbacks}/{Stage.Id(clawback)}/objections", new { grounds });
        var today = Stage.Iso(await platform.TodayAsync());
        var ruled = await DecideAsync(
            $"/api/funding/clawback-objections/{Stage.Id(filed["objections"]![0]!)}/rulings",
            new { outcome = "rejected", amountFen = 0, reason, documentNumber, decidedOn = today });
        stage.Tell.Done($"{body.ProjectName}提出异议：{grounds}{ruled["number"]}：异议不成立，{reason}", $"{body.En} objects; {ruled["number"]}: rejected, the grade stands");
    }

    /// <summary>What is outstanding may be paid in parts, each with its day.</summary>
    public async Task PayInPartsAsync(Body body, int year, string reason, params IReadOnlyList<(long Fen, DateOnly DueOn)> parts)
    {
        var clawback = await recovering.FindAsync(body, year);
        var plan = await DecideAsync(
            $"{Clawbacks}/{Stage.Id(clawback)}/instalments",
            new { parts = parts.Select(part => new { amountFen = part.Fen, dueOn = Stage.Iso(part.DueOn) }), reason });
        stage.Tell.Done(
            $"{plan["number"]}准予{body.ProjectName}分{parts.Count}期缴款，末期{Stage.Iso(parts[^1].DueOn)}",
            $"{plan["number"]}: {body.En} may pay in {parts.Count} parts, the last by {Stage.Iso(parts[^1].DueOn)}");
    }

    /// <summary>What is outstanding is withheld from the body's next advance.</summary>
    public async Task OffsetAsync(Body body, int year, Guid advance, string documentNumber)
    {
        var clawback = await recovering.FindAsync(body, year);
        var fen = clawback["outstandingFen"]!.GetValue<long>();
        var offset = await DecideAsync(
            $"{Clawbacks}/{Stage.Id(clawback)}/offsets",
            new { paymentId = advance, amountFen = fen, reason = "经与单位协商，从本年度预拨中抵扣", documentNumber, decidedOn = Stage.Iso(await platform.TodayAsync()) });
        stage.Tell.Done(
            $"{offset["number"]}：{body.ProjectName}{year}年度未缴{Stage.Yuan(fen)}元从本次预拨中抵扣",
            $"{offset["number"]}: {body.En}'s {Stage.Yuan(fen)} yuan of {year} is withheld from this advance");
    }

    /// <summary>What was paid too much goes back.</summary>
    public async Task RefundAsync(Body body, int year, long fen, string payeeAccount, string bankReference)
    {
        var clawback = (await stage.RowsAsync(Maker, $"{Clawbacks}?institution={stage.Facts.Institutions[body]}&limit=200")).Single(c => c["fiscalYear"]!.GetValue<int>() == year);
        var refund = await DecideAsync(
            $"{Clawbacks}/{Stage.Id(clawback)}/refunds", new { amountFen = fen, payeeName = body.Name, payeeAccount, reason = "缴款时多缴" });
        await platform.PostAsync(
            Maker, $"/api/funding/clawback-decisions/{Stage.Id(refund)}/paid", new { paidOn = Stage.Iso(await platform.TodayAsync()), bankReference });
        stage.Tell.Done($"{refund["number"]}：退还{body.ProjectName}多缴的{Stage.Yuan(fen)}元", $"{refund["number"]}: the {Stage.Yuan(fen)} yuan that {body.En} paid too much go back");
    }

    /// <summary>What cannot be had is given up by a leader, under a document; the finance approver may not.</summary>
    public async Task WriteOffAsync(Body body, int year, long fen, string reason, string documentNumber)
    {
        var clawback = await recovering.FindAsync(body, year);
        var proposed = await platform.PostAsync(
            Maker,
            $"{Clawbacks}/{Stage.Id(clawback)}/write-offs",
            new { amountFen = fen, reason, documentNumber, decidedOn = Stage.Iso(await platform.TodayAsync()) });
        var approve = $"/api/funding/clawback-decisions/{Stage.Id(proposed)}/approve";
        await stage.RefuseAsync("a write-off without the leader", Approver, approve, new { });
        var done = await platform.PostAsync(Leader, approve, new { });
        stage.Tell.Done($"{done["number"]}经领导批准核销{body.ProjectName}{Stage.Yuan(fen)}元：{reason}", $"{done["number"]}: the leader writes {Stage.Yuan(fen)} yuan of {body.En} off (ZS-07)");
    }

    /// <summary>How old what is outstanding is, how often the body was reminded, and since when the leaders know.</summary>
    public async Task TellAgeAsync(Body body, int year)
    {
        var clawback = await recovering.FindAsync(body, year);
        var reminders = (await platform.GetAsync(Maker, $"{Clawbacks}/{Stage.Id(clawback)}"))["reminders"]!.AsArray();
        var (days, fen) = (clawback["daysOverdue"]!.GetValue<int>(), Stage.Yuan(clawback["overdueFen"]!.GetValue<long>()));
        stage.Facts.DaysOverdue[(body, year)] = days;
        stage.Tell.Done(
            $"账龄：{body.ProjectName}{year}年度{fen}元逾期{days}日，已催缴{reminders.Count}次，{clawback["escalatedOn"]}起报告领导",
            $"ageing: {fen} yuan of {body.En}'s {year} is {days} days overdue, reminded of {reminders.Count} times, with the leaders since {clawback["escalatedOn"]}");
    }

    private async Task<JsonNode> DecideAsync(string path, object proposal)
    {
        var proposed = await platform.PostAsync(Maker, path, proposal);
        return await platform.PostAsync(Approver, $"/api/funding/clawback-decisions/{Stage.Id(proposed)}/approve", new { });
    }
}
