using Contracts.Refusals;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Gateway.Clock;

/// <summary>The business clock of the platform.</summary>
/// <param name="Now">The instant in Shanghai.</param>
/// <param name="Today">The law's day.</param>
/// <param name="Adjustable">Whether it can be moved: only in development.</param>
internal sealed record PlatformClock(DateTimeOffset Now, DateOnly Today, bool Adjustable = true);

/// <summary>What a move did.</summary>
/// <param name="Now">The instant in Shanghai.</param>
/// <param name="Today">The law's day.</param>
/// <param name="Days">How many days were walked.</param>
/// <param name="Sweeps">How many things the services' sweeps did on the way.</param>
/// <param name="Published">How many events that caused.</param>
internal sealed record ClockMoved(DateTimeOffset Now, DateOnly Today, int Days, int Sweeps, int Published);

/// <summary>
/// Moves the business clock of all services together, day by day: what falls due on a day in one service is heard by the others
/// before the next day begins.
/// </summary>
internal sealed class MoveClocks(ServiceClocks clocks) : IDisposable
{
    private const int MostDays = 4000;

    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<Outcome<ClockMoved>> RunAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return Refusal.Conflict("clock-moving", "P-1", "业务时钟正在调整，请等待其完成。", "The business clock is being moved already; wait for it to finish.");
        }

        try
        {
            return await WalkAsync(target.ToOffset(BusinessClock.Shanghai), cancellationToken);
        }
        catch (ServiceFailedException failed)
        {
            return failed.Refusal;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The stops on the way: the start of each day after <paramref name="from"/>, and the end. Pure.</summary>
    public static IReadOnlyList<DateTimeOffset> Stops(DateTimeOffset from, DateTimeOffset to)
    {
        var stops = new List<DateTimeOffset>();
        for (var day = from.ToOffset(BusinessClock.Shanghai).Date.AddDays(1); new DateTimeOffset(day, BusinessClock.Shanghai) < to; day = day.AddDays(1))
        {
            stops.Add(new DateTimeOffset(day, BusinessClock.Shanghai));
        }

        return [.. stops, to];
    }

    public void Dispose() => turn.Dispose();

    private async Task<Outcome<ClockMoved>> WalkAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        var readings = await clocks.ReadAsync(cancellationToken);
        if (Refuse(readings.Max(reading => reading.Now), target) is { } refusal)
        {
            return refusal;
        }

        // From the slowest: after a move that failed half-way, the services that are ahead are left alone until the others have caught up.
        var stops = Stops(readings.Min(reading => reading.Now), target);
        var (sweeps, published) = (0, 0);
        foreach (var stop in stops)
        {
            var behind = readings.Where(reading => reading.Now < stop).Select(reading => reading.Service);
            var moved = await clocks.MoveAsync(behind, stop, cancellationToken);
            sweeps += moved.Sum(view => view.Sweeps);
            published += moved.Sum(view => view.Published);
            if (moved.Sum(view => view.Published) > 0)
            {
                await clocks.WaitUntilQuietAsync(cancellationToken);
            }
        }

        await clocks.WaitUntilQuietAsync(cancellationToken);
        var now = (await clocks.ReadAsync(cancellationToken)).MinBy(reading => reading.Now)!;
        return new ClockMoved(now.Now, now.Today, stops.Count - 1, sweeps, published);
    }

    private static Refusal? Refuse(DateTimeOffset now, DateTimeOffset target)
    {
        if (target < now)
        {
            return Refusal.Conflict("clock-backwards", "P-1", "业务时钟只能向前调整。", "The business clock only moves forward.").With("now", now).With("asked", target);
        }

        return target > now.AddDays(MostDays)
            ? Refusal.BadInput("now", target, $"一次最多向前调整 {MostDays} 天，请分次进行。", $"One move goes at most {MostDays} days forward; move in steps.").With("today", now)
            : null;
    }
}

/// <summary>Maps <c>GET</c> and <c>PUT /dev/clock</c>: in development and with <c>Clock:Adjustable=true</c>; elsewhere there is no such address.</summary>
internal static class ClockEndpoints
{
    public static void AddClockMoves(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(ServiceClocks.Client, client => client.Timeout = ServiceClocks.Timeout);
        builder.Services.AddSingleton<ServiceClocks>().AddSingleton<MoveClocks>();
    }

    public static void MapClockMoves(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue<bool>("Clock:Adjustable"))
        {
            return;
        }

        app.MapGet("/dev/clock", async (ServiceClocks clocks, CancellationToken ct) => (await ReadAsync(clocks, ct)).ToHttp());
        app.MapPut("/dev/clock", async (MoveClockRequest request, MoveClocks move, CancellationToken ct) => (await move.RunAsync(request.Now, ct)).ToHttp())
            .RequireRoles(Roles.Admin);
    }

    private static async Task<Outcome<PlatformClock>> ReadAsync(ServiceClocks clocks, CancellationToken cancellationToken)
    {
        try
        {
            var slowest = (await clocks.ReadAsync(cancellationToken)).MinBy(reading => reading.Now)!;
            return new PlatformClock(slowest.Now, slowest.Today);
        }
        catch (ServiceFailedException failed)
        {
            return failed.Refusal;
        }
    }
}
