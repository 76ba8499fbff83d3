using System.Text.Json;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History.Steps;

/// <summary>Advances: proposed, approved, cancelled, sent to the bank, answered, paid again.</summary>
internal sealed class PaymentSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly Random random = history.Random;

    public IEnumerable<Act> All =>
    [
        new(16, () => ProposeAsync(replaced: null)), new(3, PayAgainAsync), new(3, TopUpAsync), new(16, ApproveAsync), new(3, CancelAsync), new(12, ExportAsync), new(14, BankAsync),
    ];

    private Task<string?> ProposeAsync(ModelPayment? replaced) =>
        replaced is null ? ProposeAsync(history.Body(), history.Year(), replaced) : ProposeAsync(history.Touch(replaced.Body), replaced.Year, replaced);

    // Mostly a year that is settled with nothing to take back, now and then any.
    private Task<string?> TopUpAsync()
    {
        var due = (from b in Enumerable.Range(0, RandomHistory.Bodies) from y in model.Years where model.Settled(b, y) && model.AboveEntitled(b, y) == 0 select (b, y)).ToList();
        var (body, year) = due.Count > 0 && random.Next(5) > 0 ? due[random.Next(due.Count)] : (history.Body(), history.Year());
        return ProposeAsync(history.Touch(body), year, replaced: null, topUp: true);
    }

    private async Task<string?> ProposeAsync(int body, int year, ModelPayment? replaced, bool topUp = false)
    {
        var fen = replaced is null ? random.Next(1, 6_000) : history.Around(replaced.Fen);
        var told = $"{(topUp ? "top up" : "propose")} {body} {year} {fen}{(replaced is null ? "" : $" for the {replaced.Status} {replaced.Fen}")}";
        var (key, appropriation) = (history.Keys[body], history.Appropriations[year]);
        var request = JsonSerializer.SerializeToNode(topUp ? world.TopUp(key, appropriation, fen) : world.Advance(key, appropriation, fen))!;
        request["replacesId"] = replaced?.Id;
        if (model.WhyNotPropose(body, year, fen, replaced, topUp) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Maker, "/api/funding/advances", request, code);
            return $"{told}: {code}";
        }

        var made = await history.DoAsync(world.Maker, "/api/funding/advances", request);
        model.Payments.Add(new ModelPayment(body, year, fen, made["advance"]!.Key("id"), world.Today, replaced, topUp));
        return told;
    }

    private async Task<string?> PayAgainAsync() =>
        history.Any(model.Payments.Where(p => p.Status is "failed" or "returned" || random.Next(20) == 0)) is { } replaced ? await ProposeAsync(replaced) : null;

    private async Task<string?> ApproveAsync()
    {
        if (Pick(_ => true) is not { } payment)
        {
            return null;
        }

        var path = $"/api/funding/advances/{payment.Id}/approve";
        var told = $"approve {payment.Body} {payment.Year} {payment.Fen}";
        if (model.WhyNotApprove(payment) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Approver, path, null, code);
            return $"{told}: {code}";
        }

        await history.DoAsync(world.Approver, path);
        payment.Status = "approved";
        model.ClockFrom[payment.Body] = model.ClockFrom[payment.Body] is { } from && from < payment.AllottedOn ? from : payment.AllottedOn;
        return told;
    }

    private async Task<string?> CancelAsync()
    {
        if (Pick(_ => true) is not { } payment)
        {
            return null;
        }

        var (path, reason, was) = ($"/api/funding/advances/{payment.Id}/cancel", new { reason = "随机" }, payment.Status);
        if (was is "proposed" or "approved")
        {
            await history.DoAsync(world.Maker, path, reason);
            model.End(payment, "cancelled");
            return $"cancel {payment.Body} {payment.Year} {payment.Fen}";
        }

        await RandomHistory.RefusedAsync(world.Maker, path, reason, "payment-not-cancellable");
        return $"cancel of a {was} one";
    }

    private async Task<string?> ExportAsync()
    {
        if (Pick(p => p.Status == "approved") is not { } payment)
        {
            return null;
        }

        // One that may not leave stops its run; those that may leave together.
        var code = model.WhyNotPay(payment.Body);
        List<ModelPayment> payments = [payment];
        payments.AddRange(model.Payments
            .Where(p => code is null && p != payment && p.Year == payment.Year && p.Status == "approved" && model.WhyNotPay(p.Body) is null).Take(random.Next(3)));
        var request = new { programme = world.Name, fiscalYear = payment.Year, paymentIds = payments.Select(p => p.Id) };
        var run = (await history.DoAsync(world.Maker, "/api/funding/payment-runs", request))["run"]!.Key("id");
        if (code is not null)
        {
            await RandomHistory.RefusedAsync(world.Approver, $"/api/funding/payment-runs/{run}/seal", null, code);
            await history.DoAsync(world.Maker, $"/api/funding/payment-runs/{run}/dissolve");
            return $"export of {payment.Body}: {code}";
        }

        await history.DoAsync(world.Approver, $"/api/funding/payment-runs/{run}/seal");
        foreach (var left in payments)
        {
            (left.Status, left.Run) = ("exported", run);
            history.Touch(left.Body);
        }

        return $"export {string.Join(", ", payments.Select(p => $"{p.Body} {p.Year} {p.Fen}"))}";
    }

    private async Task<string?> BankAsync()
    {
        if (Pick(p => p.Run is not null) is not { Run: { } run } payment)
        {
            return null;
        }

        var outcome = random.Next(10) switch { < 6 => "paid", < 8 => "failed", _ => "returned" };
        var isNew = (payment.Status, outcome) is ("exported", "paid") or ("exported", "failed") or ("paid", "returned");
        var isKnown = payment.Status == outcome || (payment.Status == "returned" && outcome == "paid");
        var path = $"/api/funding/payment-runs/{run}/results";
        if (!isNew && !isKnown)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, world.Result(payment.Id, outcome), "result-out-of-order");
            return $"{outcome} of a {payment.Status} one";
        }

        var on = payment.BankDays.GetValueOrDefault(outcome, world.Today);
        var answer = await history.DoAsync(world.Maker, path, world.Result(payment.Id, outcome, on: on));
        payment.BankDays[outcome] = on;
        answer["news"]!.GetValue<int>().ShouldBe(isNew ? 1 : 0);
        if (isNew && outcome == "paid")
        {
            model.Pay(payment);
        }
        else if (isNew)
        {
            model.End(payment, outcome);
        }

        await history.FollowAsync(payment.Body);
        return $"{outcome} {payment.Body} {payment.Year} {payment.Fen}, news: {isNew}";
    }

    private ModelPayment? Pick(Func<ModelPayment, bool> which)
    {
        var among = model.Payments.Where(which).ToList();

        // What is still on its way is picked more often than what has ended.
        var alive = among.Where(p => p.Status is "proposed" or "approved" or "exported").ToList();
        var picked = history.Any(alive.Count > 0 && random.Next(4) > 0 ? alive : among);
        if (picked is not null)
        {
            history.Touch(picked.Body);
        }

        return picked;
    }
}
