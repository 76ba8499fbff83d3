using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Authentication;
using ServiceDefaults.Hosting;
using ServiceDefaults.Http;
using Shouldly;
using Testing.Hosting;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public sealed class ServiceClientTests
{
    [Fact]
    public async Task A_service_calls_another_with_a_token_of_its_own()
    {
        await using var registry = await RegistryAsync(failures: 0);
        await using var caller = await CallerAsync(registry.Address);

        (await Client(caller).GetFromJsonAsync<string>("whoami")).ShouldBe("caller-service");
    }

    [Fact]
    public async Task A_question_is_repeated_through_short_failures()
    {
        await using var registry = await RegistryAsync(failures: 2);
        await using var caller = await CallerAsync(registry.Address);

        (await Client(caller).GetFromJsonAsync<string>("flaky")).ShouldBe("at last");
    }

    [Fact]
    public async Task An_act_is_not_repeated_unless_it_carries_a_key()
    {
        await using var registry = await RegistryAsync(failures: 1);
        await using var caller = await CallerAsync(registry.Address);

        using var once = await Client(caller).PostAsync(new Uri("flaky", UriKind.Relative), content: null);
        once.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        registry.Services.GetRequiredService<Failures>().Left = 1;
        using var keyed = new HttpRequestMessage(HttpMethod.Post, new Uri("flaky", UriKind.Relative));
        keyed.Headers.Add("Idempotency-Key", "one");
        using var repeated = await Client(caller).SendAsync(keyed);
        repeated.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_in_time()
    {
        await using var registry = await RegistryAsync(failures: 0);
        await using var caller = await CallerAsync(registry.Address, ("Resilience:TotalTimeout", "00:00:02"));

        var failure = await Should.ThrowAsync<HttpRequestException>(() => Client(caller).GetStringAsync(new Uri("hang", UriKind.Relative)));

        failure.Message.ShouldContain("does not answer in time");
    }

    [Theory]
    [InlineData("services:registry:http:0", "services__registry__http__0")]
    [InlineData("Keycloak:credentials:secret", "Keycloak__Credentials__Secret")]
    public async Task Without_address_or_credentials_the_start_fails_and_names_them(string missing, string named)
    {
        var failure = await Should.ThrowAsync<StartupException>(() => CallerAsync(new Uri("http://localhost:1"), (missing, string.Empty)));

        failure.Message.ShouldContain(named);
    }

    private static HttpClient Client(ServiceHost caller) => caller.Services.GetRequiredService<RegistryClient>().Http;

    private static Task<ServiceHost> CallerAsync(Uri address, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:registry:http:0"] = address.AbsoluteUri,
            ["Resilience:TryTimeout"] = "00:01:00",
            ["Resilience:TotalTimeout"] = "00:01:00",
            ["Resilience:FirstPause"] = "00:00:00.01",
            ["Resilience:Retries"] = "2",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return ServiceHost.StartAsync(
            database: null,
            "none",
            builder =>
            {
                builder.AddKeycloakBearer("caller");
                builder.Services.AddSingleton(TimeProvider.System);
                builder.AddServiceClient<RegistryClient>("registry");
            },
            _ => Task.CompletedTask,
            all);
    }

    private static Task<ServiceHost> RegistryAsync(int failures) => ServiceHost.StartAsync(
        database: null,
        "none",
        builder =>
        {
            builder.AddKeycloakBearer();
            builder.Services.AddSingleton(new Failures { Left = failures });
        },
        app =>
        {
            app.MapGet("/whoami", (HttpContext context) => TypedResults.Ok(context.Caller().Name)).RequireRoles(Roles.Service);
            app.MapMethods("/flaky", ["GET", "POST"], (Failures left) =>
                left.Left-- > 0 ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok("at last"));
            app.MapGet("/hang", async (CancellationToken ct) => await Task.Delay(Timeout.Infinite, ct));
            return Task.CompletedTask;
        });

    private sealed class RegistryClient(HttpClient http)
    {
        public HttpClient Http => http;
    }

    private sealed class Failures
    {
        public int Left { get; set; }
    }
}
