using MassTransit;

namespace Messaging.Inbox;

/// <summary>
/// Counts the messages in this process's hands: delivered and not yet acknowledged, retries included. The broker's depth tells
/// only those that still lie in the queue.
/// </summary>
internal sealed class InHand : IReceiveObserver
{
    private int count;

    /// <summary>How many there are now.</summary>
    public int Count => Volatile.Read(ref count);

    public Task PreReceive(ReceiveContext context)
    {
        Interlocked.Increment(ref count);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context) => LetGo();

    public Task ReceiveFault(ReceiveContext context, Exception exception) => LetGo();

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private Task LetGo()
    {
        Interlocked.Decrement(ref count);
        return Task.CompletedTask;
    }
}
