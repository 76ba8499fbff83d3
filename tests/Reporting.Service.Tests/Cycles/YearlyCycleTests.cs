using System.Net;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Cycles.Offshore;

namespace Reporting.Tests.Cycles;

/// <summary>The yearly report of EO-09: opened by itself, in time to the last second of 31 January in Shanghai, extended by a decision of two persons.</summary>
public sealed class YearlyCycleTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_report_is_in_time_until_31_January_ends_in_Shanghai_and_late_from_then_on(DatabaseProvider provider)
    {
        var (filedInTheYear, filedAtItsStart, filedAfterIt) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var reporting = await Offshore.StartAsync(
            provider, "2026-01-01T00:00:00+08:00", (filedInTheYear, "2025-06-10"), (filedAtItsStart, "2025-01-01"), (filedAfterIt, "2026-01-01"));
        await reporting.SweepAsync("periodic-reports");
        (await reporting.GetAsync(City, "/periodic-reports"))["items"]!.AsArray().Count.ShouldBe(2, "nobody owes a report of a year that it was not filed in");
        var (first, second) = (await reporting.ReportAsync(filedInTheYear), await reporting.ReportAsync(filedAtItsStart));
        (first.Word("from"), first.Word("to"), first.Word("dueOn")).ShouldBe(("2025-06-10", "2025-12-31", "2026-01-31"));
        second.Word("from").ShouldBe("2025-01-01");

        await reporting.MoveToAsync("2026-01-31T23:59:30+08:00");
        var inTime = await reporting.HandedInAsync(first);
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldBeEmpty();
        await reporting.MoveToAsync("2026-02-01T00:00:00+08:00");
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldHaveSingleItem()!.Id().ShouldBe(second.Id());
        var late = await reporting.HandedInAsync(await reporting.ReportAsync(filedAtItsStart));

        (inTime["late"]!.GetValue<bool>(), inTime.Word("submittedOn")).ShouldBe((false, "2026-01-31"));
        (late["late"]!.GetValue<bool>(), late.Word("submittedOn")).ShouldBe((true, "2026-02-01"));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task One_bodys_deadline_is_extended_by_a_decision_of_two_persons(DatabaseProvider provider)
    {
        var (body, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var reporting = await Offshore.StartAsync(provider, "2026-01-20T09:00:00+08:00", (body, "2025-06-10"), (other, "2025-06-11"));
        await reporting.SweepAsync("periodic-reports");
        var path = $"/periodic-reports/{(await reporting.ReportAsync(body)).Id()}";
        var asked = new { until = "2026-02-15", documentNumber = "鄂州科函〔2026〕3号", decidedOn = "2026-01-20", reason = "负责人因公出国，审计报告未出。" };

        (await reporting.RefusedAsync(City, $"{path}/extensions", asked with { until = "2026-01-31" })).Clause.ShouldBe("until");
        (await reporting.RefusedAsync(City, $"{path}/extensions", asked with { decidedOn = "2026-01-21" })).Code.ShouldBe("date-in-future");
        (await reporting.RefusedAsync(Own, $"{path}/extensions", asked)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var proposed = await reporting.DoneAsync(City, $"{path}/extensions", asked);
        (await reporting.RefusedAsync(City2, $"{path}/extensions", asked)).Code.ShouldBe("extension-open");
        (await reporting.ReportAsync(body)).Word("dueOn").ShouldBe("2026-01-31", "what one person recorded moves no deadline (P-5)");
        (await reporting.RefusedAsync(City, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version())).Status.ShouldBe(HttpStatusCode.Forbidden);
        await reporting.DoneAsync(City2, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version());

        var detail = await reporting.GetAsync(Own, path);
        detail["report"]!.Word("dueOn").ShouldBe("2026-02-15");
        var shown = detail["extensions"]!.AsArray().ShouldHaveSingleItem()!;
        (shown.Word("from"), shown.Word("documentNumber"), shown.Word("status")).ShouldBe(("2026-01-31", "鄂州科函〔2026〕3号", "confirmed"));
        await reporting.MoveToAsync("2026-02-15T23:59:30+08:00");
        (await OverdueAsync()).ShouldBe([other]);
        await reporting.MoveToAsync("2026-02-16T00:00:00+08:00");
        (await OverdueAsync()).ShouldBe([body, other], ignoreOrder: true);

        async Task<List<Guid>> OverdueAsync() =>
            [.. (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().Select(r => r!["institutionId"]!.GetValue<Guid>())];
    }

    [Fact]
    public async Task A_deadline_that_was_extended_and_missed_again_is_told_and_reminded_of_again()
    {
        var body = Guid.CreateVersion7();
        await using var reporting = await Offshore.StartAsync(DatabaseProvider.Sqlite, "2026-02-02T09:00:00+08:00", (body, "2025-06-10"));
        await reporting.SweepAsync("periodic-reports");
        await reporting.SweepAsync("overdue-reports");
        await reporting.SweepAsync("report-reminders");
        var report = (await reporting.ReportAsync(body)).Id();
        var asked = new { until = "2026-02-10", documentNumber = "鄂州科函〔2026〕5号", decidedOn = "2026-02-02", reason = "审计报告未出。" };
        var proposed = await reporting.DoneAsync(City, $"/periodic-reports/{report}/extensions", asked);
        await reporting.DoneAsync(City2, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version());

        await reporting.MoveToAsync("2026-02-11T09:00:00+08:00");
        await reporting.SweepAsync("overdue-reports");
        await reporting.SweepAsync("report-reminders");
        await reporting.HandedInAsync(await reporting.ReportAsync(body));

        (await reporting.PublishedAsync("reporting.report-overdue"))
            .Select(told => (told.Word("dueOn"), told["extendedOn"]?.GetValue<string>(), told["handedInOn"]?.GetValue<string>()))
            .ShouldBe([("2026-01-31", null, null), ("2026-01-31", "2026-02-02", null), ("2026-02-10", null, null), ("2026-02-10", null, "2026-02-11")]);
        (await reporting.GetAsync(Own, "/notifications"))["items"]!.AsArray().Count(notice => notice!.Word("kind") == "report-overdue").ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Who_was_extended_or_forgotten_is_recorded_by_a_later_list_and_extended_until_it_is_confirmed(DatabaseProvider provider)
    {
        var (silent, extended) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var reporting = await Offshore.StartAsync(provider, "2026-02-02T09:00:00+08:00", (silent, "2025-06-10"), (extended, "2025-06-11"));
        await reporting.SweepAsync("periodic-reports");
        var (missing, later) = (await reporting.ReportAsync(silent), await reporting.ReportAsync(extended));
        static object List(string document, string report, string decidedOn = "2026-02-02", int year = 2025) =>
            new { programme = Offshore.Programme, year, round = 1, documentNumber = document, decidedOn, reports = new[] { report } };

        var first = await reporting.DoneAsync(City, "/missing-reports", List("鄂州科〔2026〕9号", missing.Id()));
        (await reporting.RefusedAsync(City2, "/missing-reports", List("鄂州科〔2026〕10号", missing.Id()))).Code.ShouldBe("miss-recorded");
        (await reporting.RefusedAsync(City2, "/missing-reports", List("鄂州科〔2026〕10号", missing.Id(), year: 2024))).Code.ShouldBe("not-missing", "nobody of another span is named");
        (await reporting.GetAsync(City2, "/missing-reports/lists?status=recorded"))["items"]!.AsArray().ShouldHaveSingleItem()!["count"]!.GetValue<int>().ShouldBe(1);
        (await reporting.GetAsync(City2, "/notifications"))["items"]!.AsArray().Count(n => n!.Word("kind") == "missing-recorded").ShouldBe(1);
        await reporting.DoneAsync(City2, $"/missing-reports/{first.Id()}/confirm", new { }, first.Version());
        var early = await reporting.DoneAsync(City, "/missing-reports", List("鄂州科〔2026〕11号", later.Id()));
        var proposed = await reporting.DoneAsync(
            City, $"/periodic-reports/{later.Id()}/extensions", new { until = "2026-02-10", documentNumber = "鄂州科函〔2026〕4号", decidedOn = "2026-02-02", reason = "补报" });
        await reporting.DoneAsync(City2, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version());
        (await reporting.RefusedAsync(City2, $"/missing-reports/{early.Id()}/confirm", new { }, early.Version())).Code.ShouldBe("not-missing");

        await reporting.MoveToAsync("2026-02-11T09:00:00+08:00");
        (await reporting.RefusedAsync(City2, $"/missing-reports/{early.Id()}/confirm", new { }, early.Version())).Code.ShouldBe("extended-since", "it names a day that was not the last one");
        using (var struck = await reporting.DeleteAsync(City, $"/missing-reports/{early.Id()}", early.Version()))
        {
            struck.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var second = await reporting.DoneAsync(City, "/missing-reports", List("鄂州科〔2026〕12号", later.Id(), "2026-02-11"));
        await reporting.DoneAsync(City2, $"/missing-reports/{second.Id()}/confirm", new { }, second.Version());

        var span = await reporting.GetAsync(new TestUser("ez-finance", [Roles.FinanceMaker], "ezhou"), $"/missing-reports?programme={Offshore.Programme}");
        (span["year"]!.GetValue<int>(), span["round"]!.GetValue<int>()).ShouldBe((2025, 1), "the last span that is due");
        span["lists"]!.AsArray().Select(list => list!.Word("documentNumber")).ShouldBe(["鄂州科〔2026〕12号", "鄂州科〔2026〕9号"]);
        (await reporting.PublishedAsync("reporting.report-missing-confirmed")).Select(told => told["institutionId"]!.GetValue<Guid>()).ShouldBe([silent, extended]);
        (await reporting.GetAsync(City, "/periodic-reports?missing=true&due=2026"))["items"]!.AsArray().Count.ShouldBe(2);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_miss_has_effect_only_once_two_persons_recorded_and_confirmed_it_and_goes_out_once(DatabaseProvider provider)
    {
        var (silent, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var reporting = await Offshore.StartAsync(provider, "2026-02-02T09:00:00+08:00", (silent, "2025-06-10"), (late, "2025-06-11"));
        await reporting.SweepAsync("periodic-reports");
        var (missing, comes) = (await reporting.ReportAsync(silent), await reporting.ReportAsync(late));
        const string span = $"/missing-reports?programme={Offshore.Programme}&year=2025&round=1";
        var listed = await reporting.GetAsync(City, span);
        listed["missing"]!.AsArray().Count.ShouldBe(2);
        (listed["consequence"]!.Word("measure"), listed["consequence"]!.Word("clause")).ShouldBe(("removal", "EO-12"));
        object List(string decidedOn, params string[] reports) =>
            new { programme = Offshore.Programme, year = 2025, round = 1, documentNumber = "鄂州科〔2026〕9号", decidedOn, reports };

        (await reporting.RefusedAsync(City, "/missing-reports", List("2026-01-31", missing.Id()))).Code.ShouldBe("decided-before-due");
        var list = await reporting.DoneAsync(City, "/missing-reports", List("2026-02-02", missing.Id(), comes.Id()));
        (await reporting.RefusedAsync(City, Confirm(list), new { }, list.Version())).Status.ShouldBe(HttpStatusCode.Forbidden);
        await reporting.HandedInAsync(comes);
        (await reporting.GetAsync(City, $"/periodic-reports?programme={Offshore.Programme}&late=true"))["items"]!.AsArray().ShouldHaveSingleItem()!.Id().ShouldBe(comes.Id());
        (await reporting.RefusedAsync(City2, Confirm(list), new { }, list.Version())).Code.ShouldBe("not-missing");
        (await reporting.PublishedAsync("reporting.report-missing-confirmed")).ShouldBeEmpty();
        using (var struck = await reporting.DeleteAsync(City, $"/missing-reports/{list.Id()}", list.Version()))
        {
            struck.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        list = await reporting.DoneAsync(City, "/missing-reports", List("2026-02-02", missing.Id()));
        var confirmed = await reporting.DoneAsync(City2, Confirm(list), new { }, list.Version());
        (await reporting.RefusedAsync(City2, Confirm(list), new { }, confirmed.Version())).Code.ShouldBe("confirmed-already");

        var told = (await reporting.PublishedAsync("reporting.report-missing-confirmed")).ShouldHaveSingleItem();
        (told["institutionId"]!.GetValue<Guid>(), told["year"]!.GetValue<int>(), told.Word("documentNumber"), told.Word("confirmedBy"))
            .ShouldBe((silent, 2025, "鄂州科〔2026〕9号", City2.Name));
        var extension = new { until = "2026-03-15", documentNumber = "鄂州科函〔2026〕4号", decidedOn = "2026-02-02", reason = "补报" };
        (await reporting.RefusedAsync(City, $"/periodic-reports/{missing.Id()}/extensions", extension)).Code.ShouldBe("miss-confirmed");
        reporting.Host.Logs.ShouldHaveNoError();

        static string Confirm(System.Text.Json.Nodes.JsonNode list) => $"/missing-reports/{list.Id()}/confirm";
    }
}
