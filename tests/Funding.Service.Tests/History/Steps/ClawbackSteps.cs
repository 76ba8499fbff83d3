using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History.Steps;

/// <summary>Clawbacks: receipts, also of too much, and notices.</summary>
internal sealed class ClawbackSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;

    public IEnumerable<Act> All => [new(8, ReceiveAsync), new(2, NotifyAsync)];

    private async Task<string?> ReceiveAsync()
    {
        if (history.AnyCase() is not { } of)
        {
            return null;
        }

        var (fen, overpayment) = (history.Around(model.Outstanding(of)), history.Random.Next(3) == 0);
        var told = $"receipt {fen} of {model.Outstanding(of)} for {of.Cause} {of.Body} {of.Year}";
        var path = $"/api/funding/clawbacks/{of.Id}/receipts";
        var request = new { amountFen = fen, receiptNumber = $"缴-{Guid.CreateVersion7():N}", receivedOn = world.Today, overpayment };
        if (model.WhyNotReceive(of, fen, overpayment) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, code);
            return $"{told}: {code}";
        }

        await history.DoAsync(world.Maker, path, request);
        of.Received += fen;
        return told;
    }

    private async Task<string?> NotifyAsync()
    {
        if (history.AnyCase() is not { } of)
        {
            return null;
        }

        var path = $"/api/funding/clawbacks/{of.Id}/notices";
        var code = model.Status(of) != "open" ? "nothing-outstanding" : of.Notice?.Fen == model.Claimed(of) ? "notice-issued" : null;
        if (code is not null)
        {
            await RandomHistory.RefusedAsync(world.Approver, path, null, code);
            return $"notice for {of.Cause} {of.Body} {of.Year}: {code}";
        }

        var notice = (await history.DoAsync(world.Approver, path))["notice"]!;
        notice.Fen("claimedFen").ShouldBe(model.Claimed(of));
        of.Notice = (model.Claimed(of), notice.Text("number"));
        return $"notice {of.Notice.Value.Number} for {of.Cause} {of.Body} {of.Year}";
    }
}
