namespace Identity.Dev;

/// <summary>The identity provider must not or cannot start; the message is for the person who started it.</summary>
internal sealed class StartRefusedException(string message) : Exception(message)
{
    /// <summary>EX_CONFIG of sysexits: a configuration error, not a crash worth a restart.</summary>
    public const int ExitCode = 78;
}
