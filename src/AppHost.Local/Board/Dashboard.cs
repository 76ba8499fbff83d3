using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppHost.Local.Board;

/// <summary>Serves <c>GET /resources</c> on loopback.</summary>
internal static class Dashboard
{
    /// <summary>How views are written and read.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<WebApplication> StartAsync(int port, ResourceBoard board)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        // A web page on another name that resolves to loopback must not read this.
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["localhost", "127.0.0.1"]);
        builder.Services.AddHostFiltering(_ => { });
        var app = builder.Build();
        app.UseHostFiltering();
        app.MapGet("/", () => Results.Redirect("/resources"));
        app.MapGet("/resources", () => Results.Json(board.All, Json));
        await app.StartAsync();
        return app;
    }
}
