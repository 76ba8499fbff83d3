namespace Demo;

/// <summary>What five years came to: each body's standing, its money, its bans; told as the platform shows it.</summary>
internal sealed class Ending(Stage stage)
{
    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>Prints what was seen.</summary>
    public async Task TellAsync()
    {
        stage.Tell.Row("单位 / body", "状态 / standing", "拨付 / paid", "追缴收回 / taken back", "核销 / written off", "未缴 / outstanding", "实得 / kept");
        var total = new long[4];
        foreach (var body in Body.All)
        {
            var institution = await platform.GetAsync("zs-leader", $"/api/registry/institutions/{facts.Institutions[body]}");
            var standing = institution["standing"]!.GetValue<string>();
            var paid = await SumAsync("advances?status=paid", body, "amountFen");
            var back = await SumAsync("clawbacks?", body, "receivedFen") + await SumAsync("clawbacks?", body, "offsetFen") - await SumAsync("clawbacks?", body, "refundedFen");
            long[] row = [paid, back, await SumAsync("clawbacks?", body, "writtenOffFen"), await SumAsync("clawbacks?", body, "outstandingFen")];
            total = [.. total.Zip(row, (sum, fen) => sum + fen)];
            Row(body.ProjectName, $"{Stage.StandingZh(standing)} {standing}", row);
        }

        Row("合计 / total", "", total);
        var verified = await platform.GetAsync("zs-auditor", "/api/funding/ledger/verify");
        stage.Tell.Done(
            $"拒绝{facts.Refusals.Count}次,各有条款;台账逐笔核验{(verified["intact"]!.GetValue<bool>() ? "无误" : "有误")}",
            $"{facts.Refusals.Count} refusals, each by its clause; the ledger {(verified["intact"]!.GetValue<bool>() ? "is intact" : "does not verify")}");
    }

    private void Row(string name, string standing, long[] fen) => stage.Tell.Row([name, standing, .. fen.Select(Stage.Yuan), Stage.Yuan(fen[0] - fen[1..].Sum())]);

    private async Task<long> SumAsync(string list, Body body, string field) =>
        (await stage.RowsAsync("zs-auditor", $"/api/funding/{list}&institution={facts.Institutions[body]}&limit=200")).Sum(row => row[field]!.GetValue<long>());
}
