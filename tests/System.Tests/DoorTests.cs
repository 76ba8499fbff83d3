using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>Who gets in through the gateway, and what happens to nonsense.</summary>
public sealed class DoorTests(PlatformFixture fixture)
{
    private const string Appropriations = "/api/funding/appropriations";

    [Theory]
    [InlineData("/api/registry/applications")]
    [InlineData(Appropriations)]
    [InlineData("/api/reporting/reviews")]
    public async Task Without_a_token_the_answer_is_401(string path)
    {
        using var http = new HttpClient { BaseAddress = fixture.Gateway };

        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_wrong_role_gets_403_and_another_bureau_404()
    {
        var body = new { reason = "测试" };
        (await fixture.Platform.PostRefusedAsync("zs-operator", $"{Appropriations}/{Guid.CreateVersion7()}/approve", body)).Status.ShouldBe(403);
        (await fixture.Platform.PostRefusedAsync("ez-approver", $"/api/funding/advances/{fixture.Facts.Paid[2026][0]}/approve", body)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"programme":""", "malformed")]
    [InlineData("""{"programme":"zhoushan-innovation-centres","fiscalYear":2030,"amountFen":1,"documentNumber":"a","documentDate":"2030-02-30","functionalSubject":"2060404"}""", "impossible day")]
    [InlineData("""{"programme":"zhoushan-innovation-centres","fiscalYear":2030,"amountFen":-1,"documentNumber":"a","documentDate":"2030-01-04","functionalSubject":"2060404"}""", "negative")]
    [InlineData("""{"programme":"zhoushan-innovation-centres","fiscalYear":2030,"amountFen":0.5,"documentNumber":"a","documentDate":"2030-01-04","functionalSubject":"2060404"}""", "fraction")]
    [InlineData("""{"programme":"zhoushan-innovation-centres","fiscalYear":2030,"amountFen":1000000000000000000,"documentNumber":"a","documentDate":"2030-01-04","functionalSubject":"2060404"}""", "too large")]
    [InlineData("""{"programme":"zhoushan-innovation-centres","fiscalYear":2030,"amountFen":1,"documentNumber":"a","documentDate":"2030-01-04","functionalSubject":"2060404","extra":1}""", "unknown field")]
    public async Task Bad_input_is_a_clear_400_and_changes_nothing(string body, string what)
    {
        var before = await fixture.Platform.GetAsync("zs-maker", $"{Appropriations}?limit=200");

        using var answer = await fixture.Platform.PostRawAsync("zs-maker", Appropriations, new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, what);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        problem["zh"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        problem["en"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        problem.ToJsonString().ShouldNotContain("   at ");
        (await fixture.Platform.GetAsync("zs-maker", $"{Appropriations}?limit=200")).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task A_body_of_five_megabytes_is_refused_in_a_sentence()
    {
        using var content = new StringContent($$"""{"programme":"{{new string('x', 5_000_000)}}"}""", Encoding.UTF8, "application/json");

        using var answer = await fixture.Platform.PostRawAsync("zs-maker", Appropriations, content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["zh"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Moving_the_business_clock_thirty_days_logs_nobody_out()
    {
        var before = await fixture.Platform.TodayAsync();
        var token = await fixture.Platform.TokenAsync("zs-leader");

        await fixture.Platform.MoveClockAsync(before.AddDays(30));

        using var http = new HttpClient { BaseAddress = fixture.Gateway };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await http.GetAsync(new Uri(Appropriations, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fixture.Platform.TodayAsync()).ShouldBe(before.AddDays(30));
    }
}
