namespace Funding.Delegations;

/// <summary>
/// Remembers for a moment that no delegation is known at all, so that an ordinary approval does not ask the database for deputies each
/// time. What it may overlook in that moment is caught when the two acts meet: a deputy's signature says for whom it was given.
/// </summary>
internal sealed class RunningDelegations(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly Lock turn = new();
    private DateTimeOffset noneUntil = DateTimeOffset.MinValue;

    /// <summary>Whether it was seen just now that there is none.</summary>
    public bool AreNone
    {
        get
        {
            lock (turn)
            {
                return time.GetUtcNow() < noneUntil;
            }
        }
    }

    /// <summary>Takes down what was seen.</summary>
    public void Saw(bool any)
    {
        lock (turn)
        {
            noneUntil = any ? DateTimeOffset.MinValue : time.GetUtcNow() + Moment;
        }
    }
}
