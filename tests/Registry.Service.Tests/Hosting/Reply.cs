using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Registry.Tests.Hosting;

/// <summary>What the service answered.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string? ETag, string Text)
{
    /// <summary>The answer as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    public Guid Id => Json["id"]!.GetValue<Guid>();

    public long Version => Json["version"]!.GetValue<long>();

    /// <summary>The same answer, which must be a success.</summary>
    public Reply Accepted()
    {
        ((int)Status).ShouldBeInRange(200, 299, Text);
        return this;
    }

    /// <summary>The problem, which must be of this status and complete in both languages.</summary>
    public JsonNode Refused(HttpStatusCode status, string? code = null, string? clause = null)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        var problem = Json;
        foreach (var name in (string[])["zh", "en", "clause", "code", "title", "detail"])
        {
            problem[name]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
        }

        Text.ShouldNotContain("   at ");
        if (code is not null)
        {
            problem["code"]!.GetValue<string>().ShouldBe(code, Text);
        }

        if (clause is not null)
        {
            problem["clause"]!.GetValue<string>().ShouldBe(clause, Text);
        }

        return problem;
    }
}
