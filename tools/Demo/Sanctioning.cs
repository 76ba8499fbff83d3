using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Measures against a body, proposed by what happened or by a person, confirmed by another: ZS-19 … ZS-22, P-5.</summary>
internal sealed class Sanctioning(Stage stage, Filing filing)
{
    private const string Sanctions = "/api/registry/sanctions";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>The draft that a ban stopped, by body.</summary>
    private readonly Dictionary<Body, string> banned = [];

    /// <summary>A ground that a person finds: serious fraud in applying (ZS-22).</summary>
    public async Task ProposeFraudAsync(Body body, DateOnly foundOn)
    {
        var proposed = await platform.PostAsync("zs-city", Sanctions, new
        {
            institutionId = facts.Institutions[body],
            ground = "serious-fraud",
            facts = "申报材料中的研发投入和检测报告系伪造，经审计核实。",
            foundOn = Stage.Iso(foundOn),
            authority = "舟山市审计局",
            documentNumber = "舟审〔2026〕12号",
        });
        facts.Sanctions["serious-fraud"] = proposed["id"]!.GetValue<Guid>();
        await stage.RefuseAsync("confirming one's own proposal", "zs-city", $"{Sanctions}/{proposed["id"]}/confirm", Decision("舟科〔2026〕31号", foundOn), Stage.Version(proposed));
    }

    /// <summary>The case that an evaluation proposed by itself.</summary>
    public async Task<JsonNode> ProposedAsync(Body body, string ground)
    {
        var page = await platform.EventuallyAsync(
            "zs-city", $"{Sanctions}?institution={facts.Institutions[body]}", cases => Find(cases, ground) is not null);
        var proposed = Find(page, ground)!;
        facts.Sanctions[ground] = proposed["id"]!.GetValue<Guid>();
        stage.Tell.Done($"系统提出：{body.ProjectName}——{proposed["groundZh"]}，待人确认", $"proposed by itself, for a person to confirm: {proposed["groundEn"]} ({proposed["clause"]}, P-5)");
        return proposed;
    }

    /// <summary>Another person confirms; whom it bans is told.</summary>
    public async Task ConfirmAsync(string ground, string documentNumber, DateOnly decidedOn)
    {
        var confirmed = await stage.EditAsync("zs-city-2", $"{Sanctions}/{facts.Sanctions[ground]}", "confirm", Decision(documentNumber, decidedOn));
        var bans = confirmed["bans"]!.AsArray().Select(ban => $"{ban!["name"]} → {ban["lastDay"]}").ToList();
        stage.Tell.Done(
            $"{documentNumber}确认：{confirmed["groundZh"]}{(bans.Count > 0 ? $",不得申报:{string.Join(";", bans)}" : $",至{confirmed["lastDay"]}")}",
            $"confirmed: {confirmed["measure"]} ({confirmed["clause"]}){(bans.Count > 0 ? $", {bans.Count} banned" : $" until {confirmed["lastDay"]}")}");
    }

    /// <summary>A banned body tries to apply again; the refusal names the first free day.</summary>
    public async Task RefuseBannedAsync(string what, Body body, DateOnly day)
    {
        var draft = await filing.DraftAsync(body, Answers.Recognition(body, day), null);
        await stage.RefuseAsync(what, body.Operator, $"{Filing.Applications}/{draft}/submit", new { }, await filing.VersionAsync(body.Operator, draft));
        banned[body] = draft;
    }

    /// <summary>On the first free day the same draft is taken.</summary>
    public async Task SubmitFreeAsync(Body body)
    {
        await platform.PostAsync(body.Operator, $"{Filing.Applications}/{banned[body]}/submit", new { }, await filing.VersionAsync(body.Operator, banned[body]));
        stage.Tell.Done($"禁止期满，{body.Name}可以再次申报", $"the ban is over, {body.En} may apply again (P-2)");
    }

    private static object Decision(string documentNumber, DateOnly decidedOn) => new { documentNumber, decidedOn = Stage.Iso(decidedOn) };

    private static JsonNode? Find(JsonNode page, string ground) =>
        page["items"]!.AsArray().FirstOrDefault(c => c!["ground"]!.GetValue<string>() == ground && c["status"]!.GetValue<string>() == "proposed");
}
