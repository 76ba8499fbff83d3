namespace Funding.Reconciliations;

/// <summary>A movement that the books have on a day.</summary>
internal sealed record BookedMovement(Guid SourceId, MoneyDirection Direction, long AmountFen, string Reference, string Name);

/// <summary>A disagreement, before it is stored.</summary>
internal sealed record Finding(DifferenceKind Kind, MoneyDirection Direction, string Reference, string Name, long? BookedFen, long? BankFen, Guid? SourceId);

/// <summary>
/// Compares a day's movements with zero tolerance: direction, reference and amount pair one to one; what is left of the same reference
/// differs in amount; the rest is on one side only. Pure.
/// </summary>
internal static class Matching
{
    /// <summary>Marks the bank's entries that have their counterpart, and tells what disagrees.</summary>
    public static IReadOnlyList<Finding> Compare(IReadOnlyList<BookedMovement> books, IReadOnlyList<StatementEntry> bank)
    {
        foreach (var entry in bank)
        {
            entry.Matched = false;
        }

        var left = new List<BookedMovement>();
        var byMovement = bank.OrderBy(e => e.Line).ToLookup(e => (e.Direction, e.Reference, e.AmountFen));
        foreach (var movement in books)
        {
            if (byMovement[(movement.Direction, movement.Reference, movement.AmountFen)].FirstOrDefault(e => !e.Matched) is { } entry)
            {
                entry.Matched = true;
            }
            else
            {
                left.Add(movement);
            }
        }

        return [.. Differing(left, [.. bank.Where(e => !e.Matched).OrderBy(e => e.Line)])];
    }

    private static IEnumerable<Finding> Differing(List<BookedMovement> books, List<StatementEntry> bank)
    {
        foreach (var movement in books)
        {
            var entry = bank.Find(e => e.Direction == movement.Direction && e.Reference == movement.Reference);
            if (entry is null)
            {
                yield return new Finding(DifferenceKind.NotAtBank, movement.Direction, movement.Reference, movement.Name, movement.AmountFen, null, movement.SourceId);
                continue;
            }

            bank.Remove(entry);
            yield return new Finding(
                DifferenceKind.AmountDiffers, movement.Direction, movement.Reference, movement.Name, movement.AmountFen, entry.AmountFen, movement.SourceId);
        }

        foreach (var entry in bank)
        {
            yield return new Finding(DifferenceKind.NotInBooks, entry.Direction, entry.Reference, entry.CounterpartyName, null, entry.AmountFen, null);
        }
    }
}
