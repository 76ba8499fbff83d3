using System.Net;
using ServiceDefaults.Authentication;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Problems;

public sealed class EditTests
{
    private const string Pen = """{"item": "pen", "amountFen": 100}""";
    private const string Book = """{"item": "book", "amountFen": 200}""";

    [Fact]
    public async Task An_edit_names_the_version_it_was_based_on()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        using var placed = await maker.PostJsonAsync("/api/shop/orders", Pen);
        var address = placed.Headers.Location!.OriginalString;
        placed.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var without = await maker.SendJsonAsync(HttpMethod.Put, address, Book);
        await without.ProblemAsync(HttpStatusCode.PreconditionRequired);
        using var nonsense = await maker.SendJsonAsync(HttpMethod.Put, address, Book, ("If-Match", "W/abc"));
        await nonsense.ProblemAsync(HttpStatusCode.BadRequest);
        using var changed = await maker.SendJsonAsync(HttpMethod.Put, address, Book, ("If-Match", "\"1\""));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag!.Tag.ShouldBe("\"2\"");
        using var late = await maker.SendJsonAsync(HttpMethod.Put, address, Pen, ("If-Match", "\"1\""));
        var stale = await late.ProblemAsync(HttpStatusCode.PreconditionFailed);
        stale["inputs"]!["current"]!.GetValue<long>().ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_follow_each_other_until_the_end_whatever_is_added_meanwhile(bool newestFirst)
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        var placed = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await maker.PostJsonAsync("/api/shop/orders", Pen, $"key-{i}");
            placed.Add((await answer.JsonAsync()).Text("id"));
        }

        var seen = new List<string>();
        var after = string.Empty;
        do
        {
            using var answer = await maker.GetAsync(new Uri($"/api/shop/orders?limit=3&newestFirst={newestFirst}&after={after}", UriKind.Relative));
            var page = await answer.JsonAsync();
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.Text("id")));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        seen.ShouldBe(newestFirst ? placed.AsEnumerable().Reverse() : placed);
    }
}
