using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The districts are ranked on their carriers, and a numbered bulletin tells of it: EI-08.</summary>
internal sealed class Comparing(Stage stage, ReportingFacts facts)
{
    private const string Maker = "ez-city";
    private const string Issuer = "ez-leader";

    private readonly Platform platform = stage.Platform;

    /// <summary>One person makes the table and writes the bulletin, another issues both.</summary>
    public async Task RankAsync(int year, int round)
    {
        var made = await platform.PostAsync(Maker, "/api/reporting/league-tables", new { programme = Carriers.Programme, comparison = "districts", year, round });
        var address = $"/api/reporting/league-tables/{Stage.Id(made["table"]!)}";
        await stage.RefuseAsync("issuing one's own league table", Maker, $"{address}/issue", new { }, Stage.Version(made["table"]!));
        var issued = await platform.PostAsync(Issuer, $"{address}/issue", new { }, Stage.Version(made["table"]!));
        var rows = issued["content"]!["rows"]!.AsArray();
        stage.Tell.Done(
            $"各区孵化载体排名：{string.Join("，", rows.Select(row => $"{row!["name"]!["zh"]}第{row["rank"]}（{row["score"]}分）"))}；同分并列",
            $"the districts ranked: {string.Join(", ", rows.Select(row => $"{row!["name"]!["en"]} {row["rank"]} ({row["score"]})"))}; equal scores share a place (EI-08)");
        facts.Ranking = (Guid.Parse(Stage.Id(issued["table"]!)), await TellAsync(issued["table"]!));
    }

    private async Task<string> TellAsync(JsonNode table)
    {
        var draft = await platform.PostAsync(
            Maker, "/api/reporting/bulletins", new { kind = "league-table", leagueTableId = Stage.Id(table), programme = (string?)null, year = (int?)null, round = (int?)null });
        var address = $"/api/reporting/bulletins/{Stage.Id(draft["bulletin"]!)}";
        var closing = new { key = (string?)null, kind = "paragraph", text = new { zh = "请各区对照差距，于下季度前报送改进措施。", en = "Each district names its measures before the next quarter." } };
        var blocks = draft["blocks"]!.AsArray().Select(block => (object)new { key = block!["key"], kind = block["kind"], text = block["text"] }).Append(closing);
        var edited = await platform.PutAsync(Maker, address, Stage.Version(draft["bulletin"]!), new { title = draft["bulletin"]!["title"], blocks });
        await stage.RefuseAsync("issuing one's own bulletin", Maker, $"{address}/issue", new { }, Stage.Version(edited["bulletin"]!));
        var issued = (await platform.PostAsync(Issuer, $"{address}/issue", new { }, Stage.Version(edited["bulletin"]!)))["bulletin"]!;
        stage.Tell.Done($"生成通报，修改后由另一人发布：{issued["number"]}《{issued["title"]!["zh"]}》", $"a bulletin is generated, edited, and issued by another person as {issued["number"]} (EI-08)");
        return issued["number"]!.GetValue<string>();
    }
}
