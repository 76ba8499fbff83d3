using System.Text.Json;
using Contracts.Refusals;
using Gateway.Proxy;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Gateway.Clock;

/// <summary>A service did not do what a move of the clock asks of it.</summary>
internal sealed class ServiceFailedException(Refusal refusal) : Exception(refusal.En)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The clock of one service.</summary>
internal sealed record ServiceClock(Service Service, ClockView Clock)
{
    public DateTimeOffset Now => Clock.Now;

    public DateOnly Today => Clock.Today;
}

/// <summary>The clocks of the services: <c>/dev/clock</c> and <c>/dev/quiet</c> of each.</summary>
internal sealed class ServiceClocks(IHttpClientFactory clients, ServiceAddresses services, TimeProvider time)
{
    public const string Client = "clocks";

    /// <summary>For one service's sweeps of one day.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestUnrest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<IReadOnlyList<ServiceClock>> ReadAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(services.All.Select(async service =>
            new ServiceClock(service, await SendAsync<ClockView>(service, HttpMethod.Get, "/dev/clock", null, cancellationToken))));

    /// <summary>Moves these services at once, and returns what their sweeps did.</summary>
    public async Task<IReadOnlyList<ClockView>> MoveAsync(IEnumerable<Service> behind, DateTimeOffset stop, CancellationToken cancellationToken) =>
        await Task.WhenAll(behind.Select(service =>
            SendAsync<ClockView>(service, HttpMethod.Put, "/dev/clock", new MoveClockRequest(stop), cancellationToken)));

    /// <summary>
    /// Waits until no service has anything to publish or to consume. Services hand events to each other, so that each may look quiet
    /// when it is asked and none is: only two looks with no activity between are the quiet of all.
    /// </summary>
    public async Task WaitUntilQuietAsync(CancellationToken cancellationToken)
    {
        var giveUpAt = time.GetUtcNow() + LongestUnrest;
        for (var before = await LookAsync(cancellationToken); ;)
        {
            var after = await LookAsync(cancellationToken);
            if (before.Concat(after).All(look => look.State.Quiet) && before.Sum(look => look.State.Activity) == after.Sum(look => look.State.Activity))
            {
                return;
            }

            GiveUpAfter(giveUpAt, after.FirstOrDefault(look => !look.State.Quiet) ?? after[0]);
            before = after;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private Task<Look[]> LookAsync(CancellationToken cancellationToken) => Task.WhenAll(services.All.Select(async service =>
        new Look(service, await SendAsync<QuietView>(service, HttpMethod.Get, "/dev/quiet", null, cancellationToken))));

    private void GiveUpAfter(DateTimeOffset giveUpAt, Look look)
    {
        if (time.GetUtcNow() > giveUpAt)
        {
            var seconds = LongestUnrest.TotalSeconds;
            throw Failed(
                look.Service,
                $"{look.Service.Zh}在 {seconds} 秒内仍有未处理完的消息",
                $"the {look.Service.Name} service still has messages after {seconds} seconds",
                look.State);
        }
    }

    private async Task<T> SendAsync<T>(Service service, HttpMethod method, string path, MoveClockRequest? body, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(method, new Uri(service.Addresses[0], path));
        request.Content = body is null ? null : JsonContent.Create(body, options: StrictJson.Options);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!
                : throw Failed(service, $"{service.Zh}返回 {(int)response.StatusCode}", $"the {service.Name} service answered {(int)response.StatusCode}", text);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(service, $"{service.Zh}没有回应", $"the {service.Name} service does not answer", error.Message);
        }
    }

    private static ServiceFailedException Failed(Service service, string zh, string en, object? answer) => new(
        new Refusal(
                RefusalKind.Unavailable,
                "clock-move-failed",
                service.Name,
                $"业务时钟未能调整到位：{zh}。可重新提交同一请求以继续。",
                $"The business clock was not moved all the way: {en}. Send the same request again to go on.")
            .With("service", service.Name)
            .With("answer", answer));

    private sealed record Look(Service Service, QuietView State);

    /// <summary>What a service has left to do; <c>Activity</c> counts up with everything it publishes or applies.</summary>
    private sealed record QuietView(bool Quiet, int PendingOutbox, long? Queued, int InHand, long Activity);
}
