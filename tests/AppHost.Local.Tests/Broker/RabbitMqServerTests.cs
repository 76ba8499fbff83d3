using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using AppHost.Local.Broker;
using AppHost.Local.Processes;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace AppHost.Local.Tests.Broker;

public sealed class RabbitMqServerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("消息 broker-").FullName;
    private RabbitMqServer _broker = null!;

    public async ValueTask InitializeAsync() => _broker = await RabbitMqServer.StartNewAsync(_folder, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_broker_stopped_and_started_again_keeps_its_address_and_its_durable_messages()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var address = _broker.ConnectionString;
        await PublishAsync("kept", cancellation);

        await _broker.StopAsync();
        (await _broker.AnswersAsync(cancellation)).ShouldBeFalse();
        await _broker.StartAsync(cancellation);

        _broker.ConnectionString.ShouldBe(address);
        (await TakeAsync(cancellation)).ShouldBe("kept");
    }

    [Fact]
    public async Task A_killed_broker_comes_back_with_what_it_confirmed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await PublishAsync("confirmed", cancellation);
        await UntilQueuesAreOnDiskAsync(cancellation);

        await _broker.KillAsync();
        await _broker.StartAsync(cancellation);

        (await TakeAsync(cancellation)).ShouldBe("confirmed");
    }

    [Fact]
    public async Task A_paused_broker_is_silent_until_it_is_resumed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _broker.PauseAsync(cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => _broker.AnswersAsync(patience.Token));

        _broker.Resume();

        (await _broker.AnswersAsync(cancellation)).ShouldBeTrue();
    }

    [Fact]
    public void A_broker_listens_on_loopback_only() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == _broker.Port)
            .ShouldAllBe(listener => IPAddress.IsLoopback(listener.Address));

    [Fact]
    public async Task A_broker_whose_port_is_taken_names_the_port()
    {
        await using var second = RabbitMqServer.Create(new RabbitMqOptions { DataFolder = Directory.CreateTempSubdirectory().FullName, Port = _broker.Port });

        var failure = await Should.ThrowAsync<StartUpException>(() => second.StartAsync(TestContext.Current.CancellationToken));

        failure.Message.ShouldContain($"port {_broker.Port} is taken");
    }

    private async Task PublishAsync(string text, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        await channel.QueueDeclareAsync(
            "q", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await channel.BasicPublishAsync("", "q", mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), cancellation);
    }

    private async Task<string?> TakeAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var got = await channel.BasicGetAsync("q", autoAck: true, cancellation);
        return got is null ? null : Encoding.UTF8.GetString(got.Body.Span);
    }

    // The broker writes its table of quorum queues half a second after a declaration.
    private async Task UntilQueuesAreOnDiskAsync(CancellationToken cancellation)
    {
        var names = Directory.EnumerateFiles(_folder, "names.dets", SearchOption.AllDirectories).Single(file => file.Contains("quorum", StringComparison.Ordinal));
        while (!Encoding.Latin1.GetString(await File.ReadAllBytesAsync(names, cancellation)).Contains("%2F_q", StringComparison.Ordinal))
        {
            await Task.Delay(50, cancellation);
        }
    }

    private Task<IConnection> ConnectAsync(CancellationToken cancellation) =>
        new ConnectionFactory { Uri = new Uri(_broker.ConnectionString) }.CreateConnectionAsync(cancellation);
}
