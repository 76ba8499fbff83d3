using Contracts.Refusals;

namespace ServiceDefaults.Clock;

/// <summary>Where to move the business clock.</summary>
/// <param name="Now">The instant, with its offset: <c>2026-01-05T09:00:00+08:00</c>.</param>
public sealed record MoveClockRequest(DateTimeOffset Now);

/// <summary>The business clock.</summary>
/// <param name="Now">The instant in Shanghai.</param>
/// <param name="Today">The law's day.</param>
/// <param name="Sweeps">How many things the sweeps did on the way.</param>
/// <param name="Published">How many events were published because of it.</param>
public sealed record ClockView(DateTimeOffset Now, DateOnly Today, int Sweeps, int Published);

/// <summary>Moves the business clock forward, day by day, so that what was due on the way happens on its day.</summary>
internal sealed class MoveClock(
    BusinessClock clock, ClockOffsets offsets, Sweeps sweeps, TimeProvider system, IEnumerable<IAfterClockMove> followers) : IDisposable
{
    private const int MostYears = 10;

    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<Outcome<ClockView>> RunAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await WalkAsync(target.UtcDateTime, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The stops on the way: the start of each day after <paramref name="from"/>, and the end. Pure.</summary>
    public static IEnumerable<DateTime> Stops(DateTime from, DateTime to)
    {
        for (var day = BusinessClock.DayOf(from).AddDays(1); BusinessClock.StartOf(day) < to; day = day.AddDays(1))
        {
            yield return BusinessClock.StartOf(day);
        }

        yield return to;
    }

    public void Dispose() => turn.Dispose();

    private async Task<Outcome<ClockView>> WalkAsync(DateTime target, CancellationToken cancellationToken)
    {
        var start = clock.UtcNow;
        if (target < start)
        {
            return ClockRefusals.Backwards(start, target);
        }

        if (target > start.AddYears(MostYears))
        {
            return ClockRefusals.TooFar(start, target, MostYears);
        }

        var swept = 0;
        foreach (var stop in Stops(start, target))
        {
            var moved = await offsets.MoveAsync(stop - system.GetUtcNow().UtcDateTime, cancellationToken);
            if (moved.Refusal is { } refused)
            {
                return refused;
            }

            swept += await sweeps.RunAllAsync(clock.Today, cancellationToken);
        }

        // Days on which nothing fell due have nothing to settle; a move over years passes hundreds of them.
        var published = 0;
        foreach (var follower in swept == 0 ? [] : followers)
        {
            published += await follower.SettleAsync(cancellationToken);
        }

        return new ClockView(clock.Now, clock.Today, swept, published);
    }
}
