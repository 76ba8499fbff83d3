using Funding.Tests.History.Models;
using Funding.Tests.Hosting;

namespace Funding.Tests.History.Steps;

/// <summary>Objections: filed and taken back by the body, upheld or rejected by two persons.</summary>
internal sealed class ObjectionSteps(RandomHistory history, DecisionSteps decisions)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly HttpClient body = history.World.Operator("913309000000000001");

    public IEnumerable<Act> All => [new(3, FileAsync), new(1, TakeBackAsync), new(3, RuleAsync)];

    private async Task<string?> FileAsync()
    {
        if (history.AnyCase() is not { } of)
        {
            return null;
        }

        var (path, request) = ($"/api/funding/clawbacks/{of.Id}/objections", new { grounds = "随机" });
        var dueOn = DateOnly.Parse((await world.Maker.ReadAsync($"/api/funding/clawbacks/{of.Id}"))["clawback"]!.Text("dueOn"), null);
        var code = model.Status(of) != "open" || of.Objection is not null ? "objection-not-possible" : world.Today > dueOn ? "objection-too-late" : null;
        if (code is not null)
        {
            await RandomHistory.RefusedAsync(body, path, request, code);
            return $"objection to {of.Cause} {of.Body} {of.Year}: {code}";
        }

        var filed = await history.DoAsync(body, path, request);
        of.Objection = filed["objections"]!.AsArray().Single(o => o!.Text("status") == "open")!.Key("id");
        return $"objection to {of.Cause} {of.Body} {of.Year}";
    }

    private async Task<string?> TakeBackAsync()
    {
        if (history.AnyCase(c => c.Objection is not null) is not { } of)
        {
            return null;
        }

        await history.DoAsync(body, $"/api/funding/clawback-objections/{of.Objection}/withdraw");
        of.Objection = null;
        return $"objection to {of.Cause} {of.Body} {of.Year} taken back";
    }

    private async Task<string?> RuleAsync()
    {
        if (history.AnyCase(c => c.Objection is not null) is not { } of)
        {
            return null;
        }

        var upheld = history.Random.Next(2) == 0;
        var fen = upheld && (of.Cause is "fraud" or "revocation" || history.Random.Next(5) == 0) ? history.Around(model.Claimed(of)) : 0;
        var request = new { outcome = upheld ? "upheld" : "rejected", amountFen = fen, reason = "随机", documentNumber = "舟科异〔2026〕1号", decidedOn = world.Today };
        return await decisions.ProposeAsync(
            new ModelDecision("objection", fen) { Case = of, Objection = of.Objection, Upheld = upheld }, $"/api/funding/clawback-objections/{of.Objection}/rulings", request);
    }
}
