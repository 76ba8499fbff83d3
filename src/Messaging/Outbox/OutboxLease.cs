namespace Messaging.Outbox;

/// <summary>Who dispatches this database's outbox, and until when by the database's own clock.</summary>
internal sealed class OutboxLease
{
    /// <summary>The only lease so far.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>What is leased.</summary>
    public required string Name { get; init; }

    /// <summary>Who holds it.</summary>
    public required string Owner { get; set; }

    /// <summary>Until when.</summary>
    public required DateTime ExpiresAt { get; set; }

    /// <summary>One more at each change of owner: an owner that overslept its lease cannot write under the new one.</summary>
    public required long Fence { get; set; }
}
