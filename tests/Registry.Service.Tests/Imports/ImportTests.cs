using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Directories;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using ServiceDefaults.Jobs;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Imports;

/// <summary>Tables of institutions, from the file to the register.</summary>
public sealed class ImportTests(RunningRegistry registry)
{
    private const string Programme = "zhoushan-innovation-centres";

    [Theory, ClassData(typeof(Providers))]
    public async Task The_good_rows_take_effect_when_another_person_confirms_and_the_wrong_ones_are_told(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (clerk, second) = (Person.City(host, name: "import-clerk"), Person.City(host, name: "import-second"));
        var (known, delisted, code) = (new Journey(host), Tables.NewName(), Papers.NewOrganisation());
        var knownName = (await known.EnteredAsync()).Json["name"]!.GetValue<string>();
        var names = Enumerable.Range(0, 3).Select(_ => Tables.NewName()).ToList();

        var id = await UploadAsync(clerk, "good-rows", Tables.Gbk(
        [
            .. names.Select(name => Tables.Row(name)),
            Tables.Row(delisted, standing: "已摘牌", rest: "2022-01-05,舟科〔2022〕1号,", code: code),
            Tables.Row(names[0]),
            Tables.Row(knownName),
            Tables.Row(code: known.Organisation, type: "船舶和海工装备"),
            Tables.Row(code: "91330902MA2K3T7Q0X"),
        ]));
        var check = await UntilAsync(clerk, id, "checked");

        (check["rows"]!.GetValue<int>(), check["goodRows"]!.GetValue<int>(), check["errors"]!.GetValue<int>()).ShouldBe((8, 4, 4));
        var errors = (await clerk.GetAsync($"/imports/{id}/errors")).Accepted().Json["items"]!.AsArray();
        errors.Select(error => $"{error!["line"]}:{error["column"]}").ShouldBe(["6:name", "7:name", "8:bodyCode", "9:bodyCode"]);
        errors.ShouldAllBe(error => error!["zh"]!.GetValue<string>().Length > 0 && error["en"]!.GetValue<string>().Length > 0 && error["columnZh"]!.GetValue<string>().Length > 0);
        (await clerk.GetAsync($"/imports/{id}/errors?limit=3")).Json["next"].ShouldNotBeNull();
        (await clerk.GetAsync($"/imports/{id}/errors/export?format=csv")).Accepted().Text.ShouldContain("91330902MA2K3T7Q0X");
        (await clerk.GetAsync($"/imports/{id}/rows")).Accepted().Json["items"]!.AsArray().Count.ShouldBe(4);
        (await Bodies.NamesAsync(clerk, $"/institutions?q={names[0]}")).ShouldBeEmpty("nothing is in effect yet");

        (await ConfirmAsync(clerk, id)).Refused(HttpStatusCode.Conflict, "same-person", "P-5");
        (await second.PostAsync($"/imports/{id}/confirm", new { }, "\"1\"")).Refused(HttpStatusCode.PreconditionFailed);
        (await ConfirmAsync(second, id)).Accepted();
        await UntilAsync(clerk, id, "in-effect");

        foreach (var name in names)
        {
            (await Bodies.NamesAsync(clerk, $"/institutions?q={name}&standing=recognised&district=dinghai&type=new-materials")).ShouldBe([name]);
        }

        var row = (await clerk.GetAsync($"/institutions?q={delisted}")).Json["items"]!.AsArray().Single()!;
        var body = (await clerk.GetAsync($"/institutions/{row["id"]}")).Accepted().Json;
        body["applicationId"].ShouldBeNull();
        body["recognisedOn"]!.GetValue<string>().ShouldBe("2022-01-05");
        body["history"]!.AsArray().Select(entry => $"{entry!["standing"]} {entry["effectiveFrom"]} {entry["decisionNumber"]}").ShouldBe(["recognised 2022-01-05 舟科〔2022〕1号", "delisted 2024-03-01 舟科〔2024〕8号"]);
        body["history"]![0]!["recordedByName"]!.GetValue<string>().ShouldBe((await clerk.GetAsync($"/imports/{id}")).Json["confirmedByName"]!.GetValue<string>());
        (await Person.Of(host, new TestUser("funding-service", ["service"])).GetAsync($"/institutions/{row["id"]}/standing?on=2023-01-01")).Json["standing"]!.GetValue<string>().ShouldBe("recognised");
        (await ConfirmAsync(second, id)).Refused(HttpStatusCode.Conflict, "import-not-checked");
        (await Person.Operator(host, known.Organisation).GetAsync($"/imports/{id}")).Refused(HttpStatusCode.Forbidden);
        (await Person.City(host, "ezhou").GetAsync($"/imports/{id}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task All_rows_or_none_and_a_table_that_cannot_be_read_says_why(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (clerk, second) = (Person.City(host, name: "import-clerk"), Person.City(host, name: "import-second"));
        var name = Tables.NewName();

        var faulty = await UploadAsync(clerk, "all", Tables.Utf8(Tables.Row(name), Tables.Row(code: "1")));
        (await UntilAsync(clerk, faulty, "faulty"))["goodRows"]!.GetValue<int>().ShouldBe(1);
        (await ConfirmAsync(second, faulty)).Refused(HttpStatusCode.Conflict, "import-not-checked");
        (await clerk.PostAsync($"/imports/{faulty}/dismiss", new { reason = "改正后重新上传" }, (await clerk.GetAsync($"/imports/{faulty}")).ETag)).Accepted();

        var unread = await UploadAsync(clerk, "all", "机构名称,电话\n甲,1"u8.ToArray());
        var told = await UntilAsync(clerk, unread, "faulty");
        told["faultZh"]!.GetValue<string>().ShouldContain("电话");
        told["faultEn"]!.GetValue<string>().ShouldContain("Missing columns");

        (await clerk.UploadAsync($"/imports?programme={Programme}&mode=all", "表.pdf", "application/pdf", Papers.Pdf())).Refused(HttpStatusCode.BadRequest, clause: "body");
        (await clerk.UploadAsync($"/imports?programme={Programme}&mode=half", "表.csv", "text/csv", Tables.Utf8())).Refused(HttpStatusCode.BadRequest);
        (await clerk.GetAsync($"/imports/columns?programme={Programme}")).Accepted().Text.ShouldContain("新材料");
        (await clerk.GetAsync("/imports/template?format=csv")).Accepted().Text.ShouldContain("机构名称*");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_stops_in_the_middle_leaves_nothing_half_done_and_goes_on(DatabaseProvider provider)
    {
        var failure = new FailOnce("INSERT INTO \"DirectoryEntry\"");
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await RunningRegistry.StartOnAsync(database, services => services
            .AddSingleton<IInterceptor>(failure)
            .Configure<JobOptions>(options => (options.PollInterval, options.FirstPause) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(10))));
        var (clerk, second) = (Person.City(host, name: "clerk"), Person.City(host, name: "second"));
        var late = Tables.NewName();
        var id = await UploadAsync(clerk, "good-rows", Tables.Utf8([.. Enumerable.Range(0, 1100).Select(_ => Tables.Row()), Tables.Row(late)]));
        await UntilAsync(clerk, id, "checked");
        await new Journey(host) { Answers = { ["projectName"] = late } }.EnteredAsync();

        (await ConfirmAsync(second, id)).Accepted();
        var done = await UntilAsync(clerk, id, "in-effect");

        failure.Failed.ShouldBeTrue();
        (done["goodRows"]!.GetValue<int>(), done["errors"]!.GetValue<int>()).ShouldBe((1100, 1), "what came into the register meanwhile is left out and told");
        var counts = (await clerk.GetAsync("/institutions/counts?standing=recognised")).Accepted().Json;
        counts["total"]!.GetValue<int>().ShouldBe(1100);
        (await Bodies.NamesAsync(clerk, "/institutions?standing=recognised", limit: 200)).Distinct().Count().ShouldBe(1100);
        await Eventually.HoldsAsync(async () => await UntoldAsync(host) == 0, TimeSpan.FromSeconds(60));
    }

    private static async Task<int> UntoldAsync(ServiceHost host)
    {
        var admin = Person.Of(host, new TestUser("admin", ["admin"], "zhoushan"));
        return (await admin.GetAsync("/operations/outbox")).Accepted().Json["pending"]!.GetValue<int>();
    }

    private static async Task<Guid> UploadAsync(Person person, string mode, byte[] table) =>
        (await person.UploadAsync($"/imports?programme={Programme}&mode={mode}", "机构.csv", "text/csv", table)).Accepted().Id;

    private static async Task<Reply> ConfirmAsync(Person person, Guid id) => await person.PostAsync($"/imports/{id}/confirm", new { }, (await person.GetAsync($"/imports/{id}")).ETag);

    private static async Task<JsonNode> UntilAsync(Person person, Guid id, string state)
    {
        JsonNode? seen = null;
        await Eventually.HoldsAsync(
            async () => (seen = (await person.GetAsync($"/imports/{id}")).Accepted().Json)["state"]!.GetValue<string>() == state, TimeSpan.FromSeconds(90));
        return seen!;
    }

    /// <summary>Breaks the first command of a kind, as a database that goes away would.</summary>
    private sealed class FailOnce(string text) : DbCommandInterceptor
    {
        private int failed;

        public bool Failed => failed > 0;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(text, StringComparison.Ordinal) && command.CommandText.Contains("ImportRow", StringComparison.Ordinal) && Interlocked.Exchange(ref failed, 1) == 0
                ? throw new InvalidOperationException("The database went away.")
                : ValueTask.FromResult(result);
    }
}
