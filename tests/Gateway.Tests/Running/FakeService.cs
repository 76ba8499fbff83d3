using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Running;

/// <summary>A small real server in a service's place: it tells what reached it, and has a clock that can be moved.</summary>
internal sealed class FakeService(string name) : IAsyncDisposable
{
    private WebApplication? app;
    private string? address;

    public string Name { get; } = name;

    public string Address => address ?? throw new InvalidOperationException("It has not been started.");

    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Where its clock was moved to, in order.</summary>
    public ConcurrentQueue<DateTimeOffset> Moves { get; } = new();

    /// <summary>How many events a move to this day publishes.</summary>
    public Func<DateOnly, int> Publishes { get; set; } = _ => 0;

    /// <summary>The day whose move fails.</summary>
    public DateOnly? FailsOn { get; set; }

    /// <summary>For how many looks it is not quiet.</summary>
    public int RestlessLooks { get; set; }

    public int QuietLooks { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel((KestrelServerOptions kestrel) => kestrel.Limits.MaxRequestBodySize = 100 << 20);
        builder.WebHost.UseUrls(address ?? "http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/health", () => "Healthy");
        app.MapGet("/alive", () => "Healthy");
        app.MapGet("/openapi/v1.json", () => new { openapi = "3.1.1", service = Name });
        app.MapMethods($"/api/{Name}/{{**path}}", ["GET", "POST", "PUT", "DELETE"], (Delegate)EchoAsync);
        app.MapGet("/dev/clock", View);
        app.MapPut("/dev/clock", (Delegate)MoveAsync);
        app.MapGet("/dev/quiet", Quiet);
        await app.StartAsync();
        address = app.Urls.Single();
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<object> EchoAsync(HttpContext context)
    {
        long bytes = 0;
        var buffer = new byte[81920];
        for (var read = 1; read > 0; bytes += read)
        {
            read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted);
        }

        return new
        {
            service = Name,
            address = Address,
            method = context.Request.Method,
            path = context.Request.Path.Value + context.Request.QueryString,
            bytes,
            headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal),
        };
    }

    private object View() => new { now = Now, today = DateOnly.FromDateTime(Now.Date), sweeps = 0, published = 0 };

    private async Task<IResult> MoveAsync(HttpContext context)
    {
        var asked = (await context.Request.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
        var day = DateOnly.FromDateTime(asked.ToOffset(TimeSpan.FromHours(8)).Date);
        if (day == FailsOn || asked < Now)
        {
            return Results.Json(new { code = "sweep-broke" }, statusCode: StatusCodes.Status500InternalServerError);
        }

        Now = asked;
        Moves.Enqueue(asked);
        return Results.Json(new { now = Now, today = day, sweeps = 1, published = Publishes(day) });
    }

    private object Quiet()
    {
        QuietLooks++;
        var quiet = RestlessLooks-- <= 0;
        return new { quiet, pendingOutbox = quiet ? 0 : 1, queued = 0, inHand = 0, waiting = 0, activity = 7 };
    }
}
