namespace Demo;

/// <summary>What the centre says about projects, and what the city says about its guide: ZS-32, ZS-33.</summary>
internal sealed class Registers(Stage stage)
{
    /// <summary>A numbered opinion, verifiable by anyone with the centre's standing on that day.</summary>
    public async Task GiveOpinionAsync(Body body, DateOnly issuedOn)
    {
        var opinion = await stage.Platform.PostAsync(body.Operator, $"/api/registry/institutions/{stage.Facts.Institutions[body]}/opinions", new
        {
            kind = "opinion",
            project = "耐蚀合金海工紧固件中试",
            projectLevel = "city",
            conclusion = "技术路线可行，建议优先立项。",
            issuedOn = Stage.Iso(issuedOn),
            priority = true,
        });
        stage.Facts.Opinion = opinion["number"]!.GetValue<string>();
        var shown = await stage.Platform.GetPublicAsync($"/api/registry/public/opinions/{Uri.EscapeDataString(stage.Facts.Opinion)}");
        stage.Tell.Done($"论证意见{stage.Facts.Opinion},任何人可查验(出具时状态:{Stage.StandingZh(shown["standingThen"]!.GetValue<string>())})", $"opinion {stage.Facts.Opinion}, verifiable by anyone; the centre was {shown["standingThen"]} (ZS-32)");
    }

    /// <summary>A dated interpretation beside its clause.</summary>
    public async Task InterpretAsync(DateOnly issuedOn)
    {
        await stage.Platform.PostAsync("zs-city", "/api/registry/interpretations", new
        {
            programme = FiveYears.Programme,
            clause = "ZS-22",
            text = "“同一类型”指申报时所选的同一重点领域。",
            documentNumber = "舟科函〔2027〕8号",
            issuedOn = Stage.Iso(issuedOn),
        });
        stage.Tell.Done("市科技局解释：“同一类型”指同一重点领域", "the city interprets 'the same type' as the same key field (ZS-33)");
    }
}
