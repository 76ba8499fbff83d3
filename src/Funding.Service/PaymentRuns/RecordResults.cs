using Contracts.Refusals;
using Funding.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>What the bank answered, row by row.</summary>
internal sealed record BankAnswers(IReadOnlyList<BankAnswer> Results);

/// <summary>The run as it is now, and how many of the rows were news.</summary>
internal sealed record RecordedAnswers(PaymentRunDetail PaymentRun, int News, int KnownBefore);

/// <summary>
/// Records what the bank answered, row by row, all rows or none. An answer that was recorded before changes nothing, so that a
/// bank file may be sent as often as one likes.
/// </summary>
internal static class RecordResults
{
    private const int MaxRows = 500;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payment-runs/{id:guid}/results", async (
            Guid id, BankAnswers request, AnswerRun answer, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, answer, db, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<RecordedAnswers>> RunAsync(Guid id, BankAnswers request, AnswerRun answer, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        if (!(await answer.ApplyAsync(id, request.Results, caller, ct)).Accepted(out var news, out var refused))
        {
            return refused;
        }

        var found = await ReadPaymentRuns.FindAsync(id, db, caller, ct);
        return found.Accepted(out var detail, out var gone) ? new RecordedAnswers(detail, news, request.Results.Count - news) : gone;
    }

    private static Refusal? Check(BankAnswers request)
    {
        if (request.Results is not { Count: > 0 and <= MaxRows } || request.Results.Contains(null!))
        {
            return Refusal.BadInput("results", request.Results?.Count ?? 0, $"每次登记 1 至 {MaxRows} 行结果，不得有空行。", $"Between 1 and {MaxRows} results at a time, none of them empty.");
        }

        return Checks.First(request.Results.SelectMany((row, i) => (Refusal?[])
        [
            Checks.Text($"results[{i}].bankReference", row.BankReference, 100),
            row.Outcome == PaymentOutcome.Paid && string.IsNullOrEmpty(row.Reason) ? null : Checks.Text($"results[{i}].reason", row.Reason),
        ]));
    }
}
