using System.Net;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History.Steps;

/// <summary>Days pass, money is spent, and what is unused after the time for the recognition is claimed (ZS-08).</summary>
internal sealed class DeadlineSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly Random random = history.Random;
    private int invoices;

    public IEnumerable<Act> All => [new(5, MoveAsync), new(6, ConfirmAsync), new(4, SpendAsync)];

    private async Task<string?> MoveAsync()
    {
        var day = world.Today.AddDays(random.Next(1, 10));
        return day.Year > history.Start.Year ? null : await MoveToAsync(day);
    }

    private async Task<string> MoveToAsync(DateOnly day)
    {
        await world.MoveToAsync(day);
        model.Today = day;
        return $"move to {day:MM-dd}";
    }

    private async Task<string?> ConfirmAsync()
    {
        // Now and then up to the day after somebody's last day.
        var next = Enumerable.Range(0, RandomHistory.Bodies).Where(b => model.RecognisedOn[b] is null && !model.Missed(b)).Select(b => model.Deadline(b)).Min();
        if (random.Next(3) == 0 && next is { } last && last.AddDays(1).Year == history.Start.Year && last >= world.Today)
        {
            await MoveToAsync(last.AddDays(1));
        }

        await world.SweepAsync();
        var proposed = await World.ListAsync(world.Maker, "/api/funding/deadline-cases?status=proposed");
        proposed.Select(c => (Of(c.Key("institutionId")), c.Fen("amountFen"))).ShouldBe(
            Enumerable.Range(0, RandomHistory.Bodies).Where(b => model.Missed(b)).Select(b => (b, model.UnusedNow(b).Values.Sum())).Where(c => c.Item2 > 0), ignoreOrder: true);
        if (proposed.Count == 0)
        {
            return null;
        }

        var row = proposed[random.Next(proposed.Count)];
        var body = history.Touch(Of(row.Key("institutionId")));
        var shares = model.UnusedNow(body);
        await history.DoAsync(world.Approver, $"/api/funding/deadline-cases/{row.Key("id")}/confirm", world.Decision());
        foreach (var year in model.Years)
        {
            model.Claims(body, year).Beside = (model.OverAdvance(body, year), model.Claims(body, year).Decided);
        }

        foreach (var (year, fen) in shares)
        {
            model.Claims(body, year).Take("deadline", fen, model.AboveEntitled(body, year));
        }

        return $"claim as unused of {body}: {string.Join(", ", shares)}";
    }

    private async Task<string?> SpendAsync()
    {
        var paid = (from b in Enumerable.Range(0, RandomHistory.Bodies) from y in model.Years where model.Paid(b, y) > 0 select (b, y)).ToList();
        if (paid.Count == 0)
        {
            return null;
        }

        var (body, year) = paid[random.Next(paid.Count)];
        var (fen, issuedOn) = (random.Next(1, (int)model.Paid(history.Touch(body), year) + 100), history.Start.AddDays(random.Next(world.Today.DayNumber - history.Start.DayNumber + 1)));
        var stated = await world.StatedAsync(history.Keys[body], year, world.Voucher($"I{++invoices}", fen, issuedOn));
        await world.VerifiedAsync(stated);
        await history.DoAsync(world.Approver, $"/api/funding/spending-statements/{stated["statement"]!.Key("id")}/confirm");
        model.Spending.Add((body, year, fen, issuedOn));
        await history.FollowAsync(body);
        var again = await world.StatedAsync(history.Keys[body], year, world.Voucher($"i {invoices}", fen, issuedOn));
        await world.Maker.RefusedAsync(
            $"/api/funding/spending-statements/{again["statement"]!.Key("id")}/verify", World.Findings(again), HttpStatusCode.Conflict, "invoice-accepted-before");
        return $"spend {body} {year} {fen} on {issuedOn:MM-dd}";
    }

    private int Of(Guid key) => history.Keys.ToList().IndexOf(key);
}
