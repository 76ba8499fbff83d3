using Registry.Tests.Hosting;
using Shouldly;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>Experts' review and the city's decision (ZS-15, ZS-26).</summary>
internal sealed partial class RandomHistory
{
    private async Task<string> SelectAsync()
    {
        var ready = Model.Filings.Where(f => f is { Purpose: "recognition", Refused: false } && f.Has("recommended") && !f.Has("selected")).Take(3).ToList();
        var filings = random.Next(8) == 0 && Likely(Model.Filings, _ => true) is { } any ? [any] : ready;
        if (filings.Count == 0)
        {
            return "nothing";
        }

        var (_, city) = Anyone();
        var lines = new List<object>();
        foreach (var filing in filings)
        {
            var seen = await city.GetAsync($"/applications/{filing.Id}");
            lines.Add(new { id = filing.Id, version = Took(seen) ? seen.Version : 1 });
        }

        var reply = await city.PostAsync("/selections", new { programme = Programme, track = "directed", title = "综合评审", applications = lines, experts = experts.Select(e => new { expertId = e.Id }) });
        if (!Took(reply))
        {
            return $"select: {reply.Json["code"]}";
        }

        filings.ShouldAllBe(f => f.Purpose == "recognition" && f.Has("submitted", "recommended") && !f.Has("selected") && !f.Refused);
        filings.ForEach(f => f.Passed.Add("selected"));
        Model.Reviews.Add(new Review(reply.Id, filings));
        return "select";
    }

    private async Task<string> ConcludeAsync()
    {
        if (Likely(Model.Reviews, r => !r.Concluded) is not { } review)
        {
            return "nothing";
        }

        // One in six is concluded without the scores of all experts.
        foreach (var (person, _) in experts.Take(random.Next(6) == 0 ? 2 : 3))
        {
            await ScoreAsync(person, review);
        }

        var (name, city) = Anyone();
        var reply = await city.PostAsync($"/selections/{review.Id}/conclude", new { }, (await city.GetAsync($"/selections/{review.Id}")).ETag);
        if (!Took(reply))
        {
            return $"conclude: {reply.Json["code"]}";
        }

        review.Concluded.ShouldBeFalse();
        var sheets = reply.Json["entries"]!.AsArray();
        sheets.ShouldAllBe(e => e!["scores"]!.GetValue<int>() >= 3, "three experts score each application (ZS-15)");
        (review.Concluded, review.ConcludedBy) = (true, name);
        foreach (var filing in review.Filings)
        {
            filing.Passed.Add("scored");
            if (Proposed(reply).Contains(filing.Id))
            {
                filing.Passed.Add("concluded");
            }
        }

        return "conclude";
    }

    private async Task ScoreAsync(Person expert, Review review)
    {
        var open = (await expert.GetAsync("/score-sheets?status=open&limit=200")).Accepted().Json["items"]!.AsArray();
        foreach (var sheet in open.Where(s => review.Filings.Any(f => f.Id == s!["applicationId"]!.GetValue<Guid>())))
        {
            await expert.PostAsync($"/score-sheets/{sheet!["id"]}/score", new { score = random.Next(5) == 0 ? 20 : 90, meetsConditions = true, justification = "条件齐备,基础扎实,方案可行" }, $"\"{sheet["version"]}\"");
        }
    }

    private async Task<string> DecideAsync()
    {
        if (Likely(Model.Reviews, r => r is { Concluded: true, Decided: false }) is not { } review)
        {
            return "nothing";
        }

        var (name, city) = Anyone();
        var reply = await city.PostAsync($"/selections/{review.Id}/decide", new { documentNumber = Number(), decidedOn = Today }, (await city.GetAsync($"/selections/{review.Id}")).ETag);
        if (!Took(reply))
        {
            return $"decide: {reply.Json["code"]}";
        }

        (review.Concluded, review.Decided).ShouldBe((true, false));
        name.ShouldNotBe(review.ConcludedBy);
        review.Decided = true;
        foreach (var filing in review.Filings.Where(f => Proposed(reply).Contains(f.Id)))
        {
            filing.Has("concluded").ShouldBeTrue("the city adds nobody to the experts' list");
            filing.Passed.Add("decided");
        }

        return "decide";
    }
}
