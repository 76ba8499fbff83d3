namespace Messaging.Inbox;

/// <summary>
/// A service's reaction to an event. It runs inside a write transaction with the inbox key: its effect happens once, however
/// often the event arrives. The order of arrival is not promised.
/// </summary>
/// <typeparam name="TEvent">The contract.</typeparam>
public interface IOn<in TEvent>
    where TEvent : class
{
    /// <summary>
    /// Applies the event through the scope's DbContext. An event about a subject that is not there yet changes nothing and
    /// returns <see cref="Applied.WaitFor"/>. An exception has it tried again, and at last set aside for an operator.
    /// </summary>
    Task<Applied> ApplyAsync(TEvent message, CancellationToken cancellationToken);
}
