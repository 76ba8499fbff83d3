using System.Runtime.InteropServices;

namespace AppHost.Local.Commands;

/// <summary>Ctrl-C, kill, and a closed terminal as one token. Asked twice, the process ends at once; the kernel then ends its children.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, OnSignal)),
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // The first asks to stop in order; the second takes its default course.
        context.Cancel = !_stop.IsCancellationRequested;
        if (context.Cancel)
        {
            Terminal.Say(Terminal.Faint("正在停止… Stopping…"));
            _ = _stop.CancelAsync();
        }
    }
}
