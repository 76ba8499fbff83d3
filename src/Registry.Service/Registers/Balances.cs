using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;

namespace Registry.Registers;

/// <summary>What is owed about an entry as of a day.</summary>
/// <param name="Name">The balance, as the pack names it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Clause">Where it comes from.</param>
/// <param name="OwedFen">What has fallen due before the day: whoever pays on the due day pays in time (P-2).</param>
/// <param name="PaidFen">What has been paid up to the day.</param>
/// <param name="OpenFen">What is left to pay; never below zero.</param>
internal sealed record BalanceView(string Name, Label Label, string Clause, long OwedFen, long PaidFen, long OpenFen);

/// <summary>Adds up what is owed and paid, in the database: a query for each sum, whatever the number of entries.</summary>
internal static class Balances
{
    /// <summary>The balances of entries of one register.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<BalanceView>>> BalancesAsync(
        this RegistryDb db, RegisterRules rules, IReadOnlyList<Guid> ids, DateOnly on, CancellationToken cancellationToken)
    {
        var views = ids.ToDictionary(id => id, _ => new List<BalanceView>());
        foreach (var balance in rules.Register.Balances)
        {
            // What falls due on the day itself can still be paid on it.
            var owed = await db.SumAsync(rules.Pack.Programme, balance.Owed, ids, on.AddDays(-1), cancellationToken);
            var paid = await db.SumAsync(rules.Pack.Programme, balance.Paid, ids, on, cancellationToken);
            foreach (var id in ids)
            {
                var (due, settled) = (owed.GetValueOrDefault(id), paid.GetValueOrDefault(id));
                views[id].Add(new BalanceView(balance.Name, balance.Label, balance.Citation.ClauseId, due, settled, Math.Max(0, due - settled)));
            }
        }

        return views.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<BalanceView>)pair.Value);
    }

    /// <summary>What is left to pay of one entry, by the balance's name.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> BalancesFenAsync(
        this RegistryDb db, RegisterRules rules, Guid id, DateOnly on, CancellationToken cancellationToken) =>
        (await db.BalancesAsync(rules, [id], on, cancellationToken))[id].ToDictionary(balance => balance.Name, balance => balance.OpenFen, StringComparer.Ordinal);

    /// <summary>The sums over the live entries about these ones, up to and with a day.</summary>
    private static Task<Dictionary<Guid, long>> SumAsync(
        this RegistryDb db, string programme, RegisterSum sum, IReadOnlyList<Guid> ids, DateOnly until, CancellationToken cancellationToken) =>
        db.RegisterEntries
            .Where(e => e.Programme == programme && e.Register == sum.Register && e.IsLive && e.AboutEntryId != null && ids.Contains(e.AboutEntryId.Value))
            .Where(e => e.Values.Any(value => value.Field == sum.Day && value.Day <= until))
            .SelectMany(e => e.Values.Where(value => value.Field == sum.Amount && value.Number != null), (e, value) => new { About = e.AboutEntryId!.Value, Fen = value.Number!.Value })
            .GroupBy(row => row.About)
            .Select(group => new { group.Key, Fen = group.Sum(row => row.Fen) })
            .ToDictionaryAsync(row => row.Key, row => row.Fen, cancellationToken);
}
