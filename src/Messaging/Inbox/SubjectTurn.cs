using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Messaging.Inbox;

/// <summary>
/// One of a fixed number of rows that whoever lets an event wait and whoever creates its subject both update, so that one of
/// them goes first and the other sees what it did. Without it, under READ COMMITTED, both could look before the other's commit
/// and the event would wait for ever. Subjects share a row by hash: a fixed set needs no insert that two could collide on.
/// </summary>
internal sealed class SubjectTurn
{
    /// <summary>How many rows there are.</summary>
    public const int Slots = 64;

    /// <summary>Which row.</summary>
    public required int Slot { get; init; }

    /// <summary>How often it was taken; written only to hold the row until the transaction ends.</summary>
    public long Taken { get; set; }

    /// <summary>Waits until no other transaction holds the subject, and holds it until this one ends.</summary>
    public static async Task TakeAsync(PlatformDbContext db, string subjectKey, CancellationToken cancellationToken)
    {
        var slot = SlotOf(subjectKey);
        var taken = await db.Set<SubjectTurn>().Where(turn => turn.Slot == slot)
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.Taken, turn => turn.Taken + 1), cancellationToken);
        if (taken != 1)
        {
            throw new InvalidOperationException($"Row {slot} of SubjectTurn is missing; migrations seed it.");
        }
    }

    // A hash that is the same in every process and release: replicas must meet at the same row.
    private static int SlotOf(string subjectKey)
    {
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(subjectKey))
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)(hash % Slots);
    }
}
