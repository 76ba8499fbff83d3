namespace AppHost.Local.Processes;

/// <summary>What to run.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">The folder it runs in; must exist.</param>
/// <param name="Environment">Variables set over the inherited ones; null removes one.</param>
/// <param name="OnLine">Receives each line of standard output and standard error, one at a time.</param>
public sealed record ChildProgram(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string?> Environment,
    Action<string> OnLine)
{
    /// <summary>
    /// How long the program may take to end by itself (SIGTERM) when this process has died, before it is killed. Zero kills it at once, which
    /// suits whatever survives a crash without harm.
    /// </summary>
    public TimeSpan OrphanGrace { get; init; }
}
