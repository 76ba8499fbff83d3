using System.Text.Json.Nodes;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History;

/// <summary>Whether the service says what the model says.</summary>
internal static class Comparing
{
    /// <summary>Compares the bodies that the last act had to do with, both years, and the whole ledger with its postings.</summary>
    public static async Task CompareAsync(this RandomHistory history)
    {
        foreach (var body in history.Touched)
        {
            await history.CompareAsync(body);
        }

        foreach (var (year, id) in history.Appropriations)
        {
            var appropriation = await history.World.AppropriationAsync(id);
            (appropriation.Fen("amountFen"), appropriation.Fen("committedFen")).ShouldBe((history.Model.Appropriated[year], history.Model.Committed(year)));
        }

        await history.World.VerifyAsync();
    }

    private static async Task CompareAsync(this RandomHistory history, int body)
    {
        var (model, account) = (history.Model, await history.World.AccountAsync(history.Keys[body]));
        account["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe(model.YearsUsed(body));
        account["openHolds"]!.GetValue<int>().ShouldBe(model.Holds[body]);
        account["deadline"]?.GetValue<string>().ShouldBe($"{model.Deadline(body):yyyy-MM-dd}");
        (account["evaluation"] is { } known ? (known["year"]!.GetValue<int>(), known.Text("grade")) : ((int, string)?)null)
            .ShouldBe(model.Evaluation[body] is { } said ? (said.Year, said.Grade) : null);
        foreach (var row in account["years"]!.AsArray())
        {
            CompareYear(model, body, row!);
        }

        // Told without any formula: what was paid too much and what was unused together are never more than the larger of the two.
        model.Years.Sum(y => model.OverAdvance(body, y) + model.Claims(body, y).Unused)
            .ShouldBeLessThanOrEqualTo(model.Years.Sum(y => Math.Max(model.Paid(body, y) - model.Spent(body, y, model.Deadline(body)), model.AboveEntitled(body, y))));

        foreach (var clawback in await World.ListAsync(history.World.Maker, $"/api/funding/clawbacks?institution={history.Keys[body]}"))
        {
            CompareCase(model, model.Case(body, clawback["fiscalYear"]!.GetValue<int>(), clawback.Text("cause")), clawback);
        }
    }

    private static void CompareYear(Model model, int body, JsonNode row)
    {
        var year = row["fiscalYear"]!.GetValue<int>();
        var claims = model.Claims(body, year);
        (row.Fen("committedFen"), row.Fen("paidFen"), row.Fen("entitledFen"), row.Fen("recoveredFen"), row.Fen("spentFen"))
            .ShouldBe((model.Committed(body, year), model.Paid(body, year), model.Entitled(body, year), model.Recovered(body, year), model.Spent(body, year)));
        (row.Fen("overAdvanceFen"), row.Fen("unusedFen"), row.Fen("revocationFen"), row.Fen("fraudFen"))
            .ShouldBe((model.OverAdvance(body, year), claims.Unused, claims.Revocation, claims.Fraud));

        // All causes together never claim more than was disbursed, and never less than any alone.
        model.Claimed(body, year).ShouldBeInRange(Math.Max(model.AboveEntitled(body, year), claims.Held), model.Paid(body, year));
    }

    private static void CompareCase(Model model, ModelCase of, JsonNode row)
    {
        of.Id = row.Key("id");
        (row.Fen("claimedFen"), row.Fen("receivedFen"), row.Fen("offsetFen"), row.Fen("writtenOffFen"), row.Fen("refundedFen"))
            .ShouldBe((model.Claimed(of), of.Received, of.Offset, of.WrittenOff, of.Refunded), of.Cause);
        (row.Fen("outstandingFen"), row.Fen("refundDueFen"), row.Text("status"), row["openObjections"]!.GetValue<int>())
            .ShouldBe((model.Outstanding(of), model.RefundDue(of), model.Status(of), of.Objection is null ? 0 : 1), of.Cause);
    }
}
