using System.Diagnostics;
using System.Globalization;

namespace AppHost.Local.Processes;

/// <summary>
/// A child process that never outlives this one. The kernel signals it when this process ends, however it ends (PR_SET_PDEATHSIG through
/// setpriv); it has a session of its own, so that Ctrl-C and a closed terminal reach only this process, which then stops it in order.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    private const string SetPriv = "setpriv";

    // Bash, since dash drops variables whose name has a dash (ConnectionStrings__funding-db).
    // The parent may have died before the guard was set: then the parent is not the one expected any more.
    private const string RunUnlessOrphaned = """[ "$PPID" = "$0" ] && exec "$@" """;

    // Beside it a watchdog, which sees the end of this process as the end of its input, waits for the orphan to end by itself, and then ends it.
    // The lock, which the program inherits and never closes, keeps a successor out of its folder until the orphan is gone.
    private const string RunWatchedUnlessOrphaned = """
        [ "$PPID" = "$0" ] || exit 1
        grace=$1; exec 3<&0 9>"$2"; shift 2
        flock --timeout 30 9 || exit 1
        setsid sh -c 'while read -r _; do :; done
            while [ "$2" -gt "${n:=0}" ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; n=$((n + 1)); done
            kill -KILL -- "-$1"' sh $$ "$grace" <&3 3<&- 9>&- >/dev/null 2>&1 &
        exec "$@" </dev/null 3<&-
        """;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _line = new();

    private GuardedProcess(Process process, Action<string> onLine)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Forward(e.Data, onLine);
        process.ErrorDataReceived += (_, e) => Forward(e.Data, onLine);
        process.Exited += (_, _) => _exited.TrySetResult(process.ExitCode);
        process.EnableRaisingEvents = true;
    }

    /// <summary>The process id, which is its process group and session as well.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code (128 + signal when a signal ended it).</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Starts a program under the guard.</summary>
    /// <exception cref="StartUpException">setpriv is missing, which every Debian and Ubuntu has.</exception>
    public static async Task<GuardedProcess> StartAsync(ChildProgram program)
    {
        var guarded = new GuardedProcess(new Process { StartInfo = Describe(program) }, program.OnLine);
        try
        {
            guarded.Id = await Launcher.RunAsync(() =>
            {
                guarded._process.Start();
                return guarded._process.Id;
            });
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StartUpException(
                $"无法启动 {program.FileName}：{e.Message}\nCannot start {program.FileName}: {e.Message} (it needs Linux with setpriv, package util-linux)", e);
        }

        guarded._process.BeginOutputReadLine();
        guarded._process.BeginErrorReadLine();
        if (program.Orphan is null)
        {
            guarded._process.StandardInput.Close();
        }

        return guarded;
    }

    /// <summary>Sends a signal to the program itself.</summary>
    internal void Signal(int signal)
    {
        if (!Exited.IsCompleted)
        {
            Signals.Send(Id, signal);
        }
    }

    /// <summary>Halts the program, and returns when all of it stands still.</summary>
    internal async Task FreezeAsync(CancellationToken cancellation)
    {
        Signal(Signals.Stop);
        while (!Exited.IsCompleted && !Signals.IsStopped(Id))
        {
            await Task.Delay(LookEvery, cancellation);
        }
    }

    /// <summary>Asks the program to end, and after the grace ends it and what it started.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        Signal(Signals.Terminate);
        Signal(Signals.Continue);
        await Task.WhenAny(Exited, Task.Delay(grace));
        await KillAsync();
    }

    /// <summary>Ends the program and what it started at once.</summary>
    public async Task KillAsync()
    {
        // The group may hold helpers of the program even when the program itself has ended.
        Signals.Send(-Id, Signals.Kill);
        await Exited;
    }

    /// <summary>Ends the program and what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(ChildProgram program)
    {
        var parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string[] guard = program.Orphan is { } orphan
            ? ["TERM", RunWatchedUnlessOrphaned, parent, (orphan.Grace.TotalSeconds * 10).ToString("0", CultureInfo.InvariantCulture), orphan.LockFile]
            : ["KILL", RunUnlessOrphaned, parent];
        var start = new ProcessStartInfo(
            SetPriv, ["--pdeathsig", guard[0], "--", "setsid", "--", "bash", "-c", .. guard[1..], program.FileName, .. program.Arguments])
        {
            WorkingDirectory = program.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Forward(string? line, Action<string> onLine)
    {
        if (line is not null)
        {
            lock (_line)
            {
                onLine(line);
            }
        }
    }
}
