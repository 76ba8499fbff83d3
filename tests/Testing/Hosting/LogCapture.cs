using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Testing.Hosting;

/// <summary>One line of a log.</summary>
public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Exception);

/// <summary>Keeps what a service under test logs, so that a test can say that no error was, or that one was.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    /// <summary>What was logged so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => lines;

    /// <summary>Fails where an error was logged, telling it.</summary>
    public void ShouldHaveNoError() =>
        lines
            .Where(line => line.Level >= LogLevel.Error)
            .Select(line => $"{line.Category}: {line.Message} {line.Exception}")
            .ShouldBeEmpty();

    /// <summary>Fails where <paramref name="text"/> is in any line or exception: personal data must not be.</summary>
    public void ShouldNotMention(string text) =>
        lines
            .Where(line => line.Message.Contains(text, StringComparison.Ordinal) || (line.Exception?.ToString().Contains(text, StringComparison.Ordinal) ?? false))
            .ShouldBeEmpty();

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Capturing(this, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // The lines outlive the service: tests look at them after it has stopped.
    }

    private sealed class Capturing(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            capture.lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception));
    }
}
