using System.Net;
using ServiceDefaults.Authentication;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Problems;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("""{"item": "a", "amountFen": 1""", "body", null)]
    [InlineData("", "body", null)]
    [InlineData("""[1]""", "body", "array")]
    [InlineData("""{"item": "a", "amountFen": 1, "amount": 2}""", "amount", "2")]
    [InlineData("""{"item": "a"}""", "amountFen", null)]
    [InlineData("""{"item": null, "amountFen": 1}""", "item", "null")]
    [InlineData("""{"item": "a", "amountFen": 1.5}""", "amountFen", "1.5")]
    [InlineData("""{"item": "a", "amountFen": -1}""", "amountFen", "-1")]
    [InlineData("""{"item": "a", "amountFen": "1"}""", "amountFen", "\"1\"")]
    [InlineData("""{"item": "a", "amountFen": 1000000000000000000}""", "amountFen", "1000000000000000000")]
    [InlineData("""{"item": "a", "amountFen": 100000000000000000000000}""", "amountFen", "100000000000000000000000")]
    [InlineData("""{"item": "a", "amountFen": 1, "on": "2026-02-30"}""", "on", "\"2026-02-30\"")]
    [InlineData("""{"item": "a", "amountFen": 1, "urgency": "soon"}""", "urgency", "\"soon\"")]
    [InlineData("""{"item": "a", "amountFen": 1, "urgency": 1}""", "urgency", "1")]
    [InlineData("""{"item": 7, "amountFen": 1}""", "item", "7")]
    [InlineData("""{"item": "a", "item": "b", "amountFen": 1}""", "item", "\"b\"")]
    public async Task A_wrong_body_is_a_400_that_names_field_and_value_and_changes_nothing(string body, string field, string? given)
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostJsonAsync("/api/shop/orders", body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        problem.Text("clause").ShouldBe(field);
        (field == "body" || problem.Text("en").Contains(field, StringComparison.Ordinal)).ShouldBeTrue(problem.Text("en"));
        problem["inputs"]!["given"]?.GetValue<string>().ShouldBe(given);
        (await shop.OrdersAsync()).ShouldBe(0);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task What_was_sent_is_not_logged()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostJsonAsync("/api/shop/orders", """{"item": "a", "amountFen": "王小明330900199001011234"}""");

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
        shop.Host.Logs.ShouldNotMention("330900199001011234");
    }

    [Fact]
    public async Task A_body_of_five_megabytes_is_a_413()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostJsonAsync("/api/shop/orders", $$"""{"item": "{{new string('a', 5_000_000)}}", "amountFen": 1}""");

        (await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Text("code").ShouldBe("too-large");
        (await shop.OrdersAsync()).ShouldBe(0);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [InlineData("/api/shop/orders/on?on=2026-02-30", HttpStatusCode.BadRequest, "on")]
    [InlineData("/api/shop/orders/on?on=", HttpStatusCode.BadRequest, "on")]
    [InlineData("/api/shop/orders/on", HttpStatusCode.BadRequest, "on")]
    [InlineData("/api/shop/orders?limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/shop/orders?limit=201", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/shop/orders?limit=ten", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/shop/orders?after=nonsense", HttpStatusCode.BadRequest, "after")]
    [InlineData("/api/shop/orders?newestFirst=perhaps", HttpStatusCode.BadRequest, "newestFirst")]
    [InlineData("/api/shop/nothing", HttpStatusCode.NotFound, "path")]
    public async Task A_wrong_address_is_a_problem_that_names_the_part(string path, HttpStatusCode status, string part)
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.GetAsync(new Uri(path, UriKind.Relative));

        (await answer.ProblemAsync(status)).Text("clause").ShouldBe(part);
    }

    [Theory]
    [InlineData("from=2026-02-30", "From", "2026-02-30", "a day that exists")]
    [InlineData("writes=perhaps", "Writes", "perhaps", "true or false")]
    public async Task What_may_be_left_out_of_an_address_is_named_as_well_where_it_cannot_be_read(string query, string part, string given, string expected)
    {
        await using var shop = await Shop.OpenAsync();
        using var auditor = shop.Host.As("zs-auditor", Roles.Auditor);

        using var answer = await auditor.GetAsync(new Uri($"/api/shop/access-log?{query}", UriKind.Relative));

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        problem.Text("clause").ShouldBe(part);
        problem["inputs"]!["given"]!.GetValue<string>().ShouldBe(given);
        problem.Text("en").ShouldContain(expected);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task Text_that_is_not_json_is_a_415()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostAsync(new Uri("/api/shop/orders", UriKind.Relative), new StringContent("item=a"));

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_sentence_is_Chinese_unless_the_caller_prefers_English()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        using var chinese = await maker.PostJsonAsync("/api/shop/orders", """{"item": "forbidden goods", "amountFen": 12}""");
        maker.DefaultRequestHeaders.Add("Accept-Language", "fr, en-GB;q=0.9, zh;q=0.5");
        using var english = await maker.PostJsonAsync("/api/shop/orders", """{"item": "forbidden goods", "amountFen": 12}""");

        var zh = await chinese.ProblemAsync(HttpStatusCode.Conflict);
        var en = await english.ProblemAsync(HttpStatusCode.Conflict);
        zh.Text("detail").ShouldBe("不得购买。");
        en.Text("detail").ShouldBe("Not to be had.");
        en.Text("clause").ShouldBe("ZS-03");
        en["inputs"]!["amountFen"]!.GetValue<long>().ShouldBe(12);
    }

    [Fact]
    public async Task A_failure_is_a_500_without_its_inside_and_logged_once()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var answer = await maker.PostJsonAsync("/api/shop/orders", """{"item": "broken", "amountFen": 12}""");

        var problem = await answer.ProblemAsync(HttpStatusCode.InternalServerError);
        problem.ToJsonString().ShouldNotContain("secret inside");
        shop.Host.Logs.Lines.Count(line => line.Exception is InvalidOperationException).ShouldBe(1);
        (await shop.OrdersAsync()).ShouldBe(0);
    }
}
