using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reporting.Evaluations;

namespace Reporting.Tests.Evaluations;

/// <summary>Registry's and Funding's answers over HTTP, as a test wants them.</summary>
internal sealed class StandInNeighbours : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private StandInNeighbours(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>The indicator systems that Registry has in force.</summary>
    public List<object> Documents { get; } = [];

    /// <summary>How often Registry was asked for them.</summary>
    public int DocumentsAsked => asked;

    /// <summary>The experts that Registry has enrolled.</summary>
    public List<EnrolledExpert> Experts { get; } = [];

    /// <summary>What Funding was asked last.</summary>
    public JsonNode? Asked { get; private set; }

    public static async Task<StandInNeighbours> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var neighbours = new StandInNeighbours(builder.Build());
        neighbours.app.MapGet("/api/registry/evaluation-documents", () =>
        {
            Interlocked.Increment(ref neighbours.asked);
            return Results.Json(new { items = neighbours.Documents });
        });
        neighbours.app.MapGet("/api/registry/experts/enrolled", (string jurisdiction, string[] subject) =>
            Results.Json(new { items = neighbours.Experts.Where(e => jurisdiction is "ezhou" or "zhoushan" && subject.Contains(e.Subject, StringComparer.Ordinal)) }));
        neighbours.app.MapPost("/api/funding/settlement-previews", neighbours.Preview);
        await neighbours.app.StartAsync();
        return neighbours;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Preview(JsonNode question)
    {
        Asked = question;
        return Results.Json(new
        {
            items = question["bodies"]!.AsArray().Select(body => new
            {
                institutionId = body!["institutionId"]!.GetValue<Guid>(),
                grade = body["grade"]!.GetValue<string>(),
                paidFen = 10_000_000L,
                entitledFen = 9_000_000L,
                clawbackFen = 1_000_000L,
            }),
        });
    }
}
