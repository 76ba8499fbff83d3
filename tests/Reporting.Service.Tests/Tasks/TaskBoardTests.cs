using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Hubei;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Tasks;

public sealed class TaskBoardTests
{
    private const string Unit = "武汉市人民政府";
    private static readonly string Board = $"/task-board?programme={Hubei.Programme}";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_units_part_goes_from_its_person_to_the_citys_confirmation(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2022-06-01T09:00:00+08:00");
        await reporting.WithHubeiAsync();

        var board = await reporting.GetAsync(Wuhan, Board);
        board["tasks"]!.AsArray().Count.ShouldBe(27);
        board["tasks"]!.AsArray().ShouldAllBe(task => task!["incomplete"]!.GetValue<bool>());
        board["phases"]!.AsArray().Select(p => p!.Word("name")).ShouldBe(["design", "building", "conclusion"]);
        board["yearsWithoutRoadmap"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([2021, 2022]);

        (await NameAsync(reporting, Yichang, "2022-12-31")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await NameAsync(reporting, Wuhan, "2023-01-01")).Body.Word("code").ShouldBe("after-the-deadline");
        var named = (await NameAsync(reporting, Wuhan, "2022-12-31")).Body;
        (await NameAsync(reporting, Wuhan, "2022-12-31")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (named.Word("status"), named["incomplete"]!.GetValue<bool>()).ShouldBe(("not-begun", false));

        var duty = $"/task-duties/{named.Id()}";
        (await reporting.RefusedAsync(Wuhan, $"{duty}/progress", new { text = "已建分市场。", percent = 140, day = "2022-06-01" }, named.Version())).Clause.ShouldBe("percent");
        (await reporting.RefusedAsync(Wuhan, $"{duty}/progress", new { text = "已建分市场。", percent = 40, day = "2022-06-02" }, named.Version())).Clause.ShouldBe("day");
        var begun = await reporting.DoneAsync(Wuhan, $"{duty}/progress", new { text = "已建分市场。", percent = 40, day = "2022-06-01" }, named.Version());
        begun["duty"]!.Word("status").ShouldBe("under-way");
        var completed = await reporting.DoneAsync(Wuhan, $"{duty}/complete", new { text = "全部建成。", completedOn = "2022-06-01" }, begun.Version());
        (await reporting.RefusedAsync(Province, $"{duty}/confirm", new { }, completed.Version())).Code.ShouldBe("no-evidence");
        (await reporting.UploadAsync(Wuhan, $"{duty}/entries/{completed["entries"]!.AsArray()[^1]!.Id()}/attachments")).Status.ShouldBe(HttpStatusCode.Created);
        var done = await reporting.DoneAsync(Province, $"{duty}/confirm", new { }, completed.Version());

        done["entries"]!.AsArray().Select(e => e!.Word("what")).ShouldBe(["named", "progress", "completed", "confirmed"]);
        done["duty"]!.Word("status").ShouldBe("done");
        (await reporting.RefusedAsync(Wuhan, $"{duty}/progress", new { text = "再报。", percent = 50, day = "2022-06-01" }, done.Version())).Code.ShouldBe("duty-done");
        await reporting.MoveToAsync("2023-01-01T00:00:00+08:00");
        var late = await reporting.GetAsync(Province, $"{Board}&year=2022&status=late");
        var market = late["tasks"]!.AsArray().Single(t => t!.Word("name") == "market-network")!;
        market["duties"]!.AsArray().Select(d => (d!.Word("unit"), d!.Word("status")))
            .ShouldBe([("省科技厅", "late"), (Unit, "done"), ("襄阳市人民政府", "late"), ("宜昌市人民政府", "late")]);
        market["milestones"]!.AsArray().ShouldHaveSingleItem()!["missed"]!.GetValue<bool>().ShouldBeTrue();
        (await reporting.GetAsync(Province, $"{Board}&district=wuhan&status=done"))["tasks"]!.AsArray().Select(t => t!.Word("name")).ShouldBe(["market-network"]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task Who_reports_a_task_as_done_does_not_confirm_it_and_a_years_roadmap_is_filed()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2022-06-01T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var named = (await NameAsync(reporting, Province, "2022-12-31")).Body;
        var duty = $"/task-duties/{named.Id()}";
        var completed = await reporting.DoneAsync(Province, $"{duty}/complete", new { text = "全部建成。", completedOn = "2022-06-01" }, named.Version());

        (await reporting.RefusedAsync(Province, $"{duty}/confirm", new { }, completed.Version())).Clause.ShouldBe("P-5");
        var returned = await reporting.DoneAsync(Province2, $"{duty}/return", new { reason = "材料不全。" }, completed.Version());
        (returned["duty"]!.Word("status"), returned["duty"]!["completedOn"], returned["duty"]!["percent"]).ShouldBe(("under-way", null, null));
        var answer = returned["entries"]!.AsArray().Single(e => e!.Word("what") == "returned")!;
        (await reporting.UploadAsync(Province2, $"{duty}/entries/{answer.Id()}/attachments")).Status.ShouldBe(HttpStatusCode.NotFound, "the city's answer proves nothing");

        (await reporting.UploadAsync(Province, $"/roadmaps?programme={Hubei.Programme}&year=2022&title=2022%E5%B9%B4%E8%B7%AF%E7%BA%BF%E5%9B%BE")).Status.ShouldBe(HttpStatusCode.Created);
        (await reporting.UploadAsync(Province, $"/roadmaps?programme={Hubei.Programme}&year=2026&title=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var board = await reporting.GetAsync(Province, Board);
        board["roadmaps"]!.AsArray().ShouldHaveSingleItem()!.Word("title").ShouldBe("2022年路线图");
        board["yearsWithoutRoadmap"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([2021]);
    }

    [Fact]
    public async Task A_unit_gives_itself_no_longer_after_the_day_and_nobody_moves_a_timetable_that_is_reported_as_done()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2022-06-01T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var named = (await NameAsync(reporting, Wuhan, "2022-06-30")).Body;
        await reporting.MoveToAsync("2022-07-01T09:00:00+08:00");

        (await NameAsync(reporting, Wuhan, "2022-12-31", named.Version())).Body.Word("code").ShouldBe("deadline-passed");
        var longer = (await NameAsync(reporting, Province, "2022-07-31", named.Version())).Body;
        var completed = await reporting.DoneAsync(Wuhan, $"/task-duties/{named.Id()}/complete", new { text = "全部建成。", completedOn = "2022-07-01" }, longer.Version());
        (await NameAsync(reporting, Province, "2022-12-31", completed.Version())).Body.Word("code").ShouldBe("completion-reported");
    }

    [Fact]
    public async Task A_file_too_many_is_refused_and_not_kept()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2022-06-01T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var named = (await NameAsync(reporting, Wuhan, "2022-06-30")).Body;
        var begun = await reporting.DoneAsync(Wuhan, $"/task-duties/{named.Id()}/progress", new { text = "已建。", percent = 40, day = "2022-06-01" }, named.Version());
        var files = $"/task-duties/{named.Id()}/entries/{begun["entries"]!.AsArray()[^1]!.Id()}/attachments";

        var answers = new List<HttpStatusCode>();
        for (var file = 0; file < 21; file++)
        {
            answers.Add((await reporting.UploadAsync(Wuhan, files)).Status);
        }

        answers.ShouldBe([.. Enumerable.Repeat(HttpStatusCode.Created, 20), HttpStatusCode.BadRequest]);
        (await reporting.Host.InScopeAsync((ReportingDb db) => db.Set<Attachment>().CountAsync())).ShouldBe(20);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> NameAsync(ReportingHost reporting, TestUser user, string until, long version = 0)
    {
        var body = JsonSerializer.Serialize(new { programme = Hubei.Programme, task = "market-network", unit = Unit, year = 0, person = "王明", post = "副市长", from = "2022-01-01", until });
        using var answer = await reporting.PutAsync(user, "/task-duties", body, version);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
