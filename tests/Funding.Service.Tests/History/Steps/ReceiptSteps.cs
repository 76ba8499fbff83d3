using System.Text.Json.Nodes;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History.Steps;

/// <summary>Receipts that find their case by a notice's number, or are matched by hand, in parts.</summary>
internal sealed class ReceiptSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;

    public IEnumerable<Act> All => [new(2, RecordAsync), new(4, MatchAsync)];

    private async Task<string?> RecordAsync()
    {
        var noticed = history.Random.Next(2) == 0 ? history.AnyCase(c => c.Notice is not null) : null;
        var fen = noticed is null ? history.Random.Next(1, 4_000) : history.Around(model.Outstanding(noticed));
        var made = await history.DoAsync(
            world.Maker,
            "/api/funding/receipts",
            new { amountFen = fen, receiptNumber = $"缴-{Guid.CreateVersion7():N}", receivedOn = world.Today, reference = noticed?.Notice!.Value.Number });
        var receipt = new ModelReceipt(made["receipt"]!.Key("id"), fen, world.Today);
        model.Receipts.Add(receipt);

        // More than is outstanding is not taken by itself.
        if (noticed is not null && fen <= model.Outstanding(noticed))
        {
            receipt.Matched = fen;
            noticed.Received += fen;
        }

        Compare(receipt, made);
        return $"receipt {fen} {(receipt.Matched > 0 ? $"by its notice for {noticed!.Cause} {noticed.Body} {noticed.Year}" : "of somebody")}";
    }

    private async Task<string?> MatchAsync()
    {
        if (history.Any(model.Receipts.Where(r => r.Unmatched > 0 || history.Random.Next(10) == 0)) is not { } receipt || history.AnyCase() is not { } of)
        {
            return null;
        }

        var (fen, overpayment) = (history.Around(Math.Min(receipt.Unmatched, model.Outstanding(of))), history.Random.Next(3) == 0);
        var told = $"match {fen} of {receipt.Unmatched} with {of.Cause} {of.Body} {of.Year}";
        var (path, request) = ($"/api/funding/receipts/{receipt.Id}/match", new { clawbackId = of.Id, amountFen = fen, overpayment });
        if (WhyNot(receipt, of, fen, overpayment) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, code);
            return $"{told}: {code}";
        }

        var made = await history.DoAsync(world.Maker, path, request);
        receipt.Matched += fen;
        of.Received += fen;
        Compare(receipt, made);
        return told;
    }

    // Nothing comes back before it was paid.
    private string? WhyNot(ModelReceipt receipt, ModelCase of, long fen, bool overpayment) =>
        fen > receipt.Unmatched ? "receipt-spent"
        : model.Payments.Where(p => p.Body == of.Body && p.Year == of.Year).SelectMany(p => p.BankDays).Where(d => d.Key == "paid").Select(d => (DateOnly?)d.Value).Min() > receipt.On ? "bad-input"
        : model.WhyNotReceive(of, fen, overpayment);

    private static void Compare(ModelReceipt receipt, JsonObject made) =>
        (made["receipt"]!.Fen("matchedFen"), made["receipt"]!.Fen("returnedFen"), made["receipt"]!.Fen("unmatchedFen"))
            .ShouldBe((receipt.Matched, receipt.Returned, receipt.Unmatched));
}
