using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Clock;

/// <summary>
/// Sets a new database's business clock to the instant of <c>Clock:StartsOn</c>: a story that begins on 5 January 2026 begins
/// there whenever it is played, and from there the clock only moves forward. A database that has a clock keeps it.
/// </summary>
internal sealed class ClockStart(ClockOffsets offsets, TimeProvider system, DateTimeOffset startsOn) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        offsets.BeginAsync(startsOn.UtcDateTime - system.GetUtcNow().UtcDateTime, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
