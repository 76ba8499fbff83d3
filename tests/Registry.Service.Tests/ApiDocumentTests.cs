using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Xunit;

namespace Registry.Tests;

/// <summary>What clients are built against is committed; a change of the API shows in its diff.</summary>
public sealed class ApiDocumentTests(RunningRegistry registry)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [Fact]
    public async Task The_committed_api_document_is_what_the_service_tells()
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite);
        using var client = host.Anonymous();
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!.AsObject();
        document.Remove("servers");
        var told = document.ToJsonString(Readable) + "\n";
        var committed = Path.Combine(Repository.Root, "docs", "api", "registry.json");

        if (Environment.GetEnvironmentVariable("UPDATE_API_DOCUMENTS") == "1")
        {
            await File.WriteAllTextAsync(committed, told, TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken)).ShouldBe(
            told, "docs/api/registry.json is not what the service tells: run this test once with UPDATE_API_DOCUMENTS=1 and commit the difference");
    }
}
