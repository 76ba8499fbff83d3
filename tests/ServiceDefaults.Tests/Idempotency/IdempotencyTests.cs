using System.Net;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace ServiceDefaults.Tests.Idempotency;

public sealed class IdempotencyTests
{
    private const string Pen = """{"item": "pen", "amountFen": 100}""";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Twenty_equal_requests_at_once_have_one_effect_and_one_answer(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => maker.PostJsonAsync("/api/shop/orders", Pen)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        bodies.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Headers.Contains(IdempotencyKeys.ReplayHeader)).ShouldBe(19);
        (await shop.OrdersAsync()).ShouldBe(1);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Twenty_requests_with_keys_of_their_own_all_take_effect(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => maker.PostJsonAsync("/api/shop/orders", Pen, $"key-{i}")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        (await shop.OrdersAsync()).ShouldBe(20);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Another_body_under_the_same_key_is_a_409(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        using var first = await maker.PostJsonAsync("/api/shop/orders", Pen);

        using var second = await maker.PostJsonAsync("/api/shop/orders", Pen.Replace("100", "101", StringComparison.Ordinal));

        (await second.ProblemAsync(HttpStatusCode.Conflict)).Text("code").ShouldBe("idempotency-key-reused");
        (await shop.OrdersAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"item": "forbidden goods", "amountFen": 100}""", HttpStatusCode.Conflict)]
    [InlineData("""{"item": "broken", "amountFen": 100}""", HttpStatusCode.InternalServerError)]
    public async Task A_refusal_or_failure_stores_nothing_and_frees_the_key(string body, HttpStatusCode status)
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        using var refused = await maker.PostJsonAsync("/api/shop/orders", body);
        await refused.ProblemAsync(status);
        (await shop.OrdersAsync()).ShouldBe(0);

        using var corrected = await maker.PostJsonAsync("/api/shop/orders", Pen);

        corrected.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await shop.OrdersAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller()
    {
        await using var shop = await Shop.OpenAsync();
        using var one = shop.Host.As("one", Roles.FinanceMaker);
        using var other = shop.Host.As("other", Roles.FinanceMaker);

        using var first = await one.PostJsonAsync("/api/shop/orders", Pen);
        using var second = await other.PostJsonAsync("/api/shop/orders", Pen);

        second.Headers.Contains(IdempotencyKeys.ReplayHeader).ShouldBeFalse();
        (await shop.OrdersAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("with space")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x")]
    public async Task Without_a_proper_key_nothing_happens(string? key)
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostJsonAsync("/api/shop/orders", Pen, key);

        (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Text("clause").ShouldBe(IdempotencyKeys.Header);
        (await shop.OrdersAsync()).ShouldBe(0);
    }
}
