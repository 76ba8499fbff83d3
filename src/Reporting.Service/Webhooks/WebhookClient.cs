using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Reporting.Webhooks;

/// <summary>A host leads to addresses that may not be posted to, and to no other.</summary>
internal sealed class PrivateAddressException() : IOException("The host has no address that may be posted to.");

/// <summary>The client that posts to messengers: no redirects, no proxy, and only to addresses that the configuration lets it reach.</summary>
internal static class WebhookClient
{
    public const string Name = "webhooks";

    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/128"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    public static void AddWebhookClient(this IServiceCollection services) => services
        .AddHttpClient(Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<WebhookOptions>>().Value));

    /// <summary>Whether an address is on a public network.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Private, network => network.Contains(plain));
    }

    // The address is looked at when it is connected to: a name that resolves to another one by then gains nothing.
    private static SocketsHttpHandler Handler(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            var reachable = options.AllowPrivateAddresses ? addresses : Array.FindAll(addresses, IsPublic);
            if (reachable.Length == 0)
            {
                throw new PrivateAddressException();
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(reachable, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
