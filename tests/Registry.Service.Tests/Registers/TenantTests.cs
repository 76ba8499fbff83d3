using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>The life of a tenant of an enclave, with its fees, by Shangdang's rules (SD-03, SD-04, SD-05, SD-18).</summary>
public sealed class TenantTests(RunningRegistry registry)
{
    private static readonly string[] Seats = ["xiongshan", "mayor", "executive-deputy", "zone", "development-reform", "industry", "energy", "investment"];

    [Theory, ClassData(typeof(Providers))]
    public async Task A_tenant_applies_is_screened_approved_by_the_group_signs_moves_in_and_leaves(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (company, tenant) = await ApplyAsync(bureau);
        var operating = bureau.District();

        (await Bureau.StepAsync(bureau.City, tenant, "approve", new { })).Refused(HttpStatusCode.Conflict, "wrong-state", "SD-03");
        (await Bureau.StepAsync(bureau.City, tenant, "screen", new { answers = new { finding = "符合" } })).Refused(HttpStatusCode.Forbidden, "forbidden", "SD-04");
        (await Bureau.StepAsync(bureau.District("huarong"), tenant, "screen", new { answers = new { finding = "符合" } })).Refused(HttpStatusCode.NotFound);
        (await Bureau.StepAsync(operating, tenant, "screen", new { })).Refused(HttpStatusCode.BadRequest, "answers-refused", "SD-04");
        (await Bureau.StepAsync(operating, tenant, "screen", new { answers = new { finding = "人才项目，符合入驻条件" } })).State().ShouldBe("screened");

        (await Bureau.StepAsync(bureau.City, tenant, "approve", new { })).Refused(HttpStatusCode.BadRequest, "bad-input", "resolutionId");
        var resolution = await ResolveAsync(bureau, tenant, "approve");
        (await Bureau.StepAsync(bureau.City, tenant, "approve", new { resolutionId = resolution })).State().ShouldBe("approved");

        object agreement = new { agreementNumber = "入驻〔2026〕1号", signedOn = Bureau.Today };
        (await Bureau.StepAsync(operating, tenant, "sign", new { answers = agreement })).Refused(HttpStatusCode.BadRequest, "answers-refused").ShouldNotBeNull();
        (await Bureau.AttachAsync(operating, tenant, "agreement")).Accepted();
        var signed = await Bureau.StepAsync(operating, tenant, "sign", new { answers = agreement });
        signed.State().ShouldBe("agreed");
        signed.Flags().ShouldBe(["SD-18 landing-terms-agreed"]);
        (await Bureau.StepAsync(operating, tenant, "move-in", new { answers = new { enteredOn = Bureau.Today.AddDays(-1), room = "1203" } })).Refused(HttpStatusCode.Conflict, "dated-before-last", "SD-05");
        (await Bureau.StepAsync(operating, tenant, "move-in", new { answers = new { enteredOn = Bureau.Today, room = "1203" } })).State().ShouldBe("occupying");

        (await Bureau.SaveAsync(company, tenant, Application(Papers.NewOrganisation()))).Refused(HttpStatusCode.Conflict, "entry-moved-on", "SD-05");
        var left = await Bureau.StepAsync(operating, tenant, "leave", new { answers = new { leftOn = Bureau.Today, reason = "合同期满" } });
        left.State().ShouldBe("left");
        left.Flags().ShouldBe(["SD-18 landing-terms-agreed"]);
        left.Json["endedOn"]!.Day().ShouldBe(Bureau.Today);
        left.Json["timeline"]!.AsArray().Select(line => line!["toState"]!.GetValue<string>()).ShouldBe(["applied", "screened", "approved", "agreed", "occupying", "left"]);
        (await Bureau.StepAsync(operating, tenant, "leave", new { answers = new { leftOn = Bureau.Today, reason = "再次" } })).Refused(HttpStatusCode.Conflict, "wrong-state");
        (await bureau.ListAsync(bureau.City, "tenants", $"about={left.Json["aboutInstitutionId"]}&on={Bureau.Today:yyyy-MM-dd}")).Titles().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_entered_a_tenant_does_not_screen_it_and_a_resolution_serves_once(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var enclave = await bureau.FoundAsync(Papers.NewOrganisation());
        var entered = await bureau.FileAsync(bureau.District(), "tenants", Application(Papers.NewOrganisation()), enclave, "businessPlan");
        object screening = new { answers = new { finding = "符合" } };

        (await Bureau.StepAsync(bureau.District(), entered.Id, "screen", screening)).Refused(HttpStatusCode.Forbidden, "same-person", "SD-04");
        (await Bureau.StepAsync(bureau.District(name: "another"), entered.Id, "screen", screening)).State().ShouldBe("screened");

        var (_, other) = await ApplyAsync(bureau);
        (await Bureau.StepAsync(bureau.District(), other, "screen", screening)).Accepted();
        var resolution = await ResolveAsync(bureau, entered.Id, "approve");
        (await Bureau.StepAsync(bureau.City, other, "approve", new { resolutionId = resolution })).Refused(HttpStatusCode.Conflict, "other-subject");
        (await Bureau.StepAsync(bureau.City, entered.Id, "approve", new { resolutionId = resolution })).State().ShouldBe("approved");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Fees_are_in_arrears_from_the_day_after_they_were_due_and_an_exit_with_arrears_is_flagged(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var tenant = await OccupyAsync(bureau);
        var (operating, due) = (bureau.District(), Bureau.Today.AddDays(-1));
        await BillAsync(bureau, tenant, 1_234_567, due);
        await BillAsync(bureau, tenant, 100, Bureau.Today);
        var cancelled = await BillAsync(bureau, tenant, 999, due);
        (await Bureau.StepAsync(bureau.District(name: "another"), cancelled, "cancel", new { answers = new { reason = "重复计费" } })).Accepted();

        (await SeenAsync(due.AddDays(-1))).OpenFen("arrears").ShouldBe(0);
        (await SeenAsync(due)).OpenFen("arrears").ShouldBe(0);
        (await SeenAsync(due.AddDays(1))).OpenFen("arrears").ShouldBe(1_234_567);
        (await SeenAsync(due.AddDays(2))).OpenFen("arrears").ShouldBe(1_234_667);

        (await PayAsync(bureau, tenant, 1_234_566, due)).Accepted();
        (await SeenAsync(due)).OpenFen("arrears").ShouldBe(0);
        var seen = await SeenAsync(Bureau.Today);
        seen.OpenFen("arrears").ShouldBe(1);
        seen.Balance("arrears")["owedFen"]!.GetValue<long>().ShouldBe(1_234_567);
        seen.Balance("arrears")["clause"]!.GetValue<string>().ShouldBe("SD-04");

        var left = await Bureau.StepAsync(operating, tenant, "leave", new { answers = new { leftOn = Bureau.Today, reason = "提前退租" } });
        left.State().ShouldBe("left");
        left.Flags().ShouldContain("SD-04 arrears-cleared");
        left.Json["flags"]!.AsArray().Single(flag => flag!["condition"]!.GetValue<string>() == "arrears-cleared")!["zh"]!.GetValue<string>().ShouldContain("0.01");
        (await PayAsync(bureau, tenant, 1, Bureau.Today)).Accepted();
        (await SeenAsync(Bureau.Today)).OpenFen("arrears").ShouldBe(0);

        async Task<Reply> SeenAsync(DateOnly on) => await operating.GetAsync($"/entries/{tenant}?on={on:yyyy-MM-dd}");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_tenant_is_evaluated_by_an_indicator_system_that_was_issued_and_in_force_on_the_day(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var tenant = await OccupyAsync(bureau);
        var (system, coming) = (await DraftedAsync(Bureau.Today), await DraftedAsync(Bureau.Today.AddDays(1)));
        (await Bureau.AttachAsync(bureau.District(), tenant, "report")).Accepted();

        // Nobody but the office sees one that was not issued.
        (await EvaluateAsync(system)).Refused(HttpStatusCode.BadRequest, "answers-refused", "SD-12");
        (await InForceAsync()).ShouldNotContain(system);
        foreach (var document in new[] { system, coming })
        {
            (await Bureau.StepAsync(bureau.City2, document, "issue", new { documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today })).State().ShouldBe("in-force");
        }

        var early = (await EvaluateAsync(coming)).Refused(HttpStatusCode.Conflict, "indicator-system-not-in-force", "SD-12");
        early["inputs"]!["inForceFrom"]!.Day().ShouldBe(Bureau.Today.AddDays(1));
        (await EvaluateAsync(system)).State().ShouldBe("occupying");
        // Reporting opens an evaluation of the enclaves by what is in force, and by nothing that is to come.
        (await InForceAsync()).ShouldContain(system);
        (await InForceAsync()).ShouldNotContain(coming);
        (await bureau.City.GetAsync(Asked())).Refused(HttpStatusCode.Forbidden);

        string Asked() => $"/evaluation-documents?programme={bureau.Programme}&evaluation=yearly-evaluation&on={Bureau.Today:yyyy-MM-dd}";

        async Task<List<Guid>> InForceAsync() =>
            [.. (await Person.Of(bureau.Host, new TestUser("reporting-service", ["service"])).GetAsync(Asked())).Accepted().Json["items"]!.AsArray().Select(d => d!["entryId"]!.GetValue<Guid>())];

        async Task<Guid> DraftedAsync(DateOnly from)
        {
            object document = new { title = "指标体系", kind = "indicator-system", version = Bureau.Unique("v"), from };
            return (await bureau.FileAsync(bureau.City, "documents", document, null, "paper")).Accepted().Id;
        }

        Task<Reply> EvaluateAsync(Guid by) => Bureau.StepAsync(
            bureau.District(), tenant, "evaluate", new { answers = new { year = 2026, indicatorSystem = by, evaluatedOn = Bureau.Today, grade = "pass" } });
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider) => await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "shangdang-enclaves", "2023-07-17");

    private static object Application(string code) => new
    {
        name = Bureau.Unique("入驻企业"),
        code,
        kind = "start-up",
        technologyField = "materials",
        business = "特种陶瓷研发",
        floorArea = 200,
        from = Bureau.Today,
    };

    /// <summary>A company applies to an enclave that another organisation runs.</summary>
    private static async Task<(Person Company, Guid Tenant)> ApplyAsync(Bureau bureau)
    {
        var (enclave, code) = (await bureau.FoundAsync(Papers.NewOrganisation()), Papers.NewOrganisation());
        var company = bureau.Operator(code, district: "elsewhere");
        return (company, (await bureau.FileAsync(company, "tenants", Application(code), enclave, "businessPlan")).Accepted().Id);
    }

    private static async Task<Guid> OccupyAsync(Bureau bureau)
    {
        var (_, tenant) = await ApplyAsync(bureau);
        (await Bureau.StepAsync(bureau.District(), tenant, "screen", new { answers = new { finding = "符合" } })).Accepted();
        (await Bureau.StepAsync(bureau.City, tenant, "approve", new { resolutionId = await ResolveAsync(bureau, tenant, "approve") })).Accepted();
        (await Bureau.AttachAsync(bureau.District(), tenant, "agreement")).Accepted();
        object agreement = new { agreementNumber = Bureau.Unique("入驻"), signedOn = Bureau.Today, landingMeans = new[] { "contract" } };
        (await Bureau.StepAsync(bureau.District(), tenant, "sign", new { answers = agreement, decidedOn = Bureau.Today.AddDays(-1) })).Refused(HttpStatusCode.Conflict, "days-differ", "SD-18");
        (await Bureau.StepAsync(bureau.District(), tenant, "sign", new { answers = agreement })).Accepted();
        (await Bureau.StepAsync(bureau.District(), tenant, "move-in", new { answers = new { enteredOn = Bureau.Today, room = "1203" } })).Accepted();
        return tenant;
    }

    private static async Task<Guid> BillAsync(Bureau bureau, Guid tenant, long amountFen, DateOnly dueOn) =>
        (await bureau.FileAsync(
            bureau.District(), "property-fees", new { billNumber = Bureau.Unique("账单"), spanFrom = dueOn.AddDays(-30), spanUntil = dueOn, amountFen, dueOn }, tenant)).Accepted().Id;

    private static Task<Reply> PayAsync(Bureau bureau, Guid tenant, long amountFen, DateOnly paidOn) =>
        bureau.FileAsync(bureau.District(), "fee-receipts", new { receiptNumber = Bureau.Unique("收据"), amountFen, paidOn }, tenant, "receipt");

    /// <summary>The leading group resolves on a step of an entry: eight of its seats, all in favour, confirmed by the leader.</summary>
    private static async Task<Guid> ResolveAsync(Bureau bureau, Guid entry, string step)
    {
        await SeatAsync(bureau);
        var meeting = (await bureau.City.PostAsync(
            "/meetings", new { programme = bureau.Programme, documentNumber = Journey.NewNumber(), heldOn = Bureau.Today, present = Seats })).Accepted();
        var moved = (await bureau.City.PostAsync(
            $"/meetings/{meeting.Id}/motions",
            new { subject = new { kind = "entry", id = entry, step }, text = "入驻单位审核", votes = Seats.Select(seat => new { seat, vote = "for" }) },
            meeting.ETag)).Accepted();
        (await bureau.Leader.PostAsync($"/meetings/{meeting.Id}/confirm", new { }, moved.ETag)).Accepted();
        return moved.Json["motions"]!.AsArray().Single()!["id"]!.GetValue<Guid>();
    }

    private static async Task SeatAsync(Bureau bureau)
    {
        var held = (await bureau.ListAsync(bureau.City, "leading-group", "limit=50")).Accepted().Json["items"]!.AsArray();
        foreach (var seat in Seats.Except(held.Select(row => row!["columns"]!["seat"]!.GetValue<string>())))
        {
            var filed = await bureau.FileAsync(
                bureau.City, "leading-group", new { seat, post = "member", name = $"{seat}负责人", organisationName = $"{seat}单位", organisationCode = Papers.NewOrganisation(), heldFrom = Bureau.Today.AddDays(-400) });
            // Another test may have seated it at the same moment.
            if (filed.Status != HttpStatusCode.Conflict)
            {
                filed.Accepted();
            }
        }
    }
}
