using Contracts.Registry;

namespace Funding.Tests.History.Models;

/// <summary>A receipt whose cases are to be found.</summary>
internal sealed class ModelReceipt(Guid id, long fen, DateOnly on)
{
    public Guid Id { get; } = id;

    public long Fen { get; } = fen;

    public DateOnly On { get; } = on;

    public long Matched { get; set; }

    public long Returned { get; set; }

    public long Unmatched => Fen - Matched - Returned;
}

/// <summary>What two persons decide about a clawback: claim, objection, instalments, offset, write-off, refund.</summary>
internal sealed record ModelDecision(string Kind, long Fen)
{
    public Guid Id { get; set; }

    public string Status { get; set; } = "proposed";

    /// <summary>The case; of a claim the one that it opens.</summary>
    public ModelCase? Case { get; init; }

    /// <summary>The payment from which is withheld.</summary>
    public ModelPayment? Payment { get; init; }

    /// <summary>The receipt that goes back to its payer.</summary>
    public ModelReceipt? Receipt { get; init; }

    /// <summary>The objection that it answers.</summary>
    public Guid? Objection { get; init; }

    public bool Upheld { get; init; }

    /// <summary>The first day of a plan.</summary>
    public DateOnly? FirstDay { get; init; }
}

/// <content>What persons decide about clawbacks.</content>
internal sealed partial class Model
{
    public List<ModelDecision> Decisions { get; } = [];

    public List<ModelReceipt> Receipts { get; } = [];

    /// <summary>Outstanding, and not about to be withheld.</summary>
    public long Open(ModelCase of) => Math.Max(0, Outstanding(of) - Waiting(of, "offset"));

    /// <summary>Owed to the body, and not on its way back.</summary>
    public long Refundable(ModelCase of) => Math.Max(0, RefundDue(of) - Waiting(of, "refund"));

    /// <summary>What may still be withheld from a payment, so that something of it is paid.</summary>
    public long Net(ModelPayment payment) => payment.Fen - Decisions.Where(d => d.Payment == payment && d.Status is "approved" or "done" or "lapsed").Sum(d => d.Fen);

    public bool IsPending(ModelDecision like) =>
        like is { Case: not null, Kind: not "claim" } && Decisions.Exists(d => d.Case == like.Case && d.Kind == like.Kind && d.Status == "proposed");

    /// <summary>Why it cannot be carried out now; null where it can.</summary>
    public string? WhyNotDecide(ModelDecision decision) => decision.Kind switch
    {
        "write-off" => decision.Fen > Open(decision.Case!) ? "write-off-above-outstanding" : null,
        "refund" when decision.Receipt is { } receipt => decision.Fen > receipt.Unmatched ? "receipt-spent" : null,
        "refund" => decision.Fen > Refundable(decision.Case!) ? "refund-above-due" : null,
        "instalments" => decision.FirstDay < Today ? "bad-input" : decision.Fen != Open(decision.Case!) || decision.Fen == 0 ? "instalments-differ" : null,
        "offset" => decision.Payment!.Status != "approved" || decision.Payment.Body != decision.Case!.Body ? "payment-not-open"
            : decision.Fen > Open(decision.Case) || decision.Fen >= Net(decision.Payment) ? "offset-too-large" : null,
        "objection" => decision.Objection != decision.Case!.Objection ? "objection-not-open" : WhyNotUphold(decision.Case, decision),
        _ => WhyNotClaim(decision.Case!, decision.Fen),
    };

    /// <summary>Carries out what was approved.</summary>
    public void CarryOut(ModelDecision decision)
    {
        // A refund waits for the bank, and what is withheld for its payment.
        decision.Status = decision.Kind is "refund" or "offset" ? "approved" : "done";
        var of = decision.Case;
        switch (decision.Kind)
        {
            case "write-off":
                of!.WrittenOff += decision.Fen;
                break;
            case "refund" when decision.Receipt is { } receipt:
                receipt.Returned += decision.Fen;
                break;
            case "objection":
                of!.Objection = null;
                ChangeDecided(of, -decision.Fen);
                break;
            case "claim":
                ChangeDecided(of!, decision.Fen);
                break;
        }
    }

    // What follows from a review or from vouchers is corrected there.
    private string? WhyNotUphold(ModelCase of, ModelDecision decision) =>
        decision.Fen == 0 ? null
        : !decision.Upheld ? "bad-input"
        : of.Cause == "over-advance" ? "claim-follows-review"
        : of.Cause == "deadline" ? "claim-follows-spending"
        : decision.Fen > Claimed(of) ? "bad-input" : null;

    private string? WhyNotClaim(ModelCase of, long fen) =>
        of.Cause == "revocation" && Standing[of.Body] is not (Standings.Revoked or Standings.Cancelled or Standings.Delisted) ? "standing-stands"
        : fen > Math.Max(0, Paid(of.Body, of.Year) - Claimed(of.Body, of.Year)) ? "claim-above-left"
        : null;

    private void ChangeDecided(ModelCase of, long fen)
    {
        var year = Claims(of.Body, of.Year);
        year.Take(of.Cause, fen, AboveEntitled(of.Body, of.Year));
        year.Release(of.Cause, -fen);
    }

    private long Waiting(ModelCase of, string kind) => Decisions.Where(d => d.Case == of && d.Kind == kind && d.Status == "approved").Sum(d => d.Fen);
}
