using System.Runtime.InteropServices;

namespace AppHost.Local.Processes;

/// <summary>kill(2): .NET itself offers SIGKILL only.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    private const int OperationNotPermitted = 1;
    private const char Stopped = 'T';

    /// <summary>Sends a signal to a process, or with a negative id to a whole process group. A process that is gone is no error.</summary>
    public static void Send(int processId, int signal) => _ = KillProcess(processId, signal);

    /// <summary>Whether a process of this id exists, ours or somebody else's.</summary>
    public static bool IsAlive(int processId) =>
        KillProcess(processId, 0) == 0 || Marshal.GetLastPInvokeError() == OperationNotPermitted;

    /// <summary>Whether a stop signal has reached every thread of a process: it returns to its sender before they have all been halted.</summary>
    public static bool IsStopped(int processId)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{processId}/task").All(thread => StateOf(thread) == Stopped);
        }
        catch (IOException)
        {
            // A thread that ended between the two looks was not standing still.
            return false;
        }
    }

    // proc(5): the state is the first field after the program's name, which stands in parentheses and may hold any character.
    private static char StateOf(string thread)
    {
        var stat = File.ReadAllText(Path.Combine(thread, "stat"));
        return stat[stat.LastIndexOf(')') + 2];
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int KillProcess(int processId, int signal);
}
