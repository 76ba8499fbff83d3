using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What reaches each person, what leaders see, and that it is what the events say.</summary>
internal sealed class Leading(Stage stage, ReportingFacts facts)
{
    private const string Notices = "/api/reporting/notifications";
    private const string Admin = "admin";

    private static readonly string[] Leaders = ["zs-leader", "ez-leader", "hb-leader", "sd-leader"];

    private readonly Platform platform = stage.Platform;

    /// <summary>Notices are read, the dashboards looked at, the projections rebuilt.</summary>
    public async Task LookAsync()
    {
        await ReadAsync("ez-operator-3");
        await WishDigestAsync("ez-operator-3");
        stage.Tell.Row("项目 / programme", "年度 / year", "安排 / appropriated", "拨付 / paid", "实际应补助 / entitled", "收回 / recovered", "未缴 / outstanding");
        foreach (var leader in Leaders)
        {
            await TellAsync(leader);
        }

        await RebuildAsync();
    }

    private async Task ReadAsync(string user)
    {
        var newest = await stage.RowsAsync(user, $"{Notices}?unread=true&limit=200");
        await platform.PostAsync(user, $"{Notices}/read", new { upTo = Stage.Id(newest[0]) });
        var left = (await platform.GetAsync(user, $"{Notices}/unread"))["unread"];
        stage.Tell.Done($"临空企业的通知{newest.Count}条，最新一条：{newest[0]["zh"]}标为已读后未读{left}条", $"{newest.Count} notices for Linkong's company, the newest: {newest[0]["en"]} Once marked as read, {left} are unread");
    }

    // A platform without a mail server says so; the wish is kept where there is one.
    private async Task WishDigestAsync(string user)
    {
        const string address = $"{Notices}/preferences";
        var wish = new { digest = true, address = "operator@demo.invalid" };
        if ((await platform.GetAsync(user, address))["mailAvailable"]!.GetValue<bool>())
        {
            await platform.PutAsync(user, address, null, wish);
            stage.Tell.Done("选择每日邮件摘要", "a daily digest by mail is wished for");
            return;
        }

        stage.Facts.Refusals["a digest without a mail server"] = await platform.PutRefusedAsync(user, address, null, wish);
        stage.Tell.Refused(stage.Facts.Refusals["a digest without a mail server"]);
    }

    private async Task TellAsync(string leader)
    {
        var years = (await DashboardAsync(leader, null))["years"]!.AsArray().Select(year => year!.GetValue<int>());
        foreach (var year in years)
        {
            foreach (var money in (await DashboardAsync(leader, year))["money"]!.AsArray())
            {
                string Yuan(string name) => Stage.Yuan(money!["figures"]!.AsArray().Single(figure => figure!["name"]!.GetValue<string>() == name)!["value"]!.GetValue<long>());
                stage.Tell.Row($"{money!["programme"]}", $"{year}", Yuan("appropriatedFen"), Yuan("paidFen"), Yuan("entitledFen"), Yuan("recoveredFen"), Yuan("outstandingFen"));
            }
        }
    }

    private async Task RebuildAsync()
    {
        var before = (await Task.WhenAll(Leaders.Select(leader => DashboardAsync(leader, null)))).Select(board => board.ToJsonString()).ToList();
        var job = await platform.PostAsync(Admin, "/api/reporting/projections/rebuild", new { });
        var done = await platform.EventuallyAsync(Admin, "/api/reporting/projections/rebuilds", page => Job(page)["state"]!.GetValue<string>() is "done" or "failed");
        facts.Rebuilt = Job(done)["result"]?.GetValue<string>() ?? "";
        var after = (await Task.WhenAll(Leaders.Select(leader => DashboardAsync(leader, null)))).Select(board => board.ToJsonString());
        var (rebuilt, same) = (JsonNode.Parse(facts.Rebuilt)!, before.SequenceEqual(after));
        stage.Tell.Done(
            $"管理员按收到的{rebuilt["events"]}条事件重建全部投影，更正{rebuilt["corrected"]!.AsObject().Count}处；看板前后{(same ? "一致" : "不一致")}",
            $"the projections are rebuilt from the {rebuilt["events"]} events received, {rebuilt["corrected"]!.AsObject().Count} corrections; the dashboards are {(same ? "the same" : "not the same")} before and after");

        JsonNode Job(JsonNode page) => page["items"]!.AsArray().Single(row => Stage.Id(row!) == Stage.Id(job))!;
    }

    private Task<JsonNode> DashboardAsync(string leader, int? year) => platform.GetAsync(leader, $"/api/reporting/dashboard{(year is null ? "" : $"?year={year}")}");
}
