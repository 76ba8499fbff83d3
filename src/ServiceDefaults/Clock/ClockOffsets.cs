using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;

namespace ServiceDefaults.Clock;

/// <summary>The persisted offset of the business clock. Where the clock is not adjustable it is zero and nothing is read.</summary>
internal sealed class ClockOffsets(IServiceScopeFactory scopes, TimeProvider system, bool adjustable)
{
    private readonly Lock taking = new();
    private volatile Reading? last;

    public bool Adjustable => adjustable;

    /// <summary>
    /// How far the business clock stands before the system's, as last read. It is read again by <see cref="ClockWatch"/> and not
    /// here: whoever asks for the day may hold a row that others wait for with every connection of the pool in their hands.
    /// </summary>
    public TimeSpan Current => adjustable ? (last ??= new Reading(Read())).Offset : TimeSpan.Zero;

    /// <summary>Reads the offset again; another replica may have moved the clock.</summary>
    public void Refresh() => Take(Read());

    /// <summary>Persists the first offset of a new database; one that has an offset keeps it.</summary>
    public async Task BeginAsync(TimeSpan offset, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetService<PlatformDbContext>();
        if (db?.Model.FindEntityType(typeof(ClockOffset)) is null || await db.Set<ClockOffset>().AnyAsync(cancellationToken))
        {
            return;
        }

        db.Add(new ClockOffset { OffsetTicks = offset.Ticks });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Another replica began at the same moment; its offset stands.
        }

        last = null;
    }

    /// <summary>Persists a larger offset; a smaller one than another replica has set meanwhile is refused.</summary>
    public async Task<Outcome<TimeSpan>> MoveAsync(TimeSpan offset, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var moved = await db.WriteAsync<Outcome<TimeSpan>>(
            async ct =>
            {
                var row = await db.Set<ClockOffset>().SingleOrDefaultAsync(ct);
                if (row is null)
                {
                    row = new ClockOffset();
                    db.Add(row);
                }

                if (row.OffsetTicks > offset.Ticks)
                {
                    return ClockRefusals.Backwards(system.GetUtcNow().UtcDateTime.AddTicks(row.OffsetTicks), system.GetUtcNow().UtcDateTime + offset);
                }

                row.OffsetTicks = offset.Ticks;
                return offset;
            },
            cancellationToken);
        if (moved.Accepted(out var offsetNow, out _))
        {
            Take(offsetNow);
        }

        return moved;
    }

    // The clock only moves forward: a reading from before a move, arriving after it, is old.
    private void Take(TimeSpan read)
    {
        lock (taking)
        {
            if (last is null || read > last.Offset)
            {
                last = new Reading(read);
            }
        }
    }

    private TimeSpan Read()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetService<PlatformDbContext>();
        return db?.Model.FindEntityType(typeof(ClockOffset)) is null
            ? TimeSpan.Zero
            : new TimeSpan(db.Set<ClockOffset>().AsNoTracking().Select(row => row.OffsetTicks).SingleOrDefault());
    }

    private sealed record Reading(TimeSpan Offset);
}
