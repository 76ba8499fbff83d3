namespace AppHost.Local.Running;

/// <summary>How long to wait before a process that ended by itself is started again: 1, 2, 4 … at most 30 seconds.</summary>
internal sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    public static readonly Backoff Default = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private const int MaxDoublings = 16;

    /// <summary>The wait after so many failures in a row, from 1.</summary>
    public TimeSpan After(int failures)
    {
        var doubled = First * (1 << Math.Min(failures - 1, MaxDoublings));
        return doubled < Longest ? doubled : Longest;
    }
}
