namespace Messaging.Wire;

/// <summary>How every queue is declared; who declares it first and who declares it again must say the same.</summary>
internal static class QueueArguments
{
    // Brokers since 4.0 drop an event after 20 deliveries, if a consumer dies that often with it in hand. Nothing here may be lost.
    private const int DeliveriesWithoutEnd = 1_000_000_000;

    /// <summary>A replicated queue that gives nothing up.</summary>
    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = DeliveriesWithoutEnd,
    };
}
