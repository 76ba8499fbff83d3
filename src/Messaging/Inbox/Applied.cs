namespace Messaging.Inbox;

/// <summary>What became of an event.</summary>
public readonly record struct Applied
{
    /// <summary>It took effect, or had nothing to change.</summary>
    public static Applied Done => default;

    /// <summary>The subject it waits for; null when it is done.</summary>
    public string? WaitsFor { get; private init; }

    /// <summary>
    /// Its subject is unknown: it waits and is applied in the transaction that creates the subject and calls
    /// <see cref="WaitingEvents.ApplyAsync(string, CancellationToken)"/> with the same key.
    /// </summary>
    public static Applied WaitFor(string subjectKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subjectKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subjectKey.Length, MessagingModel.KeyLength, nameof(subjectKey));
        return new Applied { WaitsFor = subjectKey };
    }
}
