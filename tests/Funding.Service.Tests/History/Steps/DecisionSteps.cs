using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;

namespace Funding.Tests.History.Steps;

/// <summary>What two persons decide about clawbacks. What is true when it is proposed may not be when it is approved: it is decided again.</summary>
internal sealed class DecisionSteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly Random random = history.Random;
    private readonly HttpClient leader = history.World.As("leader", Roles.Leader);

    public IEnumerable<Act> All =>
    [
        new(2, WriteOffAsync), new(3, RefundAsync), new(1, InstalmentsAsync), new(5, OffsetAsync), new(2, ClaimAsync), new(12, ApproveAsync), new(3, RefundPaidAsync),
        new(1, WithdrawAsync),
    ];

    /// <summary>Proposes a decision.</summary>
    public async Task<string> ProposeAsync(ModelDecision decision, string path, object request)
    {
        if (model.WhyNotDecide(decision) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, code);
            return $"{Name(decision)}: {code}";
        }

        if (model.IsPending(decision))
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, "decision-pending");
            return $"{Name(decision)}: another one is pending";
        }

        decision.Id = (await history.DoAsync(world.Maker, path, request)).Key("id");
        model.Decisions.Add(decision);
        return $"{Name(decision)} proposed";
    }

    private async Task<string?> WriteOffAsync()
    {
        if (history.AnyCase() is not { } of)
        {
            return null;
        }

        var fen = history.Around(model.Open(of) / 2);
        return await ProposeAsync(new ModelDecision("write-off", fen) { Case = of }, $"/api/funding/clawbacks/{of.Id}/write-offs", Document(fen));
    }

    private async Task<string?> RefundAsync()
    {
        if (random.Next(3) == 0 && history.Any(model.Receipts.Where(r => r.Unmatched > 0)) is { } receipt)
        {
            var part = history.Around(receipt.Unmatched);
            return await ProposeAsync(new ModelDecision("refund", part) { Receipt = receipt }, $"/api/funding/receipts/{receipt.Id}/refunds", ToPayee(part));
        }

        if ((history.AnyCase(c => model.RefundDue(c) > 0) ?? history.AnyCase()) is not { } of)
        {
            return null;
        }

        var fen = history.Around(model.Refundable(of));
        return await ProposeAsync(new ModelDecision("refund", fen) { Case = of }, $"/api/funding/clawbacks/{of.Id}/refunds", ToPayee(fen));
    }

    private async Task<string?> InstalmentsAsync()
    {
        if (history.AnyCase(c => model.Open(c) > 1) is not { } of)
        {
            return null;
        }

        var (fen, first) = (model.Open(of) + (random.Next(5) == 0 ? 1 : 0), world.Today.AddDays(random.Next(5)));
        object[] parts = [new { dueOn = first, amountFen = fen / 2 }, new { dueOn = first.AddDays(10), amountFen = fen - (fen / 2) }];
        return await ProposeAsync(
            new ModelDecision("instalments", fen) { Case = of, FirstDay = first }, $"/api/funding/clawbacks/{of.Id}/instalments", new { parts, reason = "随机" });
    }

    private async Task<string?> OffsetAsync()
    {
        // The next advance of a body that owes, where there is one.
        var payment = history.Any(model.Payments.Where(p => p.Status == "approved" && model.Cases.Any(c => c.Body == p.Body && model.Open(c) > 0)))
            ?? history.Any(model.Payments);
        if (payment is null || (history.AnyCase(c => c.Body == payment.Body && model.Open(c) > 0) ?? history.AnyCase()) is not { } of)
        {
            return null;
        }

        var fen = history.Around(Math.Min(model.Open(of), model.Net(payment) - 1));
        var request = new { paymentId = payment.Id, amountFen = fen, reason = "随机", documentNumber = "舟科抵〔2026〕1号", decidedOn = world.Today };
        return await ProposeAsync(new ModelDecision("offset", fen) { Case = of, Payment = payment }, $"/api/funding/clawbacks/{of.Id}/offsets", request);
    }

    private async Task<string?> ClaimAsync()
    {
        var paid = (from b in Enumerable.Range(0, RandomHistory.Bodies) from y in model.Years where model.Paid(b, y) > 0 select (b, y)).ToList();
        if (paid.Count == 0)
        {
            return null;
        }

        var (body, year) = paid[random.Next(paid.Count)];
        var of = model.Case(history.Touch(body), year, random.Next(3) == 0 ? "revocation" : "fraud");
        var fen = history.Around(Math.Max(0, model.Paid(body, year) - model.Claimed(body, year)) / 2);
        return await ProposeAsync(new ModelDecision("claim", fen) { Case = of }, "/api/funding/clawback-claims", new
        {
            institutionId = history.Keys[body],
            fiscalYear = year,
            cause = of.Cause,
            amountFen = fen,
            reason = "随机",
            documentNumber = "舟科追〔2026〕9号",
            decidedOn = world.Today,
        });
    }

    private async Task<string?> ApproveAsync()
    {
        if (Pick("proposed") is not { } decision)
        {
            return null;
        }

        var path = $"/api/funding/clawback-decisions/{decision.Id}/approve";
        if (model.WhyNotDecide(decision) is { } code)
        {
            await RandomHistory.RefusedAsync(Approver(decision), path, null, code);
            return $"{Name(decision)} not approved: {code}";
        }

        await history.DoAsync(Approver(decision), path);
        model.CarryOut(decision);
        return $"{Name(decision)} approved";
    }

    private async Task<string?> RefundPaidAsync()
    {
        if (history.Any(model.Decisions.Where(d => d is { Kind: "refund", Status: "approved" })) is not { } refund)
        {
            return null;
        }

        await history.DoAsync(world.Maker, $"/api/funding/clawback-decisions/{refund.Id}/paid", new { paidOn = world.Today, bankReference = $"T-{refund.Id:N}" });
        refund.Status = "done";
        if (refund.Case is { } of)
        {
            history.Touch(of.Body);
            of.Refunded += refund.Fen;
        }

        return $"{Name(refund)} paid";
    }

    private async Task<string?> WithdrawAsync()
    {
        if (Pick("proposed", "approved", "done") is not { } decision)
        {
            return null;
        }

        var (path, request) = ($"/api/funding/clawback-decisions/{decision.Id}/withdraw", new { reason = "随机" });
        var code = decision.Status == "done" ? "decision-final"
            : decision is { Kind: "offset", Status: "approved", Payment.Status: not "approved" } ? "payment-gathered"
            : null;
        if (code is not null)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, code);
            return $"{Name(decision)} not withdrawn: {code}";
        }

        await history.DoAsync(world.Maker, path, request);
        if (decision is { Status: "approved", Receipt: { } receipt })
        {
            receipt.Returned -= decision.Fen;
        }

        decision.Status = "withdrawn";
        return $"{Name(decision)} withdrawn";
    }

    private ModelDecision? Pick(params string[] statuses)
    {
        var picked = history.Any(model.Decisions.Where(d => statuses.Contains(d.Status)));
        if (picked?.Case is { } of)
        {
            history.Touch(of.Body);
        }

        return picked;
    }

    // A write-off is a leader's.
    private HttpClient Approver(ModelDecision decision) => decision.Kind == "write-off" ? leader : world.Approver;

    private object Document(long amountFen) => new { amountFen, reason = "随机", documentNumber = "舟科核〔2026〕1号", decidedOn = world.Today };

    private static object ToPayee(long amountFen) => new { amountFen, payeeName = "舟山某科技有限公司", payeeAccount = "3309020104000123", reason = "随机" };

    private static string Name(ModelDecision d) => $"{d.Kind} {d.Fen}{(d.Case is { } of ? $" for {of.Cause} {of.Body} {of.Year}" : " to a payer")}";
}
