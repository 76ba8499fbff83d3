namespace AppHost.Local.Processes;

/// <summary>Something a person can mend stops the platform from starting or running. The message says what and how; it is shown without a stack trace.</summary>
public sealed class StartUpException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do, Chinese first, English below.</param>
    /// <param name="innerException">What was caught, for the log only.</param>
    public StartUpException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
