using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Authentication;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing.Identity;
using Xunit;

namespace ServiceDefaults.Tests.Authentication;

public sealed class TokenTests
{
    private static readonly TestUser Maker = new("zs-maker", [Roles.FinanceMaker], "zhoushan", "dinghai", "91330900MA28K2XX0X");

    [Fact]
    public async Task A_caller_is_what_the_token_says()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Maker);

        using var answer = await client.GetAsync(new Uri("/api/shop/whoami", UriKind.Relative));

        var caller = await answer.JsonAsync();
        caller.Text("subject").ShouldBe("zs-maker");
        caller.Text("jurisdiction").ShouldBe("zhoushan");
        caller.Text("district").ShouldBe("dinghai");
        caller.Text("organisation").ShouldBe("91330900MA28K2XX0X");
        caller["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe([Roles.FinanceMaker]);
    }

    [Fact]
    public async Task Without_a_token_everything_but_health_is_a_401()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.Anonymous();

        using var answer = await client.GetAsync(new Uri("/api/shop/orders", UriKind.Relative));
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
        using var alive = await client.GetAsync(new Uri("/alive", UriKind.Relative));

        (await answer.ProblemAsync(HttpStatusCode.Unauthorized)).Text("code").ShouldBe("not-signed-in");
        (await health.JsonAsync())["checks"]!.Text("database").ShouldBe("healthy");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_without_a_subject_is_a_401()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Maker with { Subject = null });

        using var answer = await client.GetAsync(new Uri("/api/shop/whoami", UriKind.Relative));

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_expired_foreign_or_forged_token_is_a_401()
    {
        await using var shop = await Shop.OpenAsync();
        var issuer = await TestIssuer.SharedAsync();
        using var forger = RSA.Create(2048);
        string[] tokens =
        [
            issuer.Token(Maker, lifetime: TimeSpan.FromMinutes(-5)),
            issuer.Token(Maker, audience: "another-api"),
            issuer.Token(Maker, signedWith: new RsaSecurityKey(forger) { KeyId = "test" }),
            "nonsense",
        ];
        foreach (var token in tokens)
        {
            using var client = shop.Host.WithToken(token);
            using var answer = await client.GetAsync(new Uri("/api/shop/whoami", UriKind.Relative));
            await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        }

        shop.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task A_wrong_role_is_a_403_that_names_the_right_ones()
    {
        await using var shop = await Shop.OpenAsync();
        using var leader = shop.Host.As("zs-leader", Roles.Leader);

        using var answer = await leader.PostJsonAsync("/api/shop/orders", """{"item": "pen", "amountFen": 100}""");

        var problem = await answer.ProblemAsync(HttpStatusCode.Forbidden);
        problem["inputs"]!["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe([Roles.FinanceMaker]);
    }
}
