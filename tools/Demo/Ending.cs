namespace Demo;

/// <summary>What five years came to: each body's standing, its money, its bans; told as the platform shows it.</summary>
internal sealed class Ending(Stage stage)
{
    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>Prints what was seen.</summary>
    public async Task TellAsync()
    {
        stage.Tell.Row("单位 / body", "状态 / standing", "拨付 / paid", "追缴收回 / taken back", "实得 / kept");
        var (paid, back) = (0L, 0L);
        foreach (var body in Body.All)
        {
            var institution = await platform.GetAsync("zs-leader", $"/api/registry/institutions/{facts.Institutions[body]}");
            var standing = institution["standing"]!.GetValue<string>();
            var (paidFen, backFen) = (await SumAsync("advances", body, "amountFen"), await SumAsync("clawbacks", body, "receivedFen"));
            (paid, back) = (paid + paidFen, back + backFen);
            stage.Tell.Row(body.ProjectName, $"{Stage.StandingZh(standing)} {standing}", Stage.Yuan(paidFen), Stage.Yuan(backFen), Stage.Yuan(paidFen - backFen));
        }

        stage.Tell.Row("合计 / total", "", Stage.Yuan(paid), Stage.Yuan(back), Stage.Yuan(paid - back));
        var verified = await platform.GetAsync("zs-auditor", "/api/funding/ledger/verify");
        stage.Tell.Done(
            $"拒绝{facts.Refusals.Count}次,各有条款;台账逐笔核验{(verified["intact"]!.GetValue<bool>() ? "无误" : "有误")}",
            $"{facts.Refusals.Count} refusals, each by its clause; the ledger {(verified["intact"]!.GetValue<bool>() ? "is intact" : "does not verify")}");
    }

    private async Task<long> SumAsync(string list, Body body, string field) =>
        (await stage.RowsAsync("zs-auditor", $"/api/funding/{list}?institution={facts.Institutions[body]}&limit=200"))
            .Where(row => list != "advances" || row["status"]!.GetValue<string>() == "paid")
            .Sum(row => row[field]!.GetValue<long>());
}
