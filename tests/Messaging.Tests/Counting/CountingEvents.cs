using Contracts;

namespace Messaging.Tests.Counting;

[EventName("test.account-opened", CountingService.Name)]
public sealed record AccountOpened
{
    public required Guid AccountId { get; init; }
}

[EventName("test.amount-counted", CountingService.Name)]
public sealed record AmountCounted
{
    public required Guid AccountId { get; init; }

    public required long AmountFen { get; init; }
}

/// <summary>What the reaction to <see cref="AmountCounted"/> publishes in turn.</summary>
[EventName("test.amount-confirmed", CountingService.Name)]
public sealed record AmountConfirmed
{
    public required Guid AccountId { get; init; }

    public required long AmountFen { get; init; }
}

/// <summary>A state event.</summary>
[EventName("test.account-renamed", CountingService.Name)]
public sealed record AccountRenamed
{
    public required Guid AccountId { get; init; }

    public required long Version { get; init; }

    public required string Title { get; init; }
}

/// <summary>Nobody subscribes; its exchange is spoilt by tests that need an event the broker refuses.</summary>
[EventName("test.refused-by-broker")]
public sealed record RefusedByBroker(string Why);
