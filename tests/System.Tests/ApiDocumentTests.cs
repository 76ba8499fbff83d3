using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Testing.Running;
using Xunit;

namespace SystemTests;

/// <summary>
/// The committed API documents (docs/api) are what the services serve; the console's types come from them. After a wanted change:
/// <c>UPDATE_API_DOCS=1 ./test.sh System</c>, and commit the difference.
/// </summary>
public sealed class ApiDocumentTests(PlatformFixture fixture)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("registry")]
    [InlineData("funding")]
    [InlineData("reporting")]
    public async Task The_committed_document_is_what_the_service_serves(string service)
    {
        using var http = new HttpClient { BaseAddress = fixture.Gateway };
        var document = JsonNode.Parse(await http.GetStringAsync(new Uri($"/openapi/{service}.json", UriKind.Relative)))!.AsObject();
        document.Remove("servers");
        var served = document.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(RunningPlatform.Repository, "docs", "api", $"{service}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_API_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, served);
        }

        (await File.ReadAllTextAsync(file)).ShouldBe(served, "run UPDATE_API_DOCS=1 ./test.sh System and commit docs/api");
    }
}
