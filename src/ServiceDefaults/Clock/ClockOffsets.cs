using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;

namespace ServiceDefaults.Clock;

/// <summary>The persisted offset of the business clock. Where the clock is not adjustable it is zero and nothing is read.</summary>
internal sealed class ClockOffsets(IServiceScopeFactory scopes, TimeProvider system, bool adjustable)
{
    // Another replica's move is seen within this time.
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    private volatile Reading? last;

    public bool Adjustable => adjustable;

    /// <summary>How far the business clock stands before the system's.</summary>
    public TimeSpan Current
    {
        get
        {
            if (!adjustable)
            {
                return TimeSpan.Zero;
            }

            if (last is not { } reading || system.GetElapsedTime(reading.Taken) > Freshness)
            {
                last = reading = new Reading(Read(), system.GetTimestamp());
            }

            return reading.Offset;
        }
    }

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
        last = null;
        return moved;
    }

    private TimeSpan Read()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetService<PlatformDbContext>();
        return db?.Model.FindEntityType(typeof(ClockOffset)) is null
            ? TimeSpan.Zero
            : new TimeSpan(db.Set<ClockOffset>().AsNoTracking().Select(row => row.OffsetTicks).SingleOrDefault());
    }

    private sealed record Reading(TimeSpan Offset, long Taken);
}
