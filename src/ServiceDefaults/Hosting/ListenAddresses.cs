using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Hosting;

/// <summary>The addresses that a service is told to listen on.</summary>
internal static class ListenAddresses
{
    /// <summary>
    /// Looks whether they are free before anything starts: a second start beside a running one is then told in a sentence, and
    /// does not first connect to broker and database.
    /// </summary>
    /// <exception cref="StartupException">One is taken.</exception>
    public static void RequireFree(string? urls)
    {
        foreach (var url in (urls ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (!address.IsUnixPipe && address.Port > 0 && !IsFree(HostOf(address), address.Port))
            {
                throw new StartupException(
                    $"{url} is taken. Is it running already? Stop the other one, or give another address in ASPNETCORE_URLS.");
            }
        }
    }

    private static IPAddress HostOf(BindingAddress address) => address.Host switch
    {
        "localhost" => IPAddress.Loopback,
        var host when IPAddress.TryParse(host, out var number) => number,
        _ => IPAddress.Any,
    };

    private static bool IsFree(IPAddress host, int port)
    {
        using var listener = new TcpListener(host, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
