using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What was paid too much comes back, by receipts (ZS-07, ZS-08).</summary>
internal sealed class Recovering(Stage stage)
{
    private const string Clawbacks = "/api/funding/clawbacks";
    private const string Receipts = "/api/funding/receipts";
    private const string Maker = "zs-maker";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;
    private int receipts;

    /// <summary>Two receipts settle a clawback; one fen more than outstanding is refused.</summary>
    public async Task SettleByTwoReceiptsAsync(Body body, int year)
    {
        var clawback = await FindAsync(body, year);
        facts.Clawback = clawback["id"]!.GetValue<Guid>();
        var outstandingFen = clawback["outstandingFen"]!.GetValue<long>();
        var firstFen = outstandingFen * 2 / 3;
        await ReceiveAsync(clawback, firstFen);
        await stage.RefuseAsync("a receipt above what is outstanding", Maker, $"{Clawbacks}/{facts.Clawback}/receipts", await ReceiptAsync(outstandingFen - firstFen + 1));
        await ReceiveAsync(clawback, outstandingFen - firstFen);
    }

    /// <summary>A body pays back all that it owes. Returns the sum.</summary>
    public async Task<long> SettleAllAsync(Body body)
    {
        var open = await OpenAsync(body);
        foreach (var clawback in open)
        {
            await ReceiveAsync(clawback, clawback["outstandingFen"]!.GetValue<long>());
        }

        return open.Sum(c => c["outstandingFen"]!.GetValue<long>());
    }

    /// <summary>A body pays a part of a year back, or more than it owes.</summary>
    public async Task PayAsync(Body body, int year, long fen) => await ReceiveAsync(await FindAsync(body, year), fen);

    /// <summary>A receipt that names its notice finds its case by itself.</summary>
    public async Task ReceiveByNoticeAsync(Body body, string notice, long fen)
    {
        var taken = await platform.PostAsync(Maker, Receipts, await ReceiptAsync(fen, body.Name, notice));
        stage.Tell.Done(
            $"{body.ProjectName}按{notice}缴回{Stage.Yuan(fen)}元，按文号自动匹配{taken["matches"]!.AsArray().Count}案",
            $"{body.En} pays {Stage.Yuan(fen)} yuan and names the notice: its case is found by the number");
    }

    /// <summary>A receipt that names nothing waits, and a person finds its case.</summary>
    public async Task MatchByHandAsync(Body body, int year, long fen)
    {
        var waiting = await platform.PostAsync(Maker, Receipts, await ReceiptAsync(fen, body.Name));
        var suggested = waiting["suggestions"]!.AsArray().Count(s => s!["samePayer"]!.GetValue<bool>());
        var clawback = await FindAsync(body, year);
        await platform.PostAsync(Maker, $"{Receipts}/{Stage.Id(waiting["receipt"]!)}/match", new { clawbackId = Stage.Id(clawback), amountFen = fen });
        stage.Tell.Done(
            $"一笔{Stage.Yuan(fen)}元缴款未注明文号：按付款单位提示{suggested}案，人工匹配{body.ProjectName}",
            $"{Stage.Yuan(fen)} yuan came without a number: {suggested} case(s) suggested by the payer, matched by hand to {body.En}");
    }

    /// <summary>A receipt that nobody can place yet.</summary>
    public async Task KeepUnmatchedAsync(long fen, string payer, string receiptNumber)
    {
        var today = await platform.TodayAsync();
        await platform.PostAsync(Maker, Receipts, new { amountFen = fen, receiptNumber, receivedOn = Stage.Iso(today), payerName = payer, reference = "退款" });
        stage.Tell.Done($"{payer}汇入{Stage.Yuan(fen)}元，用途不明，待匹配", $"{Stage.Yuan(fen)} yuan came in for nobody knows what; it waits to be matched");
    }

    /// <summary>A body's open case of a year.</summary>
    public async Task<JsonNode> FindAsync(Body body, int year) => (await OpenAsync(body)).Single(c => c["fiscalYear"]!.GetValue<int>() == year);

    private async Task<IReadOnlyList<JsonNode>> OpenAsync(Body body) =>
        [.. (await stage.RowsAsync(Maker, $"{Clawbacks}?institution={facts.Institutions[body]}&limit=200")).Where(c => c["outstandingFen"]!.GetValue<long>() > 0)];

    private async Task ReceiveAsync(JsonNode clawback, long amountFen)
    {
        var over = amountFen > clawback["outstandingFen"]!.GetValue<long>();
        var after = await platform.PostAsync(Maker, $"{Clawbacks}/{Stage.Id(clawback)}/receipts", await ReceiptAsync(amountFen, overpayment: over));
        var (body, left, refund) = (stage.BodyOf(clawback), Fen(after, "outstandingFen"), Fen(after, "refundDueFen"));
        stage.Tell.Done(
            $"{body.ProjectName}缴回{clawback["fiscalYear"]}年度{Stage.Yuan(amountFen)}元，{(over ? $"多缴{Stage.Yuan(refund)}元" : $"未缴{Stage.Yuan(left)}元")}",
            $"{body.En} pays {Stage.Yuan(amountFen)} yuan of {clawback["fiscalYear"]} back, {(over ? $"{Stage.Yuan(refund)} too much" : $"{Stage.Yuan(left)} outstanding")}");
    }

    private async Task<object> ReceiptAsync(long amountFen, string? payerName = null, string? reference = null, bool overpayment = false)
    {
        var today = await platform.TodayAsync();
        var (receiptNumber, receivedOn) = ($"浙财缴{today.Year}{++receipts:000000}", Stage.Iso(today));
        return payerName is null ? new { amountFen, receiptNumber, receivedOn, overpayment } : new { amountFen, receiptNumber, receivedOn, payerName, reference };
    }

    private static long Fen(JsonNode detail, string name) => detail["clawback"]![name]!.GetValue<long>();
}
