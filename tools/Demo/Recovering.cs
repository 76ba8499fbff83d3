using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What was paid too much comes back, by receipts (ZS-07, ZS-08).</summary>
internal sealed class Recovering(Stage stage)
{
    private const string Clawbacks = "/api/funding/clawbacks";
    private const string Maker = "zs-maker";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;
    private int receipts;

    /// <summary>Two receipts settle a clawback; one fen more than outstanding is refused.</summary>
    public async Task SettleByTwoReceiptsAsync(Body body, int year)
    {
        var clawback = (await OpenAsync(body)).Single(c => c["fiscalYear"]!.GetValue<int>() == year);
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

    private async Task<IReadOnlyList<JsonNode>> OpenAsync(Body body) =>
        [.. (await stage.RowsAsync(Maker, $"{Clawbacks}?institution={facts.Institutions[body]}&limit=200")).Where(c => c["outstandingFen"]!.GetValue<long>() > 0)];

    private async Task ReceiveAsync(JsonNode clawback, long amountFen)
    {
        var after = await platform.PostAsync(Maker, $"{Clawbacks}/{Stage.Id(clawback)}/receipts", await ReceiptAsync(amountFen));
        var (body, left) = (stage.BodyOf(clawback), after["clawback"]!["outstandingFen"]!.GetValue<long>());
        stage.Tell.Done(
            $"{body.ProjectName}缴回{clawback["fiscalYear"]}年度{Stage.Yuan(amountFen)}元,未缴{Stage.Yuan(left)}元",
            $"{body.En} pays {Stage.Yuan(amountFen)} yuan of {clawback["fiscalYear"]} back, {Stage.Yuan(left)} outstanding");
    }

    private async Task<object> ReceiptAsync(long amountFen)
    {
        var today = await platform.TodayAsync();
        return new { amountFen, receiptNumber = $"浙财缴{today.Year}{++receipts:000000}", receivedOn = Stage.Iso(today) };
    }
}
