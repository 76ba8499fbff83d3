using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Directories;

/// <summary>The directory: filters, pages, names, counts and tables.</summary>
public sealed class DirectoryTests(RunningRegistry registry)
{
    private static readonly string[] Categories = ["new-materials", "ships-and-offshore"];
    private static readonly string[] Districts = ["dinghai", "putuo"];
    private static readonly string?[] Fields = [null, "alloys"];
    private static readonly string[] Kept = [Standings.Recognised, Standings.Revoked];
    private static readonly string[] Words = ["船舶设计创新中心", "海洋药物研究院"];

    [Theory, ClassData(typeof(Providers))]
    public async Task Every_combination_of_filters_gives_exactly_its_bodies_newest_first_whatever_the_page(DatabaseProvider provider)
    {
        var bodies = new Bodies(await registry.OnAsync(provider));
        var all = (from category in Categories
                   from district in Districts
                   from field in Fields
                   from standing in Kept
                   from word in Words
                   select (Institution: bodies.New($"{word}{category}{district}{field}{standing}", category, district, field), Standing: standing)).ToArray();
        await bodies.FoundAsync(all);

        var asked = from category in Categories.Prepend(null)
                    from district in Districts.Prepend(null)
                    from field in (string?[])[null, "alloys"]
                    from standing in (string?[])[null, "revoked", "recognised,revoked"]
                    from word in (string?[])[null, "药物研究"]
                    select (category, district, field, standing, word);
        foreach (var (category, district, field, standing, word) in asked.Where((_, at) => at % 3 == 0))
        {
            var expected = all
                .Where(body => category is null || body.Institution.Category == category)
                .Where(body => district is null || body.Institution.District == district)
                .Where(body => field is null || body.Institution.Field == field)
                .Where(body => standing is null || standing.Split(',').Contains(body.Standing))
                .Where(body => word is null || body.Institution.Name.Contains(word, StringComparison.Ordinal))
                .OrderByDescending(body => body.Institution.Id.ToString(), StringComparer.Ordinal)
                .Select(body => body.Institution.Name);
            var query = $"?type={category}&district={district}&field={field}&standing={standing}&q={word}";

            (await Bodies.NamesAsync(bodies.Reader, $"/institutions{query}", limit: 5)).ShouldBe(expected, query);
        }

        (await Bodies.NamesAsync(bodies.Anybody, $"/public/institutions?jurisdiction={bodies.Jurisdiction}&q=药物研究&type=new-materials&field=alloys")).Count.ShouldBe(4);
        (await Bodies.NamesAsync(bodies.Reader, "/institutions?programme=another")).ShouldBeEmpty();
        (await bodies.Anybody.GetAsync($"/public/institutions?jurisdiction={bodies.Jurisdiction}")).Accepted().Text.ShouldNotContain("implementingBodyCode");
        (await Bodies.NamesAsync(new Bodies(await registry.OnAsync(provider)).Reader, "/institutions")).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_name_is_found_by_two_characters_of_it_in_any_writing_and_one_is_too_few(DatabaseProvider provider)
    {
        var bodies = new Bodies(await registry.OnAsync(provider));
        await bodies.FoundAsync(
            (bodies.New("离岸科创(武汉)中心"), Standings.Filed), (bodies.New("离岸科创上海中心"), Standings.Filed), (bodies.New("岸离创科ＡＩ院100%"), Standings.Filed));

        async Task Finds(string q, params IEnumerable<string> names) =>
            (await Bodies.NamesAsync(bodies.Reader, $"/institutions?q={Uri.EscapeDataString(q)}")).ShouldBe(names, ignoreOrder: true, q);

        await Finds("离岸", "离岸科创上海中心", "离岸科创(武汉)中心");
        await Finds("（武 汉）", "离岸科创(武汉)中心");
        await Finds("ai院", "岸离创科ＡＩ院100%");
        await Finds("00%", "岸离创科ＡＩ院100%");
        await Finds("离岸中心");
        (await bodies.Reader.GetAsync("/institutions?q=岸")).Refused(HttpStatusCode.BadRequest, clause: "q");
        (await bodies.Reader.GetAsync($"/institutions?q={new string('岸', 51)}")).Refused(HttpStatusCode.BadRequest, clause: "q");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_change_moves_a_body_in_the_same_write_and_a_write_that_fails_moves_nothing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var bodies = new Bodies(host);
        var body = bodies.New("船舶设计中心");
        await bodies.FoundAsync((body, Standings.Filed), (bodies.New("另一中心"), Standings.Filed));

        async Task ChangeAsync(bool fail) => await host.InScopeAsync<RegistryDb, int>(db => db.WriteAsync(
            async ct =>
            {
                var found = await db.Institutions.Include(i => i.History).SingleAsync(i => i.Id == body.Id, ct);
                found.Name = "海洋药物院";
                await db.SaveChangesAsync(ct);
                found.Name = "船舶药物院";
                db.Add(found.Becomes(Standings.Removed, Journey.Today, new StandingDecision("文", Journey.Today, "EO-12"), Bodies.By, TimeProvider.System.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(ct);
                return fail ? throw new InvalidOperationException("as a database that goes away would") : 1;
            },
            CancellationToken.None));

        await Should.ThrowAsync<InvalidOperationException>(() => ChangeAsync(fail: true));
        (await Bodies.NamesAsync(bodies.Reader, "/institutions?q=船舶设计&standing=filed")).ShouldBe(["船舶设计中心"]);
        (await bodies.Reader.GetAsync("/institutions/counts?standing=filed")).Accepted().Json["total"]!.GetValue<int>().ShouldBe(2);

        await ChangeAsync(fail: false);
        (await Bodies.NamesAsync(bodies.Reader, "/institutions?q=船舶设计")).ShouldBeEmpty();
        (await Bodies.NamesAsync(bodies.Reader, "/institutions?q=药物&standing=removed")).ShouldBe(["船舶药物院"]);
        (await Bodies.NamesAsync(bodies.Reader, "/institutions?standing=filed")).ShouldBe(["另一中心"]);
        var counts = (await bodies.Anybody.GetAsync($"/public/institutions/counts?jurisdiction={bodies.Jurisdiction}")).Accepted().Json;
        counts["standings"]!.AsArray().Select(value => $"{value!["value"]}:{value["count"]}").ShouldBe(["filed:1", "removed:1"]);
        counts["types"]![0]!["label"]!["zh"]!.GetValue<string>().ShouldBe("新材料");
        var named = (await bodies.Reader.GetAsync("/institutions/counts?q=药物")).Accepted().Json;
        named["total"].ShouldBeNull();
        named["uncounted"]!["en"]!.GetValue<string>().ShouldNotBeEmpty();
        named["standings"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Tables_hold_every_row_and_no_formula(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var bodies = new Bodies(host);
        await bodies.FoundAsync(
            (bodies.New("=HYPERLINK(\"http://x\")"), Standings.Filed), (bodies.New("含,逗号\"引号\"\n换行"), Standings.Filed), (bodies.New("普通中心"), Standings.Revoked));
        var address = $"/api/registry/public/institutions/export?jurisdiction={bodies.Jurisdiction}&standing=filed";
        using var anybody = host.Anonymous();

        (await bodies.Reader.GetAsync("/institutions/export?q=普通")).Accepted().Text.ShouldContain("普通中心");
        var csv = await anybody.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        csv[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var text = Encoding.UTF8.GetString(csv);
        text.ShouldContain("'=HYPERLINK(");
        text.ShouldContain("\"含,逗号\"\"引号\"\"\n换行\"");
        text.ShouldContain("已备案");
        text.ShouldNotContain("普通中心");

        await using var xlsx = new MemoryStream(await anybody.GetByteArrayAsync(new Uri($"{address}&format=xlsx", UriKind.Relative)));
        using var archive = new ZipArchive(xlsx);
        await using var part = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(CancellationToken.None);
        var rows = XDocument.Load(part).Descendants().Where(element => element.Name.LocalName == "row").ToList();
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row.Descendants().All(element => element.Name.LocalName != "f"));
        rows.Count(row => row.Value.Contains("=HYPERLINK(\"http://x\")", StringComparison.Ordinal)).ShouldBe(1);
        rows.ShouldAllBe(row => row.Elements().All(cell => cell.Attribute("t")!.Value == "inlineStr"));
        (await bodies.Reader.GetAsync("/institutions/export?format=pdf")).Refused(HttpStatusCode.BadRequest);
    }
}
