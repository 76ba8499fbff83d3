using System.Net;
using Gateway.Tests.Running;

namespace Gateway.Tests.Health;

public sealed class HealthTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task It_tells_each_services_state_and_the_worst_of_them()
    {
        using var client = platform.Anonymous();

        using var well = await client.GetAsync(new Uri("/health", UriKind.Relative));
        await platform.Funding.StopAsync();
        using var ill = await client.GetAsync(new Uri("/health", UriKind.Relative));
        using var alive = await client.GetAsync(new Uri("/alive", UriKind.Relative));
        await platform.Funding.StartAsync();

        well.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var name in new[] { "database", "keycloak", "registry", "funding", "reporting" })
        {
            (await StateAsync(well, name)).ShouldBe("healthy", name);
        }

        ill.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StateAsync(ill, "funding")).ShouldBe("unhealthy");
        (await StateAsync(ill, "registry")).ShouldBe("healthy");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> StateAsync(HttpResponseMessage health, string name) =>
        System.Text.Json.JsonDocument.Parse(await health.Content.ReadAsStringAsync()).RootElement.GetProperty("checks").GetProperty(name).GetString();
}
