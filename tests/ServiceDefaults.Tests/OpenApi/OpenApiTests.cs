using System.Text.Json.Nodes;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.OpenApi;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_tells_headers_roles_problems_and_amounts()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.Anonymous();

        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        var place = document["paths"]!["/api/shop/orders"]!["post"]!;
        place["parameters"]!.AsArray().Select(parameter => parameter!.Text("name")).ShouldBe(["Idempotency-Key"]);
        place["responses"]!.AsObject().Select(response => response.Key).ShouldBe(["201", "default"]);
        place["responses"]!["default"]!["content"]!["application/problem+json"]!["schema"]!.Text("$ref").ShouldBe("#/components/schemas/Problem");
        place["security"]![0]!["bearer"]![0]!.GetValue<string>().ShouldBe("finance-maker");
        var list = document["paths"]!["/api/shop/orders"]!["get"]!;
        list["parameters"]!.AsArray().Select(parameter => parameter!.Text("name")).ShouldBe(["newestFirst", "after", "limit"], ignoreOrder: true);
        var request = document["components"]!["schemas"]!["OrderRequest"]!["properties"]!;
        request["amountFen"]!.Text("type").ShouldBe("integer");
        request["on"]!.ToJsonString().ShouldContain("date");
        request["urgency"]!.ToJsonString().ShouldContain("Urgency");
        document["components"]!["schemas"]!["Urgency"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).ShouldBe(["normal", "very-urgent"]);
        document["components"]!["schemas"]!["Problem"]!["properties"]!["zh"]!.Text("type").ShouldBe("string");
    }
}
