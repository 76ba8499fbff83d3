using Contracts.Refusals;
using Contracts.Values;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Data;
using Funding.Grants;
using Funding.Invoices;
using Funding.Packs;
using Funding.Payments;
using Funding.Rewards;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>What was found about a payment of a claim.</summary>
internal sealed record ProofFinding(Guid ProofId, bool Accepted, string? Reason = null);

/// <summary>Why a condition that a person must judge is met.</summary>
internal sealed record FlagFinding(string Condition, string Reason);

/// <summary>
/// What a maker found: each payment accepted or not, each flag answered, from which year's money it is paid, who else pays. Amount and
/// document only where the pack leaves each claim to a decision of the bureau.
/// </summary>
internal sealed record ClaimAssessment(
    Guid AppropriationId,
    IReadOnlyList<ProofFinding>? Rows = null,
    IReadOnlyList<FlagFinding>? Flags = null,
    long? AmountFen = null,
    string? DocumentNumber = null,
    DateOnly? DecidedOn = null,
    IReadOnlyList<ShareEntry>? Shares = null,
    string? PayeeName = null,
    string? PayeeAccount = null);

/// <summary>
/// A maker looks through a claim and proposes its payment. Its invoices count once from now on; money is committed when another person approves.
/// </summary>
internal static class AssessClaim
{
    /// <summary>What the decision looks at beside the claim.</summary>
    internal sealed record Facts(Appropriation Appropriation, Money Used, RewardDecision? Tariff, Hands Hands);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/claims/{id:guid}/assess", async (
            Guid id, ClaimAssessment request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>What the claim comes to and what of it is paid here, or why it cannot be proposed.</summary>
    public static Outcome<ClaimAmount> Decide(OpenClaim open, ClaimAssessment request, Facts facts, PaymentRules rules)
    {
        var (claim, pack, kind) = open;
        var refusal = NotFound(claim, request)
            ?? Unjudged(claim, request)
            ?? NotUsable(facts.Appropriation, claim, rules)
            ?? FiscalYear.Over(facts.Appropriation.FiscalYear, rules)
            ?? FourEyes.Makes(facts.Hands, facts.Appropriation.Approvers);
        if (refusal is not null)
        {
            return refusal;
        }

        List<Money> accepted = [.. claim.Proofs.Where(p => request.Rows!.Any(r => r.ProofId == p.Id && r.Accepted)).OrderBy(p => p.Position).Select(p => Money.FromFen(p.AmountFen))];
        if (!ClaimAmount.Of(open, accepted, facts.Used, facts.Tariff, request, rules.Today).Accepted(out var amount, out var no))
        {
            return no;
        }

        return Shares.Remaining(amount.Due, request.Shares, kind.Shares, kind.Citation.ClauseId).Accepted(out var paid, out no)
            ? amount with { Paid = paid, Sheet = pack.Sheet(kind.Label.Zh, kind.Label.En).By(rules.Ground).Lines(amount.Sheet).Build() }
            : no;
    }

    private static async Task<Outcome<ClaimDetail>> RunAsync(
        Guid id, ClaimAssessment request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        if (!(await db.TakeClaimAsync(id, packs, today, caller, null, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        var claim = open.Claim;
        if ((await NotAssessableAsync(open, db, ct) ?? CheckPayee(request)) is { } refusal)
        {
            return refusal;
        }

        var appropriation = await db.Appropriations.AsNoTracking().Include(a => a.Changes).SingleOrDefaultAsync(a => a.Id == request.AppropriationId && a.Jurisdiction == caller.Jurisdiction, ct);
        if (appropriation is null)
        {
            return ReadAppropriations.NotFound(request.AppropriationId);
        }

        var room = open.Kind.Ceiling is { } ceiling ? await db.AccountAsync(claim, ceiling, appropriation.FiscalYear, ct) : null;
        var tariff = open.Kind.Tariff is null ? null : await db.TariffAsync(claim.Programme, open.Kind.Name, appropriation.FiscalYear, ct);
        var facts = new Facts(appropriation, Money.FromFen(room?.UsedFen ?? 0), tariff, caller.Hands());
        var rules = new PaymentRules(open.Pack, today, await packs.GroundAsync(open.Pack, claim.SubmittedOn!.Value, ct));
        if (!Decide(open, request, facts, rules).Accepted(out var amount, out refused))
        {
            return refused;
        }

        var grant = Propose(claim, request, appropriation, amount, room?.Id, caller.Signs(clock));
        Take(claim, request, amount, grant);
        db.Grants.Add(grant);

        // HB-04: one payment is never subsidised twice, nor one that counts as spent elsewhere.
        await db.FreeInvoicesAsync([id], ct);
        var source = new InvoiceSource(claim.Jurisdiction, claim.Programme, InvoiceUse.Claim, id, open.Kind.Citation.ClauseId);
        return await db.AcceptInvoicesAsync(source, [.. claim.Proofs.Where(p => p.Accepted == true).Select(p => p.Invoice())], ct)
            ?? await ReadClaims.FindAsync(id, db, packs, today, caller, ct);
    }

    private static void Take(Claim claim, ClaimAssessment request, ClaimAmount amount, Grant grant)
    {
        foreach (var row in request.Rows ?? [])
        {
            var proof = claim.Proofs.Find(p => p.Id == row.ProofId)!;
            (proof.Accepted, proof.Reason) = (row.Accepted, row.Accepted ? null : row.Reason!.Trim());
        }

        claim.Flags = ClaimDesk.Write(claim.ReadFlags().Select(f => f with { Finding = request.Flags!.First(a => a.Condition == f.Condition).Reason.Trim() }));
        (claim.Status, claim.Assessed, claim.GrantId) = (ClaimStatus.Assessed, grant.Proposed, grant.Id);
        (claim.DueFen, claim.Sheet) = (amount.Due.Fen, StoredSheet.Write(amount.Sheet));
    }

    private static Grant Propose(Claim claim, ClaimAssessment request, Appropriation appropriation, ClaimAmount amount, Guid? room, Signature by)
    {
        var id = Guid.CreateVersion7();
        return new Grant
        {
            Id = id,
            AppropriationId = appropriation.Id,
            Jurisdiction = claim.Jurisdiction,
            Programme = claim.Programme,
            FiscalYear = appropriation.FiscalYear,
            AmountFen = amount.Paid.Fen,
            DueFen = amount.Due.Fen,
            Award = claim.Kind,
            BeneficiaryName = claim.ClaimantName,
            BeneficiaryCode = claim.ClaimantCode,
            PayeeName = request.PayeeName?.Trim() ?? claim.PayeeName!,
            PayeeAccount = request.PayeeAccount ?? claim.PayeeAccount!,
            PayeeCode = claim.ClaimantCode,
            SourceId = claim.Id,
            ClaimantAccountId = room,
            DecisionNumber = amount.DecisionNumber,
            Proposed = by,
            Shares = Shares.Of(id, request.Shares),
        };
    }

    // A proposal that was cancelled before anybody approved it leaves the claim to be assessed anew.
    private static async Task<Refusal?> NotAssessableAsync(OpenClaim open, FundingDb db, CancellationToken ct) =>
        open.Claim.Status == ClaimStatus.Assessed && await db.Grants.AnyAsync(g => g.Id == open.Claim.GrantId && g.Status == PaymentStatus.Cancelled, ct)
            ? null
            : ClaimDesk.NotIn(open.Claim, open.Kind.Citation.ClauseId, ClaimStatus.Submitted);

    private static Refusal? CheckPayee(ClaimAssessment request) => Checks.First(
        request.PayeeName is null ? null : Checks.Text("payeeName", request.PayeeName, 100),
        request.PayeeAccount is null ? null : Checks.BankAccount("payeeAccount", request.PayeeAccount));

    private static Refusal? NotFound(Claim claim, ClaimAssessment request)
    {
        var rows = request.Rows ?? [];
        return rows.Contains(null!) || !rows.Select(r => r.ProofId).Order().SequenceEqual(claim.Proofs.Select(p => p.Id).Order())
            ? Refusal.BadInput("rows", rows.Count, $"须对全部 {claim.Proofs.Count} 笔支付或发票逐一给出结论，每笔一次。", $"Each of the {claim.Proofs.Count} payments or invoices needs one finding.")
            : Checks.First(rows.Select((row, i) => row.Accepted ? null : Checks.Text($"rows[{i}].reason", row.Reason)));
    }

    // What a form cannot show, a person finds and signs for; who does not find it returns or refuses the claim.
    private static Refusal? Unjudged(Claim claim, ClaimAssessment request)
    {
        var (asked, given) = (claim.ReadFlags(), request.Flags ?? []);
        return given.Contains(null!) || !given.Select(f => f.Condition).Order(StringComparer.Ordinal).SequenceEqual(asked.Select(f => f.Condition).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? Refusal.BadInput(
                    "flags",
                    given.Count,
                    $"须对每项待认定事项写明认定理由：{string.Join("；", asked.Select(f => f.Zh))}",
                    $"Each of these must be found upon, with the reason: {string.Join("; ", asked.Select(f => f.En))}")
                .With("conditions", asked.Select(f => f.Condition).ToArray())
            : Checks.First(given.Select((f, i) => Checks.Text($"flags[{i}].reason", f.Reason, 500)));
    }

    private static Refusal? NotUsable(Appropriation appropriation, Claim claim, PaymentRules rules) =>
        appropriation.Programme != claim.Programme
            ? Refusal.Conflict("programme-differs", "appropriationId", "该年度安排属于另一项政策，不能用于此申领。", "The appropriation belongs to another programme than the claim.")
                .With("programme", claim.Programme).With("appropriationProgramme", appropriation.Programme)
            : appropriation.Status == AppropriationStatus.Open
                ? null
                : Refusal.Conflict("appropriation-not-open", rules.CapClause, "该年度安排尚未批准或已撤回。", "The year's appropriation is not open.").With("appropriationId", appropriation.Id);
}
