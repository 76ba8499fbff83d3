using Contracts.Values;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies;
using ServiceDefaults.Data;

namespace Funding.Claims;

/// <summary>
/// What a claimant had under a ceiling of the pack (HB-04: 单个企业最高100万元): one row, whose conditional update is the ceiling. What is
/// approved counts (P-4); what failed, came back or was cancelled does not.
/// </summary>
internal sealed class ClaimantAccount : IVersioned
{
    /// <summary>The fiscal year of a ceiling that holds for the whole life of the programme.</summary>
    public const int ProgrammeLife = 0;

    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The pack's parameter: <c>company-ceiling</c>.</summary>
    public required string Ceiling { get; init; }

    /// <summary>Social credit code of the claimant, or of the institution's implementing body.</summary>
    public required string ClaimantCode { get; init; }

    /// <summary>The year that a yearly ceiling is for; <see cref="ProgrammeLife"/> where it holds for good.</summary>
    public required int FiscalYear { get; init; }

    public long UsedFen { get; set; }

    /// <summary>The year under which a ceiling counts a payment of a fiscal year.</summary>
    public static int YearOf(ClaimCeiling ceiling, int fiscalYear) => ceiling.Period == "fiscal-year" ? fiscalYear : ProgrammeLife;
}

/// <summary>A claimant's room under a ceiling: looked at, taken and given back.</summary>
internal static class Room
{
    /// <summary>The claimant's account, made where there is none yet.</summary>
    public static async Task<ClaimantAccount> AccountAsync(this FundingDb db, Claim claim, ClaimCeiling ceiling, int fiscalYear, CancellationToken cancellationToken)
    {
        var year = ClaimantAccount.YearOf(ceiling, fiscalYear);
        if (await db.RoomAsync(claim.Programme, ceiling.Parameter, claim.ClaimantCode, year, cancellationToken) is { } known)
        {
            return known;
        }

        await db.SaveChangesAsync(cancellationToken);
        var made = new ClaimantAccount
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = claim.Jurisdiction,
            Programme = claim.Programme,
            Ceiling = ceiling.Parameter,
            ClaimantCode = claim.ClaimantCode,
            FiscalYear = year,
        };
        db.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Of two first claims at once the second finds the row that the first made.
            db.Entry(made).State = EntityState.Detached;
            return (await db.RoomAsync(claim.Programme, ceiling.Parameter, claim.ClaimantCode, year, cancellationToken))!;
        }
    }

    /// <summary>The claimant's account under a ceiling; null where it had nothing yet.</summary>
    public static Task<ClaimantAccount?> RoomAsync(
        this FundingDb db, string programme, string ceiling, string claimantCode, int fiscalYear, CancellationToken cancellationToken) =>
        db.ClaimantAccounts.AsNoTracking().SingleOrDefaultAsync(
            a => a.Programme == programme && a.Ceiling == ceiling && a.ClaimantCode == claimantCode && a.FiscalYear == fiscalYear, cancellationToken);

    /// <summary>Takes the account's turn until the transaction ends and tells what was used; the update comes first, so that what is read stays.</summary>
    public static async Task<Money> TakeRoomTurnAsync(this FundingDb db, Guid accountId, CancellationToken cancellationToken)
    {
        await db.ClaimantAccounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(row => row.SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        return Money.FromFen(await db.ClaimantAccounts.Where(a => a.Id == accountId).Select(a => a.UsedFen).SingleAsync(cancellationToken));
    }

    /// <summary>Takes an amount under the ceiling, in one conditional statement; false where it does not fit.</summary>
    public static async Task<bool> TakeRoomAsync(this FundingDb db, Guid accountId, long amountFen, Money ceiling, CancellationToken cancellationToken)
    {
        var most = ceiling.Fen;
        return await db.ClaimantAccounts.Where(a => a.Id == accountId && a.UsedFen + amountFen <= most)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.UsedFen, a => a.UsedFen + amountFen).SetProperty(a => a.Version, a => a.Version + 1), cancellationToken) == 1;
    }

    /// <summary>Gives amounts back, of however many accounts by the same few statements. The caller has taken the accounts' turns.</summary>
    public static async Task GiveRoomBackAsync(this FundingDb db, IReadOnlyDictionary<Guid, long> amountsFen, CancellationToken cancellationToken)
    {
        var accounts = await db.ClaimantAccounts.Where(a => amountsFen.Keys.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        foreach (var (id, amountFen) in amountsFen)
        {
            var account = accounts[id];
            account.UsedFen = account.UsedFen >= amountFen
                ? account.UsedFen - amountFen
                : throw new InvalidOperationException($"Claimant account {id} holds less than the {amountFen} fen to be released.");
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
