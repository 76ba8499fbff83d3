using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Changes;

/// <summary>Major changes from the report to their end (ZS-21).</summary>
public sealed class ChangeTests(RunningRegistry registry)
{
    private static readonly string[] Clauses = ["ZS-09", "ZS-10", "ZS-11", "ZS-12"];

    private static DateOnly Today => Journey.Today;

    [Theory, ClassData(typeof(Providers))]
    public async Task A_change_that_leaves_the_conditions_met_changes_nothing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var change = (await ReportAsync(body, id)).Accepted();
        change.Json["dueOn"].Day().ShouldBe(Today.AddMonths(3));
        (await body.Operator.GetAsync($"/changes/{change.Id}")).Accepted();

        (await ExamineAsync(body, change)).Refused(HttpStatusCode.Conflict, "receipt-missing", "ZS-21");
        var received = await ReceiveAsync(body, change);
        received.Json["late"]!.GetValue<bool>().ShouldBeFalse();
        var kept = (await ExamineAsync(body, received)).Accepted();

        kept.Json["status"]!.GetValue<string>().ShouldBe("kept");
        kept.Json["sanctionId"].ShouldBeNull();
        (await body.City.GetAsync($"/institutions/{id}")).Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
        (await ExamineAsync(body, kept)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-21");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Recognition_is_lost_from_1_January_or_its_own_day_once_another_person_confirms(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        await Standing.RecognisedAsync(host, id, Today);
        var received = await ReceiveAsync(body, (await ReportAsync(body, id)).Accepted());
        var before = TimeProvider.System.GetUtcNow();

        var examined = (await ExamineAsync(body, received, notMet: "ZS-11")).Accepted();
        examined.Json["status"]!.GetValue<string>().ShouldBe("not-conforming");
        var sanction = (await body.City.GetAsync($"/sanctions/{examined.Json["sanctionId"]}")).Accepted();
        (await body.City.PostAsync($"/sanctions/{sanction.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Today }, sanction.ETag))
            .Refused(HttpStatusCode.Forbidden, "proposer-decides", "P-5");
        (await body.City.GetAsync($"/institutions/{id}")).Json["standing"]!.GetValue<string>().ShouldBe("recognised");

        var confirmed = (await Person.City(host, name: "confirmer").PostAsync(
            $"/sanctions/{sanction.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Today }, sanction.ETag)).Accepted();

        confirmed.Json["bans"]!.AsArray().ShouldBeEmpty("ZS-21 bans nobody");
        var path = $"/institutions/{id}/standing?on={Today:yyyy-MM-dd}";
        (await body.City.GetAsync(path)).Json["standing"]!.GetValue<string>().ShouldBe("cancelled");
        (await body.City.GetAsync($"{path}&knownAt={before:yyyy-MM-ddTHH:mm:ss}Z")).Json["standing"]?.GetValue<string>().ShouldNotBe("cancelled");
        (await ReportAsync(body, id)).Refused(HttpStatusCode.Conflict, "institution-ended", "ZS-21");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_absorbed_body_of_a_merger_is_gone_and_the_other_carries_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (survivor, survivorId) = await EnteredAsync(host);
        var (absorbed, absorbedId) = await EnteredAsync(host);
        var change = (await ReportAsync(survivor, survivorId, absorbs: absorbedId)).Accepted();
        var received = await ReceiveAsync(survivor, change);

        (await ExamineAsync(survivor, received)).Refused(HttpStatusCode.BadRequest);
        (await ExamineAsync(survivor, received, document: Journey.NewNumber(), decidedOn: Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-21");
        (await ExamineAsync(survivor, received, document: Journey.NewNumber(), decidedOn: Today.AddDays(-1))).Refused(HttpStatusCode.Conflict, "decided-before-change", "ZS-21");
        (await ExamineAsync(survivor, received, document: Journey.NewNumber(), decidedOn: Today)).Accepted();

        (await survivor.City.GetAsync($"/institutions/{absorbedId}")).Json["standing"]!.GetValue<string>().ShouldBe("merged");
        var carrier = (await survivor.City.GetAsync($"/institutions/{survivorId}")).Json;
        carrier["standing"]!.GetValue<string>().ShouldBe("under-construction");
        carrier["absorbed"]!.AsArray().Select(a => a!.GetValue<Guid>()).ShouldBe([absorbedId]);
        carrier["version"]!.GetValue<long>().ShouldBe(2);

        (await ReportAsync(survivor, survivorId, absorbs: absorbedId)).Refused(HttpStatusCode.Conflict, "institution-ended", "ZS-21");
        (await ReportAsync(absorbed, absorbedId)).Refused(HttpStatusCode.Conflict, "institution-ended", "ZS-21");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_bodies_that_report_to_absorb_each_other_do_not_both_vanish(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (one, oneId) = await EnteredAsync(host);
        var (other, otherId) = await EnteredAsync(host);
        var first = await ReceiveAsync(one, (await ReportAsync(one, oneId, absorbs: otherId)).Accepted());
        var second = await ReceiveAsync(other, (await ReportAsync(other, otherId, absorbs: oneId)).Accepted());

        (await ExamineAsync(one, first, document: Journey.NewNumber(), decidedOn: Today)).Accepted();
        (await ExamineAsync(other, second, document: Journey.NewNumber(), decidedOn: Today)).Refused(HttpStatusCode.Conflict, "institution-ended", "ZS-21");
        (await one.City.GetAsync($"/institutions/{oneId}")).Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_cannot_be_reported_is_refused(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var (stranger, _) = await EnteredAsync(host);

        (await ReportAsync(body, id, changedOn: Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "change-in-future", "ZS-21");
        (await ReportAsync(body, id, changedOn: Today.AddDays(-1))).Refused(HttpStatusCode.Conflict, "change-before-entry", "ZS-21");
        (await ReportAsync(body, id, absorbs: id)).Refused(HttpStatusCode.Conflict, "merges-with-itself", "ZS-21");
        (await ReportAsync(body, id, absorbs: Guid.CreateVersion7())).Refused(HttpStatusCode.NotFound);
        (await ReportAsync(body, id, absorbs: id, kinds: ["split"])).Refused(HttpStatusCode.BadRequest);
        (await ReportAsync(body, id, kinds: [])).Refused(HttpStatusCode.BadRequest);
        (await ReportAsync(body, id, kinds: ["no-such-kind"])).Refused(HttpStatusCode.BadRequest);
        (await ReportAsync(body, id, description: " ")).Refused(HttpStatusCode.BadRequest);
        (await ReportAsync(stranger, id)).Refused(HttpStatusCode.NotFound);
        (await body.City.PostAsync($"/institutions/{id}/changes", new { })).Refused(HttpStatusCode.Forbidden);
        (await body.City.GetAsync($"/changes?institution={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Each_desk_dates_its_receipt_once_and_not_before_the_change_or_in_the_future(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var change = (await ReportAsync(body, id)).Accepted();
        var path = $"/changes/{change.Id}/receive";

        (await body.District.PostAsync(path, new { receivedOn = Today.AddDays(1) })).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-21");
        (await body.City.PostAsync(path, new { receivedOn = Today.AddDays(-1) })).Refused(HttpStatusCode.Conflict, "received-before-change", "ZS-21");
        (await body.Operator.PostAsync(path, new { receivedOn = Today })).Refused(HttpStatusCode.Forbidden);
        (await Person.District(host, "putuo").PostAsync(path, new { receivedOn = Today })).Refused(HttpStatusCode.NotFound);
        (await Person.City(host, "ezhou").PostAsync(path, new { receivedOn = Today })).Refused(HttpStatusCode.NotFound);

        var county = (await body.District.PostAsync(path, new { receivedOn = Today })).Accepted();
        (county.Json["countyReceivedOn"].Day(), county.Json["cityReceivedOn"]).ShouldBe((Today, null));
        (await body.District.PostAsync(path, new { receivedOn = Today })).Refused(HttpStatusCode.Conflict, "received-already", "ZS-21");
        (await ExamineAsync(body, county)).Refused(HttpStatusCode.Conflict, "receipt-missing", "ZS-21");
        var both = (await body.City.PostAsync(path, new { receivedOn = Today })).Accepted();

        (await ExamineAsync(body, county)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await ExamineAsync(body, both, clauses: ["ZS-09"])).Refused(HttpStatusCode.BadRequest)["inputs"]!["clauses"]!.AsArray().Count.ShouldBe(4);
        (await ExamineAsync(body, both, notMet: "ZS-12", conforms: true)).Refused(HttpStatusCode.Conflict, "findings-contradict", "ZS-21");
        (await ExamineAsync(body, both, reason: " ")).Refused(HttpStatusCode.BadRequest);
        (await body.District.PostAsync($"/changes/{change.Id}/examine", new { }, both.ETag)).Refused(HttpStatusCode.Forbidden);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_under_construction_has_no_recognition_to_lose(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var received = await ReceiveAsync(body, (await ReportAsync(body, id)).Accepted());

        (await ExamineAsync(body, received, notMet: "ZS-09")).Accepted().Json["sanctionId"].ShouldBeNull();

        (await body.City.GetAsync($"/sanctions?institution={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_report_of_a_body_that_is_gone_meanwhile_is_closed_without_a_case(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var (survivor, survivorId) = await EnteredAsync(host);
        var waiting = await ReceiveAsync(body, (await ReportAsync(body, id, kinds: ["business"])).Accepted());
        var merger = await ReceiveAsync(survivor, (await ReportAsync(survivor, survivorId, absorbs: id)).Accepted());
        (await ExamineAsync(survivor, merger, document: Journey.NewNumber(), decidedOn: Today)).Accepted();

        var examined = (await ExamineAsync(body, waiting, notMet: "ZS-10")).Accepted();

        (examined.Json["status"]!.GetValue<string>(), examined.Json["sanctionId"]).ShouldBe(("not-conforming", null));
        (await body.City.GetAsync($"/institutions/{id}")).Json["standing"]!.GetValue<string>().ShouldBe("merged");
    }

    private static async Task<(Journey Body, Guid Id)> EnteredAsync(Testing.Hosting.ServiceHost host)
    {
        var body = new Journey(host);
        return (body, (await body.EnteredAsync()).Id);
    }

    private static Task<Reply> ReportAsync(
        Journey body, Guid id, DateOnly? changedOn = null, Guid? absorbs = null, string[]? kinds = null, string description = "与另一中心合并运行") =>
        body.Operator.PostAsync($"/institutions/{id}/changes", new { kinds = kinds ?? ["merger"], changedOn = changedOn ?? Today, description, absorbs });

    private static async Task<Reply> ReceiveAsync(Journey body, Reply change)
    {
        (await body.District.PostAsync($"/changes/{change.Id}/receive", new { receivedOn = Today })).Accepted();
        return (await body.City.PostAsync($"/changes/{change.Id}/receive", new { receivedOn = Today })).Accepted();
    }

    private static Task<Reply> ExamineAsync(
        Journey body,
        Reply change,
        string? notMet = null,
        bool? conforms = null,
        string[]? clauses = null,
        string reason = "经现场核查",
        string? document = null,
        DateOnly? decidedOn = null) =>
        body.City.PostAsync(
            $"/changes/{change.Id}/examine",
            new
            {
                conforms = conforms ?? notMet is null,
                findings = (clauses ?? Clauses).Select(clause => new { clause, met = clause != notMet }),
                reason,
                documentNumber = document,
                decidedOn,
            },
            change.ETag);
}
