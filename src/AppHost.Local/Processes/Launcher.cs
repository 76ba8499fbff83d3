using System.Collections.Concurrent;

namespace AppHost.Local.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as this process. PR_SET_PDEATHSIG fires when the parent <em>thread</em> ends,
/// and a thread of the pool may end at any time: children started from there would be killed at random.
/// </summary>
internal static class Launcher
{
    private static readonly BlockingCollection<Action> Work = [];

    static Launcher() => new Thread(Run) { IsBackground = true, Name = "child launcher" }.Start();

    public static Task<T> RunAsync<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static void Run()
    {
        foreach (var work in Work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
