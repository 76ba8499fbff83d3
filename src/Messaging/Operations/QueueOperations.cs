using Contracts.Refusals;
using Messaging.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Messaging.Operations;

/// <summary>The service's queues.</summary>
/// <param name="Queues">Each queue.</param>
/// <param name="InHand">Events in this process's hands, not yet acknowledged.</param>
internal sealed record QueuesView(IReadOnlyList<QueueDepth> Queues, int InHand);

/// <summary>The first events of an error queue.</summary>
internal sealed record ErrorsView(string Queue, IReadOnlyList<SetAsideEvent> Events);

/// <summary>How many events were sent to their queue again.</summary>
internal sealed record ReplayedView(string Queue, int Replayed);

/// <summary>Queue depths, and the error queues.</summary>
internal sealed partial class QueueOperations
{
    private QueueOperations()
    {
    }

    public static async Task<Answer<QueuesView>> InspectAsync(BrokerQueues queues, InHand inHand, CancellationToken cancellationToken)
    {
        Outcome<QueuesView> view = new QueuesView(await queues.DepthsAsync(cancellationToken), inHand.Count);
        return view.ToHttp();
    }

    public static async Task<Answer<ErrorsView>> PeekAsync(
        string queue, PageQuery page, BrokerQueues queues, ErrorQueues errors, CancellationToken cancellationToken)
    {
        var (endpoint, empty) = await FindAsync(queue, queues, cancellationToken);
        Outcome<ErrorsView> view = endpoint is null
            ? NoSuchQueue(queue)
            : new ErrorsView(queue, empty ? [] : await errors.PeekAsync(endpoint + BrokerQueues.ErrorSuffix, page.Limit, cancellationToken));
        return view.ToHttp();
    }

    public static async Task<Answer<ReplayedView>> ReplayAsync(
        string queue, BrokerQueues queues, ErrorQueues errors, HttpContext context, ILogger<QueueOperations> log,
        CancellationToken cancellationToken)
    {
        var (endpoint, empty) = await FindAsync(queue, queues, cancellationToken);
        if (endpoint is null)
        {
            Outcome<ReplayedView> refused = NoSuchQueue(queue);
            return refused.ToHttp();
        }

        var replayed = empty ? 0 : await errors.ReplayAsync(endpoint + BrokerQueues.ErrorSuffix, endpoint, cancellationToken);
        Replayed(log, context.Caller().Subject, replayed, endpoint);
        Outcome<ReplayedView> view = new ReplayedView(queue, replayed);
        return view.ToHttp();
    }

    // Named by the queue itself or by its error queue; only this service's own.
    private static async Task<(string? Endpoint, bool Empty)> FindAsync(string queue, BrokerQueues queues, CancellationToken cancellationToken)
    {
        var endpoint = queue.EndsWith(BrokerQueues.ErrorSuffix, StringComparison.Ordinal) ? queue[..^BrokerQueues.ErrorSuffix.Length] : queue;
        var depth = (await queues.DepthsAsync(cancellationToken)).SingleOrDefault(depth => depth.Queue == endpoint);
        return (depth?.Queue, depth is not { Errors: > 0 });
    }

    private static Refusal NoSuchQueue(string queue) => Refusal.NotFound("queue", queue, "消息队列");

    [LoggerMessage(LogLevel.Information, "{Caller} sent {Count} set-aside events to {Queue} again")]
    private static partial void Replayed(ILogger log, string caller, int count, string queue);
}
