using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using ServiceDefaults.Hosting;

namespace Messaging.Wire;

/// <summary>
/// A plain connection to the broker (<c>ConnectionStrings:messaging</c>), for what the bus does not do: declaring other
/// services' queues, depths, peeking.
/// </summary>
internal sealed class BrokerConnection(IConfiguration configuration) : IAsyncDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private IConnection? connection;

    /// <summary>The broker's address.</summary>
    public static Uri AddressFrom(IConfiguration configuration) =>
        new(configuration.GetConnectionString("messaging")
            ?? throw new StartupException("ConnectionStrings:messaging is not configured. Set ConnectionStrings__messaging to the broker's address, amqp://user:password@host:port."));

    /// <summary>A channel of its own, which the caller disposes; a refusal of the broker closes the channel, not the connection.</summary>
    public async Task<IChannel> OpenChannelAsync(CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (connection is not { IsOpen: true })
            {
                await CloseAsync();
                var factory = new ConnectionFactory
                {
                    Uri = AddressFrom(configuration),
                    AutomaticRecoveryEnabled = false,
                    ClientProvidedName = $"{AppDomain.CurrentDomain.FriendlyName} operations",
                };
                connection = await factory.CreateConnectionAsync(cancellationToken);
            }

            return await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        opening.Dispose();
    }

    private async Task CloseAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }
}
