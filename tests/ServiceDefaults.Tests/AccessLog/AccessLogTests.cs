using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.AccessLog;
using ServiceDefaults.Data;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace ServiceDefaults.Tests.AccessLog;

/// <summary>Who read and who wrote what: noted for auditors, whole, and not for ever.</summary>
public sealed class AccessLogTests
{
    private static readonly TestUser Auditor = new("zs-auditor", ["auditor"], "zhoushan") { FullName = "审计员" };

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Reads_writes_and_refused_attempts_are_noted_with_who_and_what_and_without_what_was_sent(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        using var maker = shop.Host.As(Shop.Maker, "finance-maker");
        using var outsider = shop.Host.As("zs-expert", "expert");
        using var auditor = shop.Host.As(Auditor);
        var order = await PlaceAsync(maker, "秘密物品");
        (await maker.GetAsync(new Uri("/api/shop/orders?item=secret", UriKind.Relative))).Dispose();
        using var denied = await outsider.PostAsJsonAsync("/api/shop/orders", new { });
        denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = shop.Host.Anonymous();
        (await nobody.PostAsJsonAsync("/api/shop/orders", new { })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync(new Uri("/api/shop/orders", UriKind.Relative))).Dispose();

        await Eventually.HoldsAsync(async () => (await ListAsync(auditor)).Count >= 4);

        var written = (await ListAsync(auditor, $"subject={order}")).ShouldHaveSingleItem()!;
        (Text(written, "person"), Text(written, "method"), Text(written, "route"), written["status"]!.GetValue<int>()).ShouldBe((Shop.Maker, "POST", "/api/shop/orders", 201));
        (await ListAsync(auditor, $"person={Shop.Maker}&writes=false")).ShouldHaveSingleItem()!["status"]!.GetValue<int>().ShouldBe(200);
        Text((await ListAsync(auditor, "refused=true")).ShouldHaveSingleItem()!, "person").ShouldBe("zs-expert");
        (await ListAsync(auditor)).ToJsonString().ShouldNotContain("secret");
        (await shop.Host.InScopeAsync<ShopDb, int>(db => db.Set<AccessEntry>().CountAsync(e => e.Person == null))).ShouldBe(1, "an attempt without a token, and no reading of nobody's");
    }

    [Fact]
    public async Task An_auditor_sees_its_own_jurisdiction_an_administrator_all_and_others_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        using var ezhou = shop.Host.As(new TestUser("ez-leader", ["leader"], "ezhou"));
        (await ezhou.GetAsync(new Uri("/api/shop/orders", UriKind.Relative))).Dispose();
        using var auditor = shop.Host.As(Auditor);
        using var admin = shop.Host.As(new TestUser("admin", ["admin"]));
        await Eventually.HoldsAsync(async () => (await ListAsync(admin, "person=ez-leader")).Count == 1);

        (await ListAsync(auditor, "person=ez-leader")).ShouldBeEmpty();
        (await ezhou.GetAsync(new Uri("/api/shop/access-log", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_log_is_exported_as_a_table_and_paged_by_key()
    {
        await using var shop = await Shop.OpenAsync();
        using var maker = shop.Host.As(new TestUser("m", ["finance-maker"], "zhoushan") { FullName = "=HYPERLINK(1)" });
        for (var i = 0; i < 3; i++)
        {
            (await maker.GetAsync(new Uri("/api/shop/orders", UriKind.Relative))).Dispose();
        }

        using var auditor = shop.Host.As(Auditor);
        await Eventually.HoldsAsync(async () => (await ListAsync(auditor, "person=m")).Count == 3);

        var lines = (await auditor.GetStringAsync(new Uri("/api/shop/access-log/export?person=m", UriKind.Relative))).TrimEnd().Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].TrimStart('\uFEFF').ShouldStartWith("时间");
        lines[1].ShouldNotContain(",=HYPERLINK");
        var first = JsonNode.Parse(await auditor.GetStringAsync(new Uri("/api/shop/access-log?person=m&limit=2", UriKind.Relative)))!;
        var second = await ListAsync(auditor, $"person=m&after={first["next"]}");
        second.ShouldHaveSingleItem();
        (await ListAsync(auditor, "person=m&to=2020-01-01")).ShouldBeEmpty();
        (await ListAsync(auditor, "person=m&from=2020-01-01")).Count.ShouldBe(3);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_clean_stop_loses_nothing(DatabaseProvider provider)
    {
        const int many = 120;
        await using var shop = await Shop.OpenAsync(provider);
        var patient = new Dictionary<string, string?>(StringComparer.Ordinal) { ["AccessLog:Pause"] = "00:10:00" };
        await using (var replica = await shop.ReplicaAsync(settings: patient))
        {
            using var reader = replica.As("zs-reader", "leader");
            await Task.WhenAll(Enumerable.Range(0, many).Select(async _ => (await reader.GetAsync(new Uri("/api/shop/orders", UriKind.Relative))).Dispose()));
        }

        (await shop.Host.InScopeAsync<ShopDb, int>(db => db.Set<AccessEntry>().CountAsync(entry => entry.Person == "zs-reader"))).ShouldBe(many);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_older_than_the_retention_is_forgotten(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["AccessLog:RetentionDays"] = "10" });
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await shop.Host.InScopeAsync<ShopDb, int>(db =>
        {
            db.AddRange(Entry(now.AddDays(-11)), Entry(now.AddDays(-9)));
            return db.SaveChangesAsync();
        });
        using var admin = shop.Host.As(new TestUser("admin", ["admin"]));

        (await admin.PostAsync(new Uri("/api/shop/sweeps/access-log", UriKind.Relative), null)).EnsureSuccessStatusCode().Dispose();

        (await shop.Host.InScopeAsync<ShopDb, List<DateTime>>(db => db.Set<AccessEntry>().Where(e => e.Person == "old").Select(e => e.At).ToListAsync()))
            .ShouldHaveSingleItem().ShouldBe(now.AddDays(-9), TimeSpan.FromSeconds(1));
    }

    private static AccessEntry Entry(DateTime at) =>
        new() { Id = Guid.CreateVersion7(new DateTimeOffset(at)), At = at, Person = "old", Method = "GET", Route = "/api/shop/orders", Status = 200 };

    private static string? Text(JsonNode entry, string name) => entry[name]?.GetValue<string>();

    private static async Task<string> PlaceAsync(HttpClient maker, string item)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/shop/orders", UriKind.Relative)) { Content = JsonContent.Create(new { item, amountFen = 1 }) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await maker.SendAsync(request);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<JsonArray> ListAsync(HttpClient auditor, string query = "") =>
        JsonNode.Parse(await auditor.GetStringAsync(new Uri($"/api/shop/access-log?{query}", UriKind.Relative)))!["items"]!.AsArray();
}
