using System.Threading.Channels;

namespace Messaging.Outbox;

/// <summary>
/// Tells the dispatcher that something was committed. Sticky: raised while nobody waits, it is still raised when somebody does.
/// The dispatcher takes it before it looks, so a commit during the look is looked for again.
/// </summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => raised.Writer.TryWrite(true);

    public void Take() => raised.Reader.TryRead(out _);

    /// <summary>Returns when the signal is raised or <paramref name="atMost"/> has passed; does not take it.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), patience, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await raised.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll's turn.
        }
    }
}
