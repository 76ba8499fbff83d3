namespace ServiceDefaults.Hosting;

/// <summary>
/// Why a process cannot start, in words for the person who started it: what is wrong and what to do. It ends the process with
/// exit code 1 and this sentence, never with a stack trace.
/// </summary>
public sealed class StartupException : Exception
{
    /// <summary>Cannot start because of <paramref name="message"/>.</summary>
    public StartupException(string message)
        : base(message)
    {
    }

    /// <summary>Cannot start because of <paramref name="message"/>, found by <paramref name="innerException"/>.</summary>
    public StartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
