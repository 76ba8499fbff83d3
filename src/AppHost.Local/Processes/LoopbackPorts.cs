using System.Net;
using System.Net.Sockets;

namespace AppHost.Local.Processes;

/// <summary>Ports of this machine's loopback address.</summary>
public static class LoopbackPorts
{
    // Below the range from which Linux takes the local end of outgoing connections, which could take a free port a moment later.
    private const int First = 20_000;
    private const int Last = 32_000;
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listens on and that this process has not given out before.</summary>
    public static int Free()
    {
        lock (Given)
        {
            while (true)
            {
                var port = Random.Shared.Next(First, Last);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    /// <summary>Whether a listener could be opened on the port now, on any address.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Any, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
