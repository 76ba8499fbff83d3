using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Experts score, the ranking becomes the proposal list, the city decides: ZS-01, ZS-15, ZS-26.</summary>
internal sealed class Recognising(Stage stage)
{
    private const string Selections = "/api/registry/selections";
    private const string Chair = "zs-city";
    private const string Decider = "zs-city-2";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;
    private readonly Dictionary<string, string> experts = new(StringComparer.Ordinal);

    /// <summary>How many sheets were scored: the scores differ from one to the next.</summary>
    private int scored;

    /// <summary>Four experts enrol; one of them works for a body of the story.</summary>
    public async Task EnrolAsync()
    {
        await EnrolAsync("zs-expert-1", null);
        await EnrolAsync("zs-expert-2", null);
        await EnrolAsync("zs-expert-3", Body.Ships);
        await EnrolAsync("zs-evaluator", null);
        stage.Tell.Done($"评审专家{experts.Count}人入库", $"{experts.Count} experts enrol (ZS-15)");
    }

    /// <summary>A review of some applications, up to the city's decision. Returns the selection.</summary>
    public async Task<string> SelectAsync(IReadOnlyList<Body> bodies, string track, string title, string documentNumber, DateOnly decidedOn)
    {
        var lines = new List<object>();
        foreach (var body in bodies)
        {
            lines.Add(new { id = facts.Applications[body], version = Stage.Version(await platform.GetAsync(Chair, $"{Filing.Applications}/{facts.Applications[body]}")) });
        }

        var opened = await platform.PostAsync(Chair, Selections, new
        {
            programme = FiveYears.Programme,
            track,
            title,
            places = track == "merit" ? 1 : (int?)null,
            applications = lines,
            experts = experts.Values.Select(id => new { expertId = id }),
        });
        await ScoreAsync(Stage.Id(opened));
        return await DecideAsync(Stage.Id(opened), documentNumber, decidedOn);
    }

    private async Task EnrolAsync(string user, Body? employer) => experts[user] = Stage.Id(await platform.PostAsync(
        user, "/api/registry/experts", new { organisationCode = employer?.Code, organisationName = employer?.Name ?? "浙江海洋大学", fields = Array.Empty<string>() }));

    private async Task ScoreAsync(string selection)
    {
        foreach (var user in experts.Keys)
        {
            foreach (var sheet in (await stage.RowsAsync(user, "/api/registry/score-sheets?limit=200")).Where(s => s["selectionId"]!.GetValue<string>() == selection))
            {
                if (sheet["status"]!.GetValue<string>() == "recused")
                {
                    stage.Tell.Done($"专家与“{sheet["applicationTitle"]}”有利害关系，系统令其回避", "an expert employed by a party is recused at once (ZS-15)");
                    continue;
                }

                await platform.PostAsync(
                    user,
                    $"/api/registry/score-sheets/{Stage.Id(sheet)}/score",
                    new { score = 94 - (scored++ * 4 % 9), meetsConditions = true, justification = "条件具备，材料齐全，功能定位清晰，资金来源稳定。" },
                    Stage.Version(sheet));
            }
        }
    }

    private async Task<string> DecideAsync(string selection, string documentNumber, DateOnly decidedOn)
    {
        var address = $"{Selections}/{selection}";
        if (facts.Notices.Count == 0 && !facts.Refusals.ContainsKey("notice before the decision"))
        {
            await stage.RefuseAsync("notice before the decision", Chair, "/api/registry/notices", new { selectionId = selection, documentNumber, postedOn = Stage.Iso(decidedOn) });
        }

        var concluded = await stage.EditAsync(Chair, address, "conclude", new { });
        var decision = new { documentNumber, decidedOn = Stage.Iso(decidedOn) };
        if (!facts.Refusals.ContainsKey("second of two reviewers"))
        {
            await stage.RefuseAsync("deciding on one's own review", Chair, $"{address}/decide", decision, Stage.Version(concluded));
            // Two reviewers at once: the second saw a version that is gone.
            await stage.RefuseAsync("second of two reviewers", Decider, $"{address}/decide", decision, Stage.Version(concluded) - 1);
        }

        var decided = await platform.PostAsync(Decider, $"{address}/decide", decision, Stage.Version(concluded));
        Tell(decided);
        return selection;
    }

    private void Tell(JsonNode decided)
    {
        var ranked = decided["entries"]!.AsArray().Select(e => $"{e!["title"]} {Mean(e)}").ToList();
        stage.Tell.Done(
            $"评审排序：{string.Join(";", ranked)}；市科技局以{decided["documentNumber"]}审定",
            $"{ranked.Count} ranked by {decided["reviewersPerApplication"]} or more experts; decided by {decided["documentNumber"]} (ZS-15, ZS-26)");
    }

    private static string Mean(JsonNode entry) => $"{entry["meanHundredths"]!.GetValue<int>() / 100}.{entry["meanHundredths"]!.GetValue<int>() % 100:00}分";
}
