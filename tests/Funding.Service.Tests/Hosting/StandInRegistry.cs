using System.Collections.Concurrent;
using Contracts.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Funding.Tests.Hosting;

/// <summary>Registry's standing answer over HTTP, as a test wants it: each body's standing, or silence.</summary>
internal sealed class StandInRegistry : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, (string Standing, DateOnly? RecognisedOn)> standings = new();
    private readonly ConcurrentDictionary<Guid, bool> silent = new();
    private readonly WebApplication app;

    private StandInRegistry(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<StandInRegistry> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var registry = new StandInRegistry(builder.Build());
        registry.app.MapGet("/api/registry/institutions/{id:guid}/standing", registry.Answer);
        await registry.app.StartAsync();
        return registry;
    }

    public void Say(Guid institutionId, string standing, DateOnly? recognisedOn = null) => standings[institutionId] = (standing, recognisedOn);

    public void BeSilentAbout(Guid institutionId, bool isSilent) => silent[institutionId] = isSilent;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(Guid id, DateOnly on) => silent.GetValueOrDefault(id)
        ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        : Results.Json(Known(id, on, standings.GetValueOrDefault(id, (Standings.UnderConstruction, null))));

    private static object Known(Guid id, DateOnly on, (string Standing, DateOnly? RecognisedOn) known) =>
        new { institutionId = id, on, standing = known.Standing, recognisedOn = known.RecognisedOn, version = 1 };
}
