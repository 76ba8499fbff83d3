using System.Net;
using System.Text;
using Gateway.Tests.Running;
using Testing;

namespace Gateway.Tests.Proxy;

public sealed class ProxyTests(Platform platform) : IClassFixture<Platform>
{
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData("registry")]
    [InlineData("funding")]
    [InlineData("reporting")]
    public async Task Each_service_is_reached_by_its_name_and_shows_its_document(string service)
    {
        using var client = platform.Anonymous();

        using var api = await client.GetAsync(new Uri($"/api/{service}/things?after=1", UriKind.Relative));
        using var document = await client.GetAsync(new Uri($"/openapi/{service}.json", UriKind.Relative));

        var echo = await api.JsonAsync();
        echo.GetProperty("service").GetString().ShouldBe(service);
        echo.Header("authorization").ShouldBeNull();
        (await document.JsonAsync()).GetProperty("service").GetString().ShouldBe(service);
    }

    [Fact]
    public async Task An_address_of_no_service_is_a_problem_and_not_a_page()
    {
        using var client = platform.Anonymous();

        foreach (var path in new[] { "/api/nowhere/x", "/openapi/nowhere.json", "/dev/nothing" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            (await answer.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("zh").GetString().ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_five_megabytes_is_refused_in_words(bool chunked)
    {
        using var client = await platform.BearerAsync("zs-maker");
        using var body = new StringContent(new string('x', 5 * Mebibyte), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/funding/advances", UriKind.Relative)) { Content = body };
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await client.SendAsync(request);

        var problem = await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("code").GetString().ShouldBe("body-too-large");
        problem.GetProperty("inputs").GetProperty("limitBytes").GetInt64().ShouldBe(4 * Mebibyte);
    }

    [Theory]
    [InlineData("/api/funding/advances", "application/json", 3, true)]
    [InlineData("/api/registry/applications/1/attachments?field=plan", "application/pdf", 5, true)]
    [InlineData("/api/registry/applications/1/attachments?field=plan", "application/pdf", 49, true)]
    [InlineData("/api/registry/applications/1/attachments?field=plan", "application/pdf", 51, false)]
    [InlineData("/api/registry/applications/1/attachments?field=plan", "application/json", 5, false)]
    [InlineData("/api/reporting/periodic-reports/1/evidence?figure=researchers", "application/pdf", 5, true)]
    [InlineData("/api/funding/shadow-runs/1/files", "text/csv", 5, true)]
    [InlineData("/api/registry/applications/1", "application/pdf", 5, false)]
    public async Task A_file_may_be_larger_than_a_form_and_not_larger_than_fifty_megabytes(string path, string type, int mebibytes, bool accepted)
    {
        using var client = await platform.BearerAsync("zs-operator");
        using var body = new ByteArrayContent(new byte[mebibytes * Mebibyte]);
        body.Headers.ContentType = new(type);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body);

        if (accepted)
        {
            (await answer.JsonAsync()).GetProperty("bytes").GetInt64().ShouldBe(mebibytes * Mebibyte);
        }
        else
        {
            await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Fact]
    public async Task A_service_that_is_away_is_named_in_both_languages()
    {
        using var client = await platform.BearerAsync("zs-maker");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await platform.Reporting.StopAsync();

        using var answer = await client.GetAsync(new Uri("/api/reporting/reviews", UriKind.Relative));
        await platform.Reporting.StartAsync();

        var problem = await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("code").GetString().ShouldBe("service-unavailable");
        problem.GetProperty("zh").GetString()!.ShouldContain("报告服务");
        problem.GetProperty("detail").GetString().ShouldBe(problem.GetProperty("en").GetString());
        problem.GetProperty("detail").GetString()!.ShouldContain("reporting");
    }

    [Fact]
    public async Task With_one_replica_away_the_other_serves()
    {
        await using var second = new FakeService("registry");
        await second.StartAsync();
        var gateway = await platform.StartReplicaAsync($"--services:registry:http:1={second.Address}");
        using var client = new HttpClient { BaseAddress = gateway };
        await Eventually.HoldsAsync(async () => await AddressAsync(client) == second.Address);

        await second.StopAsync();
        var answers = new List<string?>();
        for (var i = 0; i < 40; i++)
        {
            answers.Add(await AddressAsync(client));
        }

        // The call that finds out is lost, and one more for each look at whether it has come back; half would be lost otherwise.
        answers.Count(answer => answer == platform.Registry.Address).ShouldBeGreaterThanOrEqualTo(36);
    }

    private static async Task<string?> AddressAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/registry/things", UriKind.Relative));
        return answer.IsSuccessStatusCode ? (await answer.JsonAsync()).GetProperty("address").GetString() : null;
    }
}
