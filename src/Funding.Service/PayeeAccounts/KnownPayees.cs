using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.PayeeAccounts;

/// <summary>Holds payments to the accounts that are confirmed.</summary>
internal static class KnownPayees
{
    /// <summary>The account that an owner is paid to; null before its first payment.</summary>
    public static Task<PayeeAccount?> ConfirmedPayeeAsync(this FundingDb db, string jurisdiction, string owner, CancellationToken cancellationToken) =>
        db.PayeeAccounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Jurisdiction == jurisdiction && a.Owner == owner && a.Status == PayeeAccountStatus.Confirmed, cancellationToken);

    /// <summary>As <see cref="AcceptPayee"/>, for whoever has not read the confirmed account yet.</summary>
    public static async Task<Refusal?> AcceptPayeeAsync(
        this FundingDb db, Payment payment, string ownerName, Signature by, CancellationToken cancellationToken) =>
        payment.PayeeOwner is { } owner
            ? db.AcceptPayee(await db.ConfirmedPayeeAsync(payment.Jurisdiction, owner, cancellationToken), payment, owner, ownerName, by)
            : null;

    /// <summary>
    /// At a payment's approval: refused where another account is confirmed; the first one is confirmed by this approval, by its two
    /// persons. Of two first ones at once the unique key admits one.
    /// </summary>
    public static Refusal? AcceptPayee(this FundingDb db, PayeeAccount? confirmed, Payment payment, string owner, string ownerName, Signature by)
    {
        if (confirmed is not null)
        {
            return confirmed.Differs(payment);
        }

        db.PayeeAccounts.Add(new PayeeAccount
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = payment.Jurisdiction,
            Owner = owner,
            OwnerName = ownerName,
            Name = payment.PayeeName,
            Number = payment.PayeeAccount,
            Bank = payment.PayeeBank,
            Status = PayeeAccountStatus.Confirmed,
            Proposed = payment.Proposed with { },
            Decided = by,
        });
        return null;
    }

    /// <summary>Before a run is sealed: refused where an account was changed after a payment's approval.</summary>
    public static async Task<Refusal?> PayeesChangedAsync(this FundingDb db, IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken)
    {
        var jurisdiction = payments.First().Jurisdiction;
        var owners = payments.Select(p => p.PayeeOwner).OfType<string>().Distinct().ToList();
        var confirmed = await db.PayeeAccounts.AsNoTracking()
            .Where(a => a.Jurisdiction == jurisdiction && owners.Contains(a.Owner) && a.Status == PayeeAccountStatus.Confirmed)
            .ToDictionaryAsync(a => a.Owner, cancellationToken);
        return payments
            .Select(p => p.PayeeOwner is { } owner && confirmed.TryGetValue(owner, out var account) ? account.Differs(p) : null)
            .FirstOrDefault(refusal => refusal is not null);
    }
}
