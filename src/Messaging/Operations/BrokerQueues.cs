using Contracts.Refusals;
using Messaging.Inbox;
using Messaging.Wire;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using ServiceDefaults.Problems;

namespace Messaging.Operations;

/// <summary>How much lies in a queue.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Ready">Events that nobody has in hand.</param>
/// <param name="Consumers">Processes that take from it.</param>
/// <param name="Errors">Events set aside after their reaction failed for good.</param>
internal sealed record QueueDepth(string Queue, long Ready, long Consumers, long Errors);

/// <summary>The service's queues at the broker.</summary>
internal sealed class BrokerQueues(BrokerConnection broker, Reactions reactions)
{
    /// <summary>Ending of the queue in which the bus sets aside what failed for good.</summary>
    public const string ErrorSuffix = "_error";

    /// <summary>The depth of each queue of this service.</summary>
    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken)
    {
        var depths = new List<QueueDepth>();
        foreach (var reaction in reactions.All)
        {
            var queue = await DeclaredAsync(reaction.Endpoint, cancellationToken);
            var errors = await DeclaredAsync(reaction.Endpoint + ErrorSuffix, cancellationToken);
            depths.Add(new QueueDepth(
                reaction.Endpoint, queue?.MessageCount ?? 0, queue?.ConsumerCount ?? 0, errors?.MessageCount ?? 0));
        }

        return depths;
    }

    /// <summary>
    /// How many events lie in this service's queues together; null while the broker does not answer or a queue is not made yet.
    /// Asked often, so it leaves the error queues alone: asking for a queue that is not there is an error in the broker's log.
    /// </summary>
    public async Task<long?> ReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await WithChannelAsync<long?>(
                async channel =>
                {
                    var ready = 0L;
                    foreach (var reaction in reactions.All)
                    {
                        ready += await channel.MessageCountAsync(reaction.Endpoint, cancellationToken);
                    }

                    return ready;
                },
                cancellationToken);
        }
        catch (Exception absent) when (absent is RefusalException or OperationInterruptedException)
        {
            return null;
        }
    }

    /// <summary>Runs <paramref name="work"/> on a channel of its own.</summary>
    /// <exception cref="RefusalException">The broker does not answer.</exception>
    public async Task<T> WithChannelAsync<T>(Func<IChannel, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await broker.OpenChannelAsync(cancellationToken);
            return await work(channel);
        }
        catch (Exception away) when (away is BrokerUnreachableException or AlreadyClosedException or IOException)
        {
            throw new RefusalException(new Refusal(
                RefusalKind.Unavailable, "broker-unavailable", "broker", "消息服务器暂时无法连接，请稍后再试。", "The message broker does not answer; try again later."));
        }
    }

    /// <summary>What the broker says of a queue; null when there is none.</summary>
    private async Task<QueueDeclareOk?> DeclaredAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await WithChannelAsync(channel => channel.QueueDeclarePassiveAsync(queue, cancellationToken), cancellationToken);
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == RabbitMQ.Client.Constants.NotFound)
        {
            // An error queue is made by its first event; the broker closes the channel of whoever asks before.
            return null;
        }
    }
}
