using System.Net;
using Gateway.Tests.Running;

namespace Gateway.Tests.ConsoleFiles;

public sealed class ConsoleFilesTests(Platform platform) : IClassFixture<Platform>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("console-").FullName;
    private HttpClient client = new();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<title>控制台</title>");
        await File.WriteAllTextAsync(Path.Combine(folder, "assets", "index-1a2b3c.js"), "export {}");
        client = new HttpClient { BaseAddress = await platform.StartReplicaAsync($"--Console:Folder={folder}") };
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/advances/0198/sheet")]
    public async Task The_page_is_served_at_every_address_of_the_console_and_asked_for_each_time(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("控制台");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_with_a_hash_in_its_name_is_kept_for_a_year_and_a_missing_one_is_no_page()
    {
        using var file = await client.GetAsync(new Uri("/assets/index-1a2b3c.js", UriKind.Relative));
        using var missing = await client.GetAsync(new Uri("/assets/index-old.js", UriKind.Relative));

        file.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/assets/..%2f..%2fetc/passwd")]
    public async Task Nothing_outside_the_folder_is_served(string path)
    {
        using var answer = await client.GetAsync(new Uri(client.BaseAddress + path.TrimStart('/')));

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("root:");
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_it_must_not_do()
    {
        foreach (var path in new[] { "/", "/session", "/api/registry/things", "/api/nowhere" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
            answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            answer.Headers.TryGetValues("Server", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_console_that_is_not_built_says_so()
    {
        var gateway = await platform.StartReplicaAsync("--Console:Folder=/nowhere");
        using var browser = new Browser(gateway);

        using var answer = await browser.GetAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("控制台尚未构建");
    }
}
