using System.Net;
using System.Text.Json.Nodes;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

public sealed class ReportTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_report_is_written_handed_in_returned_handed_in_again_and_taken(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());

        report = await reporting.StepAsync(Own, report, "submit");
        report = await reporting.StepAsync(District, report, "return", new { reason = "请补充设备购置明细。" });
        report = await reporting.WrittenAsync(report, Half.Complete.Replace("六百万元", "六百万元,明细见附表", StringComparison.Ordinal));
        report = await reporting.StepAsync(Own, report, "submit");
        report = await reporting.StepAsync(City, report, "accept");

        var detail = await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}");
        detail["report"]!.Word("status").ShouldBe("accepted");
        detail["sections"]!.Word("money").ShouldBe("设备购置六百万元,明细见附表。");
        detail["indicators"]!["ownIncomeFen"]!.GetValue<long>().ShouldBe(50_000_001);
        detail["steps"]!.AsArray().Select(s => (s!.Word("what"), (string?)s!["reason"]))
            .ShouldBe([("submitted", null), ("returned", "请补充设备购置明细。"), ("submitted", null), ("accepted", null)]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":1.5}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":-1}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":1e2}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":"7"}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":true}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":100.50}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":-1}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":"NaN"}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":99999999999999999999}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"turnover":1}}""", null)]
    [InlineData("""{"sections":{},"indicators":[]}""", null)]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":NaN}}""", null)]
    [InlineData("""{"sections":{"gossip":"无"},"indicators":{}}""", "ZS-28")]
    [InlineData("""{"indicators":{}}""", null)]
    public async Task A_figure_that_is_none_and_what_is_not_asked_are_refused_already_in_the_draft(string content, string? clause)
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.OnlyReportAsync();

        using var answer = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", content, report.Version());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (clause is not null)
        {
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Word("clause").ShouldBe(clause);
        }

        (await reporting.OnlyReportAsync()).Version().ShouldBe(report.Version());
    }

    [Fact]
    public async Task An_unfinished_report_is_kept_but_not_handed_in_and_everything_that_it_lacks_is_told()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var draft = await reporting.WrittenAsync(await reporting.OnlyReportAsync(), """{"sections":{"progress":"中试线投产。"},"indicators":{"rdProjects":7}}""");

        var refused = await reporting.RefusedAsync(Own, $"/periodic-reports/{draft.Id()}/submit", new { }, draft.Version());

        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.BadRequest, "report-refused"));
        refused.Inputs["problems"]!.AsArray().Select(p => p!.Word("field"))
            .ShouldBe(["services", "money", "rdSpendFen", "ownIncomeFen", "companiesServed", "companiesIncubated", "patentsGranted", "researchers"]);
        (await reporting.OnlyReportAsync()).Word("status").ShouldBe("draft");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_persons_who_write_at_once_one_is_told_that_it_changed(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.OnlyReportAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", Half.Complete, report.Version())));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
    }

    [Fact]
    public async Task Whoever_writes_second_is_shown_what_the_other_wrote_and_who()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.OnlyReportAsync();
        var colleague = new TestUser("colleague", [Roles.Operator], "zhoushan", "dinghai", Organisation);
        using (await reporting.PutAsync(colleague, $"/periodic-reports/{report.Id()}", """{"sections":{"progress":"同事所写。"},"indicators":{"rdProjects":9}}""", report.Version()))
        {
        }

        using var answer = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", Half.Complete, report.Version());

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var latest = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["inputs"]!["latest"]!;
        (latest["sections"]!.Word("progress"), latest["indicators"]!["rdProjects"]!.GetValue<int>(), latest.Word("savedByName")).ShouldBe(("同事所写。", 9, "colleague"));
    }

    [Fact]
    public async Task A_return_names_what_to_mend_and_what_was_mended_is_seen()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        (await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/return", new { reason = "补正", fields = new[] { new { field = "gossip", reason = "无" } } }, report.Version()))
            .Clause.ShouldBe("fields");

        report = await reporting.StepAsync(City, report, "return", new { reason = "数据与附表不符。", fields = new[] { new { field = "rdProjects", reason = "附表为8项。" } } });
        report = await reporting.WrittenAsync(report, Half.Complete.Replace("\"rdProjects\": 7", "\"rdProjects\": 8", StringComparison.Ordinal));
        await reporting.StepAsync(Own, report, "submit");

        var returned = (await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}"))["steps"]!.AsArray().Single(s => s!.Word("what") == "returned")!;
        returned["fields"]!.AsArray().ShouldHaveSingleItem()!.Word("field").ShouldBe("rdProjects");
        var change = (await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}/difference"))["changes"]!.AsArray().ShouldHaveSingleItem()!;
        (change.Word("part"), change.Word("name"), change["before"]!.GetValue<int>(), change["after"]!.GetValue<int>()).ShouldBe(("figure", "rdProjects", 7, 8));
    }

    [Fact]
    public async Task A_report_of_a_year_whose_evaluation_is_published_is_not_changed_any_more()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-02T09:00:00+08:00");
        await reporting.RecognisedAsync("2026-05-01");
        await reporting.SweepAsync("periodic-reports");
        var report = await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        await reporting.PassJudgementAsync((await reporting.OpenAsync(2026))["evaluations"]![0]!, "good");

        var refused = await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/return", new { reason = "补正" }, report.Version());

        (refused.Status, refused.Code, refused.Clause).ShouldBe((HttpStatusCode.Conflict, "year-evaluated", "ZS-18"));
        (await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}"))["locked"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_year_is_not_published_while_a_report_of_it_is_given_back_and_a_return_is_taken_back_as_it_was_handed_in(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        await reporting.RecognisedAsync("2026-05-01");
        await reporting.SweepAsync("periodic-reports");
        var report = await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        report = await reporting.StepAsync(City, report, "return", new { reason = "补正" });
        await reporting.WrittenAsync(report, Half.Complete.Replace("中试线投产", "尚在改写", StringComparison.Ordinal));
        var evaluation = (await reporting.OpenAsync(2026))["evaluations"]![0]!;
        var graded = await reporting.DoneAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());
        var publication = new { documentNumber = Year.Document };

        (await reporting.RefusedAsync(City, $"/evaluations/{evaluation.Id()}/publish", publication, graded.Version())).Code.ShouldBe("report-returned");
        var read = await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}");
        read["sections"]!.Word("progress").ShouldBe("中试线投产。", "what is being mended is the body's own");
        (read["mayRecall"]!.GetValue<bool>(), (await reporting.GetAsync(District, $"/periodic-reports/{report.Id()}"))["mayRecall"]!.GetValue<bool>()).ShouldBe((true, false));
        (await reporting.RefusedAsync(District, $"/periodic-reports/{report.Id()}/recall", new { }, read["report"]!.Version())).Status
            .ShouldBe(HttpStatusCode.Forbidden, "the city returned it");
        await reporting.StepAsync(City, read["report"]!, "recall");
        (await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}"))["earlierDraft"]!["sections"]!.Word("progress").ShouldBe("尚在改写。", "nothing that was written is lost");
        (await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}"))["earlierDraft"].ShouldBeNull();
        (await reporting.GetAsync(District, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("kind")).ShouldContain("report-recalled");
        await reporting.DoneAsync(City, $"/evaluations/{evaluation.Id()}/publish", publication, graded.Version());

        var recalled = await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}");
        (recalled["report"]!.Word("status"), recalled["sections"]!.Word("progress"), recalled["locked"]!.GetValue<bool>()).ShouldBe(("submitted", "中试线投产。", true));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_a_report_was_judged_by_is_kept_when_its_body_takes_it_away_to_mend_it(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.OnlyReportAsync();
        var path = $"/periodic-reports/{report.Id()}";
        var first = await reporting.UploadAsync(Own, $"{path}/evidence?figure=rdSpendFen");
        report = await reporting.StepAsync(Own, await reporting.WrittenAsync(report), "submit");
        await reporting.StepAsync(City, report, "return", new { reason = "补正" });

        var second = await reporting.UploadAsync(Own, $"{path}/evidence?figure=rdProjects");
        using (var taken = await reporting.DeleteAsync(Own, $"{path}/evidence/{first.Body["file"]!.Id()}", 0))
        {
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await FiguresAsync(Own)).ShouldBe(["rdProjects"]);
        (await FiguresAsync(City)).ShouldBe(["rdSpendFen"], "the bureau reads what was handed in");
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.NotFound);
        await reporting.StepAsync(Own, (await reporting.GetAsync(Own, path))["report"]!, "submit");
        (await FiguresAsync(City)).ShouldBe(["rdProjects"]);
        reporting.Host.Logs.ShouldHaveNoError();

        async Task<List<string>> FiguresAsync(TestUser person) => [.. (await reporting.GetAsync(person, path))["evidence"]!.AsArray().Select(e => e!.Word("figure"))];

        async Task<HttpStatusCode> StatusAsync((HttpStatusCode Status, JsonNode Body) file)
        {
            using var client = reporting.Host.As(City);
            using var answer = await client.GetAsync(new Uri($"/api/reporting{path}/evidence/{file.Body["file"]!.Id()}", UriKind.Relative));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_file_that_a_recall_took_away_before_it_was_handed_in_stays_the_bodys_own()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var path = $"/periodic-reports/{(await reporting.OnlyReportAsync()).Id()}";
        await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        await StepAsync(District, "return", new { reason = "补正" });
        var file = (await reporting.UploadAsync(Own, $"{path}/evidence?figure=rdProjects")).Body["file"]!.Id();

        await StepAsync(District, "recall");
        await StepAsync(City, "return", new { reason = "补正" });
        await StepAsync(Own, "submit");

        (await StatusAsync(City)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(Own)).ShouldBe(HttpStatusCode.OK);

        async Task StepAsync(TestUser person, string step, object? body = null) =>
            await reporting.StepAsync(person, (await reporting.GetAsync(person, path))["report"]!, step, body);

        async Task<HttpStatusCode> StatusAsync(TestUser person)
        {
            using var client = reporting.Host.As(person);
            using var answer = await client.GetAsync(new Uri($"/api/reporting{path}/evidence/{file}", UriKind.Relative));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task What_was_attached_when_a_return_was_taken_back_comes_again_with_the_draft()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var path = $"/periodic-reports/{(await reporting.OnlyReportAsync()).Id()}";
        await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        await StepAsync(City, "return", new { reason = "补正" });
        var file = (await reporting.UploadAsync(Own, $"{path}/evidence?figure=rdProjects")).Body["file"]!.Id();
        await StepAsync(City, "recall");
        (await reporting.RefusedAsync(Own, $"{path}/evidence/{file}", new { })).Code.ShouldBe("wrong-status");

        await StepAsync(City, "return", new { reason = "补正" });
        var draft = (await reporting.GetAsync(Own, path))["earlierDraft"]!;
        draft["evidence"]!.AsArray().ShouldHaveSingleItem()!["file"]!.Id().ShouldBe(file);
        await reporting.DoneAsync(Own, $"{path}/evidence/{file}", new { });
        await reporting.DoneAsync(Own, $"{path}/evidence/{file}", new { });
        (await reporting.GetAsync(Own, path))["earlierDraft"].ShouldBeNull();
        await StepAsync(Own, "submit");

        (await reporting.GetAsync(City, path))["evidence"]!.AsArray().ShouldHaveSingleItem()!["file"]!.Id().ShouldBe(file);

        async Task StepAsync(TestUser person, string step, object? body = null) =>
            await reporting.StepAsync(person, (await reporting.GetAsync(person, path))["report"]!, step, body);
    }

    [Fact]
    public async Task The_city_gives_an_accepted_report_back_while_its_year_is_not_evaluated()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        report = await reporting.StepAsync(District, report, "accept");

        var byDistrict = await reporting.RefusedAsync(District, $"/periodic-reports/{report.Id()}/return", new { reason = "研发投入多填两位。" }, report.Version());
        var returned = await reporting.StepAsync(City, report, "return", new { reason = "研发投入多填两位。" });

        (byDistrict.Code, returned.Word("status")).ShouldBe(("wrong-status", "returned"));
        (await reporting.StepAsync(Own, await reporting.WrittenAsync(returned), "submit")).Word("status").ShouldBe("submitted");
    }

    [Fact]
    public async Task An_expert_reads_the_reports_of_the_bodies_that_it_judges_alone()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-02T09:00:00+08:00");
        await reporting.RecognisedAsync("2026-05-01");
        await reporting.SweepAsync("periodic-reports");
        await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        (await CountAsync(Evaluator)).ShouldBe(0);

        await reporting.OpenAsync(2026);

        (await CountAsync(Evaluator)).ShouldBe(1);
        (await CountAsync(Expert)).ShouldBe(0);
        (await reporting.GetAsync(Expert, $"/monitoring?programme={Programme}&year=2026&round=1"))["items"]!.AsArray().ShouldBeEmpty();

        async Task<int> CountAsync(TestUser expert) => (await reporting.GetAsync(expert, "/periodic-reports"))["items"]!.AsArray().Count;
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_figure_ties_to_its_evidence_and_a_table_fills_the_figures_or_tells_every_cell_at_fault(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.OnlyReportAsync();
        var path = $"/periodic-reports/{report.Id()}";
        async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(string to, string name, string content)
        {
            using var answer = await reporting.SendFileAsync(Own, to, name, System.Text.Encoding.UTF8.GetBytes(content));
            return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }

        var attached = await SendAsync($"{path}/evidence?figure=rdSpendFen", "专项审计.pdf", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        attached.Status.ShouldBe(HttpStatusCode.Created, attached.Body.ToJsonString());
        (await SendAsync($"{path}/evidence?figure=gossip", "a.pdf", "%PDF-1.7")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var file = $"{path}/evidence/{attached.Body["file"]!.Id()}";
        (await StatusAsync(City, file)).ShouldBe(HttpStatusCode.NotFound, "a draft is the body's own");

        var read = await SendAsync($"{path}/figure-table", "数据.csv", "数据项,数值\n研发投入,1200000.50\n在研项目数,7\n");
        read.Body["figures"]!.AsArray().Select(f => f!["value"]!.GetValue<long>()).ShouldBe([120_000_050, 7]);
        var wrong = await SendAsync($"{path}/figure-table", "数据.csv", "数据项,数值\n研发投入,=1+2\n在研项目数,-1\n授权发明专利数,三\n闲话,1\n研发人员数,41\n");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Body["inputs"]!["problems"]!.AsArray().Select(p => p!["line"]!.GetValue<int>()).ShouldBe([2, 3, 4, 5]);
        (await SendAsync($"{path}/figure-table", "数据.csv", "数据项\n研发投入\n")).Body.Word("code").ShouldBe("table-unreadable");
        (await reporting.OnlyReportAsync()).Version().ShouldBe(report.Version(), "a table saves nothing by itself");

        await reporting.StepAsync(Own, await reporting.WrittenAsync(report), "submit");
        (await StatusAsync(City, file)).ShouldBe(HttpStatusCode.OK);
        (await reporting.GetAsync(City, path))["evidence"]!.AsArray().ShouldHaveSingleItem()!.Word("figure").ShouldBe("rdSpendFen");
        (await SendAsync($"{path}/evidence?figure=rdSpendFen", "b.pdf", "%PDF-1.7")).Status.ShouldBe(HttpStatusCode.Conflict);
        reporting.Host.Logs.ShouldHaveNoError();

        async Task<HttpStatusCode> StatusAsync(TestUser person, string at)
        {
            using var client = reporting.Host.As(person);
            using var answer = await client.GetAsync(new Uri($"/api/reporting{at}", UriKind.Relative));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task What_was_handed_in_is_not_written_in_any_more_and_what_was_not_is_not_taken()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());
        var early = await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/accept", new { }, report.Version());
        var submitted = await reporting.StepAsync(Own, report, "submit");

        using var written = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", Half.Complete, submitted.Version());
        var unreasoned = await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/return", new { reason = " " }, submitted.Version());

        (early.Status, early.Code, early.Clause).ShouldBe((HttpStatusCode.Conflict, "wrong-status", "ZS-28"));
        written.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (unreasoned.Status, unreasoned.Clause).ShouldBe((HttpStatusCode.BadRequest, "reason"));
    }

    [Fact]
    public async Task Whoever_handed_a_report_in_does_not_take_it()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var both = new TestUser("both", [Roles.Operator, Roles.CityReviewer], "zhoushan", "dinghai", Organisation);
        var report = await reporting.StepAsync(both, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");

        (await reporting.RefusedAsync(both, $"/periodic-reports/{report.Id()}/accept", new { }, report.Version())).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_the_bodys_own_and_strangers_see_no_report()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());

        var seenByCity = await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}");
        seenByCity["indicators"]!.AsObject().ShouldBeEmpty();
        seenByCity["sections"]!.AsObject().ShouldBeEmpty();
        TestUser[] strangers =
        [
            new("other-bureau", [Roles.CityReviewer], "ezhou"),
            new("other-district", [Roles.DistrictReviewer], "zhoushan", "putuo"),
            new("other-body", [Roles.Operator], "zhoushan", "dinghai", LeadBody),
        ];
        foreach (var stranger in strangers)
        {
            using var client = reporting.Host.As(stranger);
            using var answer = await client.GetAsync(new Uri($"/api/reporting/periodic-reports/{report.Id()}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger.Name);
        }
    }

    private static async Task<ReportingHost> StartedAsync(DatabaseProvider provider)
    {
        var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        await reporting.SweepAsync("periodic-reports");
        return reporting;
    }
}
