using Microsoft.Extensions.Logging;

namespace Messaging.Outbox;

/// <summary>
/// What the transport says while an event is published: its errors become warnings here. The outbox tries again what failed (a queue just declared
/// refuses events until it has elected its leader), and what it gives up it tells itself, once and as an error.
/// </summary>
internal sealed class AttemptLog(ILogger log) : ILogger
{
    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => log.BeginScope(state);

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(Lowered(logLevel));

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var lowered = Lowered(logLevel);
        if (log.IsEnabled(lowered))
        {
            log.Log(lowered, eventId, state, exception, formatter);
        }
    }

    private static LogLevel Lowered(LogLevel level) => level is LogLevel.Error or LogLevel.Critical ? LogLevel.Warning : level;
}
