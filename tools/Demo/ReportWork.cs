using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The steps that a periodic report of any programme takes: found, written, proven, handed in, taken (EO-09, EI-08).</summary>
internal sealed class ReportWork(Stage stage, string programme)
{
    private const string Periodic = "/api/reporting/periodic-reports";

    private readonly Platform platform = stage.Platform;

    /// <summary>The report of a body's span, which the cycle has opened by itself.</summary>
    public async Task<JsonNode> FindAsync(string user, Guid institution, int year, int round) =>
        (await platform.EventuallyAsync(
            user,
            $"{Periodic}?programme={programme}&institution={institution}&year={year}&round={round}",
            page => page["items"]!.AsArray().Count > 0))["items"]!.AsArray().Single()!;

    /// <summary>Its address.</summary>
    public static string Address(JsonNode report) => $"{Periodic}/{Stage.Id(report)}";

    /// <summary>Saves the draft.</summary>
    public async Task<JsonNode> WriteAsync(string user, JsonNode report, object sections, object indicators, object? explanations = null)
    {
        var seen = await platform.GetAsync(user, Address(report));
        return await platform.PutAsync(user, Address(report), Stage.Version(seen), new { sections, indicators, explanations });
    }

    /// <summary>Ties a file to a figure; a figure without one is claimed.</summary>
    public Task<JsonNode> ProveAsync(string user, JsonNode report, string figure, string file) =>
        platform.UploadAsync(user, $"{Address(report)}/evidence?figure={figure}", file, "application/pdf", Answers.Pdf($"{figure} {Stage.Id(report)}"));

    /// <summary>Hands it in, and another person takes it.</summary>
    public async Task HandInAsync(string user, string reviewer, JsonNode report)
    {
        await stage.EditAsync(user, Address(report), "submit", new { });
        await stage.EditAsync(reviewer, Address(report), "accept", new { });
    }
}
