using Contracts.Reporting;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;
using Testing;

namespace Funding.Tests.History.Steps;

/// <summary>Reviews are published, and settled by two persons: one body at once, or some, or a whole year in the background.</summary>
internal sealed class SettlementSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly List<ReviewPublished> published = [];

    public IEnumerable<Act> All => [new(2, PublishAsync), new(2, OpenAsync), new(2, CommitAsync), new(1, DiscardAsync), new(4, PublishAndSettleAsync)];

    private async Task<string?> PublishAsync()
    {
        var (body, year) = Reviewed();
        return await PublishAsync(body, year);
    }

    // A review ends its year's advances: mostly where something was paid.
    private (int Body, int Year) Reviewed()
    {
        var paid = (from b in Enumerable.Range(0, RandomHistory.Bodies) from y in model.Years where model.Paid(b, y) > 0 select (b, y)).ToList();
        var drawn = paid.Count > 0 && history.Random.Next(5) > 0 ? paid[history.Random.Next(paid.Count)] : (history.Random.Next(RandomHistory.Bodies), history.Year());
        history.Touch(drawn.Item1);
        return drawn;
    }

    private async Task<string> PublishAsync(int body, int year)
    {
        var grade = Model.Grades[history.Random.Next(Model.Grades.Count)];
        var version = (model.Results.GetValueOrDefault((body, year))?.Version ?? 0) + 1;
        var id = history.Keys[body];
        var review = world.Review(id, grade, new Guid(year, 0, 0, id.ToByteArray()[8..]), version, year);
        await history.TellAsync(review, published);
        published.Add(review);
        await Eventually.PassesAsync(async () => (await world.PendingAsync(id, year)).ShouldHaveSingleItem()["reviewVersion"]!.GetValue<long>().ShouldBe(version));
        var known = model.Results.GetValueOrDefault((body, year));
        model.Results[(body, year)] = new ModelResult
        {
            Grade = grade,
            Version = version,
            SettledGrade = known?.SettledGrade,
            SettledVersion = known?.SettledVersion ?? 0,
        };
        return $"review {body} {year} {grade}, version {version}";
    }

    private async Task<string?> PublishAndSettleAsync()
    {
        var (body, year) = Reviewed();
        return $"{await PublishAsync(body, year)}; {await OpenAsync(year, [body])}; {await CommitAsync(model.Runs[^1])}";
    }

    private async Task<string?> OpenAsync()
    {
        // Now and then of a body for which nothing waits.
        var year = history.Year();
        var pending = model.Pending(year);
        var named = pending.Where(_ => history.Random.Next(2) == 0).ToList();
        named.AddRange(history.Random.Next(8) == 0 ? Enumerable.Range(0, RandomHistory.Bodies).Except(pending).Take(1) : []);
        return await OpenAsync(year, named.Count == 0 || history.Random.Next(3) == 0 ? null : named);
    }

    private async Task<string> OpenAsync(int year, IReadOnlyList<int>? named)
    {
        var (pending, path) = (model.Pending(year), "/api/funding/settlement-runs");
        var request = new { programme = world.Name, fiscalYear = year, institutionIds = named?.Select(body => history.Keys[body]) };
        var told = $"settlement run of {year}: {(named is null ? "all" : string.Join(", ", named))}";
        if (pending.Count == 0 || named?.All(pending.Contains) == false)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, "nothing-to-settle");
            return $"{told}: nothing to settle";
        }

        var id = (await history.DoAsync(world.Maker, path, request))["run"]!.Key("id");
        await ReachedAsync(id, "previewed");
        var run = new ModelRun(id, year, [.. (named ?? pending).Select(body => model.Line(history.Touch(body), year))]);
        model.Runs.Add(run);
        foreach (var line in await World.ListAsync(world.Maker, $"/api/funding/settlement-runs/{id}/lines"))
        {
            var of = run.Lines.Single(l => history.Keys[l.Body] == line.Key("institutionId"));
            (line.Fen("paidFen"), line.Fen("entitledFen"), line.Fen("claimedFen"), line.Fen("claimedBeforeFen"))
                .ShouldBe((of.Paid, of.Entitled, of.Claimed, of.ClaimedBefore));
        }

        return told;
    }

    private async Task<string?> CommitAsync() => history.Any(model.Runs) is { } run ? await CommitAsync(run) : null;

    private async Task<string> CommitAsync(ModelRun run)
    {
        await history.DoAsync(world.Approver, $"/api/funding/settlement-runs/{run.Id}/commit");
        await ReachedAsync(run.Id, "settled");
        model.Runs.Remove(run);
        var settled = run.Lines.Where(line => model.Settle(line, run.Year)).Select(line => line.Body).ToList();
        var view = (await world.Maker.ReadAsync($"/api/funding/settlement-runs/{run.Id}"))["run"]!;
        (view["settled"]!.GetValue<int>(), view["leftOut"]!.GetValue<int>()).ShouldBe((settled.Count, run.Lines.Count - settled.Count));
        foreach (var line in run.Lines)
        {
            await history.FollowAsync(history.Touch(line.Body));
        }

        return $"settled of {run.Year}: {string.Join(", ", run.Lines.Select(l => $"{l.Body} {l.Grade}{(settled.Contains(l.Body) ? "" : " left out")}"))}";
    }

    private async Task<string?> DiscardAsync()
    {
        if (history.Any(model.Runs) is not { } run)
        {
            return null;
        }

        await history.DoAsync(world.Maker, $"/api/funding/settlement-runs/{run.Id}/discard");
        model.Runs.Remove(run);
        await RandomHistory.RefusedAsync(world.Approver, $"/api/funding/settlement-runs/{run.Id}/commit", null, "settlement-run-status");
        return $"a run of {run.Year} is discarded";
    }

    // A whole year of more bodies than one step takes is work for the background.
    private Task ReachedAsync(Guid run, string status) => Eventually.PassesAsync(async () =>
        (await world.Maker.ReadAsync($"/api/funding/settlement-runs/{run}"))["run"]!.Text("status").ShouldBe(status));
}
