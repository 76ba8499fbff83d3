namespace Gateway.Tests.Running;

/// <summary>The system's clock, moved forward when told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
