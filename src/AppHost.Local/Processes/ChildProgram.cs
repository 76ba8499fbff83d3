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
    /// What happens to the program when this process has died. Null kills it at once, which suits whatever survives a crash without harm.
    /// </summary>
    public OrphanCare? Orphan { get; init; }
}

/// <summary>An orphan is asked to end (SIGTERM), and killed when it has not ended in time.</summary>
/// <param name="Grace">How long it may take.</param>
/// <param name="LockFile">Held while the program lives, so that a successor on the same folder waits for it.</param>
public sealed record OrphanCare(TimeSpan Grace, string LockFile);
