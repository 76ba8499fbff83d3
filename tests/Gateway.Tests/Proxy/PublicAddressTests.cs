using System.Net;
using System.Text;
using Gateway.Tests.Running;

namespace Gateway.Tests.Proxy;

public sealed class PublicAddressTests(Platform platform) : IClassFixture<Platform>
{
    private const string Notices = "/api/registry/public/notices";
    private const string Objections = "/api/registry/public/notices/1/objections";

    [Fact]
    public async Task Anybody_reads_and_objects_without_login()
    {
        using var client = platform.Anonymous();

        using var read = await client.GetAsync(new Uri($"{Notices}?limit=5", UriKind.Relative));
        using var written = await client.PostAsync(new Uri(Objections, UriKind.Relative), Json("{}"));

        var echo = await read.JsonAsync();
        echo.GetProperty("service").GetString().ShouldBe("registry");
        echo.GetProperty("path").GetString().ShouldBe($"{Notices}?limit=5");
        echo.Header("authorization").ShouldBeNull();
        (await written.JsonAsync()).GetProperty("method").GetString().ShouldBe("POST");
    }

    [Fact]
    public async Task Who_reads_there_is_nobodys_business_even_of_a_signed_in_browser()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-operator");

        using var read = await browser.GetAsync(Notices);

        var echo = await read.JsonAsync();
        echo.Header("authorization").ShouldBeNull();
        echo.Header("cookie").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_public_is_read_while_nobody_can_sign_in()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-operator");
        await platform.StopIdentityAsync();
        platform.Time.Advance(TimeSpan.FromMinutes(10));

        using var read = await browser.GetAsync(Notices);
        using var inside = await browser.GetAsync("/api/registry/applications");
        await platform.StartIdentityAsync();

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        await inside.ProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_signed_in_browser_objects_with_the_token_of_its_session_only()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-operator");

        using var forged = await browser.PostAsync(Objections, csrf: null);
        using var own = await browser.PostAsync(Objections, browser.Csrf);

        (await forged.ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("code").GetString().ShouldBe("anti-forgery");
        (await own.JsonAsync()).GetProperty("method").GetString().ShouldBe("POST");
    }

    [Fact]
    public async Task Whoever_objects_too_often_is_told_to_wait_and_may_go_on_reading()
    {
        var gateway = await platform.StartReplicaAsync("--RateLimits:PublicBurst=3", "--RateLimits:PublicPerMinute=1");
        using var client = new HttpClient { BaseAddress = gateway };

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await client.PostAsync(new Uri(Objections, UriKind.Relative), Json("{}")));
        }

        using var read = await client.GetAsync(new Uri(Notices, UriKind.Relative));
        using var elsewhere = await client.PostAsync(new Uri("/api/registry/applications", UriKind.Relative), Json("{}"));

        answers.Select(answer => (int)answer.StatusCode).ShouldBe([200, 200, 200, 429, 429]);
        (await answers[^1].ProblemAsync(HttpStatusCode.TooManyRequests)).GetProperty("code").GetString().ShouldBe("too-many-requests");
        answers[^1].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.OK);
        answers.ForEach(answer => answer.Dispose());
    }

    [Theory]
    [InlineData("/api/registry/public/notices/1/objections")]
    [InlineData("/API/registry/Public/notices/1/objections")]
    [InlineData("/api/registry/public/notices/1/attachments")]
    public async Task What_is_sent_to_a_public_address_is_small(string path)
    {
        using var client = platform.Anonymous();

        using var small = await client.PostAsync(new Uri(path, UriKind.Relative), Json(new string('x', 60 << 10)));
        using var large = await client.PostAsync(new Uri(path, UriKind.Relative), Json(new string('x', 65 << 10)));

        small.StatusCode.ShouldBe(HttpStatusCode.OK);
        var problem = await large.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("inputs").GetProperty("limitBytes").GetInt64().ShouldBe(64 << 10);
        problem.GetProperty("zh").GetString()!.ShouldContain("64 KB");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
