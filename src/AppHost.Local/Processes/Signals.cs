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

    /// <summary>Sends a signal to a process, or with a negative id to a whole process group. A process that is gone is no error.</summary>
    public static void Send(int processId, int signal) => _ = KillProcess(processId, signal);

    /// <summary>Whether a process of this id exists, ours or somebody else's.</summary>
    public static bool IsAlive(int processId) =>
        KillProcess(processId, 0) == 0 || Marshal.GetLastPInvokeError() == OperationNotPermitted;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int KillProcess(int processId, int signal);
}
