using Contracts.Refusals;
using Contracts.Values;
using Policies;

namespace Funding.Grants;

/// <summary>What another payer gives, as it was typed.</summary>
internal sealed record ShareEntry(string Payer, long AmountFen);

/// <summary>Reads other payers' shares against what the pack says of them.</summary>
internal static class Shares
{
    /// <summary>What remains to be paid here.</summary>
    public static Outcome<Money> Remaining(Money due, IReadOnlyList<ShareEntry>? given, PayerShares? shares, string clause)
    {
        var entries = given ?? [];
        if (Check(entries, shares) is { } wrong)
        {
            return wrong;
        }

        var others = entries.Aggregate(Money.Zero, (sum, share) => sum + Money.FromFen(share.AmountFen));
        return shares is not { Within: true }
            ? due
            : others < due
                ? due.Above(others)
                : Refusal.Conflict(
                        "nothing-left-to-pay",
                        clause,
                        $"其他出资方承担 {others} 元，不少于应补助的 {due} 元，本级没有可支付的金额。",
                        $"Others pay {others} yuan, no less than the {due} due; nothing is left to pay here.")
                    .With("dueFen", due.Fen).With("sharesFen", others.Fen);
    }

    /// <summary>The rows of a grant.</summary>
    public static List<GrantShare> Of(Guid grantId, IReadOnlyList<ShareEntry>? given) =>
        [.. (given ?? []).Select(share => new GrantShare { GrantId = grantId, Payer = share.Payer, AmountFen = share.AmountFen })];

    private static Refusal? Check(IReadOnlyList<ShareEntry> entries, PayerShares? shares)
    {
        var known = shares?.Payers.Select(p => p.Key).ToList() ?? [];
        if (entries.Contains(null!) || entries.Any(e => !known.Contains(e.Payer)) || entries.Select(e => e.Payer).Distinct(StringComparer.Ordinal).Count() < entries.Count)
        {
            return Refusal.BadInput(
                "shares",
                string.Join(", ", entries.Select(e => e?.Payer)),
                known.Count == 0 ? "该项没有其他出资方。" : $"其他出资方应取自：{string.Join("、", shares!.Payers.Select(p => p.Label.Zh))}，每方一次。",
                known.Count == 0 ? "Nobody else pays for this." : $"Other payers are of: {string.Join(", ", shares!.Payers.Select(p => p.Label.En))}; each once.");
        }

        return Checks.First(entries.Select((entry, i) => Checks.Amount($"shares[{i}].amountFen", entry.AmountFen)));
    }
}
