namespace ServiceDefaults.Clock;

/// <summary>What must settle before a move of the business clock is answered: the outbox, which publishes what sweeps caused.</summary>
public interface IAfterClockMove
{
    /// <summary>Waits until there is nothing left to do.</summary>
    /// <returns>How many events were published.</returns>
    Task<int> SettleAsync(CancellationToken cancellationToken);
}
