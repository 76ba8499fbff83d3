using Contracts.Funding;
using Contracts.Refusals;
using Funding.Accounts;
using Funding.Advances;
using Funding.Data;
using Funding.Deadlines;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
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
            Guid id, BankAnswers request, FundingDb db, PackShelf packs, SettleYear settle, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, settle, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<RecordedAnswers>> RunAsync(
        Guid id, BankAnswers request, FundingDb db, PackShelf packs, SettleYear settle, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        // The run's turn first: of two bank files at once, the second sees what the first left unanswered.
        if (await db.TakeRunAsync(id, caller, ct) is not { } run)
        {
            return ReadPaymentRuns.NotFound(id);
        }

        var (today, by) = (clock.Today, caller.Signs(clock));
        var ids = request.Results.Select(r => r.AdvanceId).Distinct().ToList();
        var bodies = await db.Advances
            .Where(a => a.PaymentRunId == id && a.Jurisdiction == caller.Jurisdiction && ids.Contains(a.Id))
            .Select(a => new { a.Id, a.InstitutionId })
            .ToDictionaryAsync(a => a.Id, a => a.InstitutionId, ct);
        if (ids.Find(a => !bodies.ContainsKey(a)) is var stranger && stranger != default)
        {
            return Refusal.NotFound("payment of this run", stranger, "本批次支付");
        }

        var accounts = await db.TakeTurnsAsync(bodies.Values, ct);
        var advances = await db.Advances.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var known = await db.PaymentResults.Where(r => ids.Contains(r.AdvanceId)).ToListAsync(ct);
        List<Advance> released = [];
        var news = 0;
        foreach (var answer in request.Results)
        {
            var advance = advances[answer.AdvanceId];
            if (!answer.Decide(advance, [.. known.Where(r => r.AdvanceId == advance.Id)], today).Accepted(out var isNews, out var refused))
            {
                return refused;
            }

            if (isNews)
            {
                known.Add(Record(answer, advance, accounts[advance.InstitutionId], id, by, today, db));
                news++;
                if (answer.Outcome != PaymentOutcome.Paid)
                {
                    var rules = new PaymentRules(await packs.RulingAsync(advance.Programme, today, ct), today);
                    await db.ReleaseAsync(accounts[advance.InstitutionId], advance, rules, ct);
                    released.Add(advance);
                }
            }
        }

        await FollowUpAsync(advances.Values, accounts, released, db, settle, ct);
        if (!await db.Advances.AnyAsync(a => a.PaymentRunId == id && a.Status == AdvanceStatus.Exported, ct) && run.Status == PaymentRunStatus.Sealed)
        {
            run.Status = PaymentRunStatus.Answered;
            await db.SaveChangesAsync(ct);
        }

        var found = await ReadPaymentRuns.FindAsync(id, db, caller, ct);
        return found.Accepted(out var detail, out var gone) ? new RecordedAnswers(detail, news, request.Results.Count - news) : gone;
    }

    private static PaymentResult Record(
        BankAnswer answer, Advance advance, FundingAccount account, Guid runId, Signature by, DateOnly today, FundingDb db)
    {
        var year = account.Year(advance.FiscalYear);
        switch (answer.Outcome)
        {
            case PaymentOutcome.Paid:
                advance.Status = AdvanceStatus.Paid;
                advance.PaidOn = answer.On;
                year.PaidFen = checked(year.PaidFen + advance.AmountFen);

                // ZS-08: where no allotment date is recorded, the clock runs from the payment.
                account.FirstAllottedOn = RecognitionClock.Earlier(account.FirstAllottedOn, advance.ClockFrom);
                Post(PostingKind.AdvancePaid, LedgerAccount.Advanced, LedgerAccount.Committed);
                db.Publish(Streams.Of(account), Paid(advance, answer.On));
                break;
            case PaymentOutcome.Failed:
                advance.Status = AdvanceStatus.Failed;
                Post(PostingKind.AdvanceFailed, LedgerAccount.Available, LedgerAccount.Committed);
                break;
            default:
                advance.Status = AdvanceStatus.Returned;
                year.PaidFen = checked(year.PaidFen - advance.AmountFen);
                Post(PostingKind.AdvanceReturned, LedgerAccount.Available, LedgerAccount.Advanced);
                db.Publish(Streams.Of(account), Reversed(advance, answer.On));
                break;
        }

        if (answer.Outcome != PaymentOutcome.Paid)
        {
            advance.EndedOn = answer.On;
            advance.EndReason = answer.Reason!.Trim();
        }

        var result = new PaymentResult
        {
            AdvanceId = advance.Id,
            Outcome = answer.Outcome,
            PaymentRunId = runId,
            On = answer.On,
            BankReference = answer.BankReference,
            Reason = answer.Reason,
            Recorded = by,
        };
        db.PaymentResults.Add(result);
        return result;

        void Post(PostingKind kind, LedgerAccount debit, LedgerAccount credit) =>
            db.Post(PostingContext.Of(kind, advance, today, by.Subject, answer.BankReference), new Transfer(debit, credit, advance.AmountFen));
    }

    // A year that was settled is settled again on what is paid now; appropriations, shared by all, come last.
    private static async Task FollowUpAsync(
        IEnumerable<Advance> advances, IReadOnlyDictionary<Guid, FundingAccount> accounts, List<Advance> released, FundingDb db, SettleYear settle, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var body in advances.GroupBy(a => a.InstitutionId))
        {
            await settle.AgainAsync(accounts[body.Key], body.Select(a => a.FiscalYear).Distinct(), ct);
        }

        foreach (var appropriation in released.GroupBy(a => a.AppropriationId).OrderBy(g => g.Key))
        {
            await db.GiveBackAsync(appropriation.Key, appropriation.Sum(a => a.AmountFen), ct);
        }
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

    private static AdvancePaid Paid(Advance advance, DateOnly on) => new()
    {
        AdvanceId = advance.Id,
        InstitutionId = advance.InstitutionId,
        Programme = advance.Programme,
        FiscalYear = advance.FiscalYear,
        AmountFen = advance.AmountFen,
        PaidOn = on,
    };

    private static PaymentReversed Reversed(Advance advance, DateOnly on) => new()
    {
        AdvanceId = advance.Id,
        InstitutionId = advance.InstitutionId,
        Programme = advance.Programme,
        FiscalYear = advance.FiscalYear,
        AmountFen = advance.AmountFen,
        ReversedOn = on,
    };
}
