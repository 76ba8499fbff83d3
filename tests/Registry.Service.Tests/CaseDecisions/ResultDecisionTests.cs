using System.Net;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.CaseDecisions;

/// <summary>A policy for one result (一果一策): a decision on it alone, recorded by one person and confirmed by another (HB-28).</summary>
public sealed class ResultDecisionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task One_result_is_decided_on_by_two_persons_and_its_owner_sees_it_once_confirmed(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "hubei-transfer-zone", "2021-10-19");
        var (code, number) = (Papers.NewOrganisation(), Journey.NewNumber());
        var owner = bureau.Operator(code);

        (await RecordAsync(kind: "body")).Refused(HttpStatusCode.Conflict, "no-case-decisions", "HB-28");
        (await RecordAsync(decidedOn: Bureau.Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "date-in-future", "HB-28");
        (await RecordAsync(validUntil: Bureau.Today.AddDays(-1))).Refused(HttpStatusCode.BadRequest);
        (await RecordAsync(by: owner)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var recorded = (await RecordAsync(validUntil: Bureau.Today)).Accepted();
        (recorded.Json["kind"]!.GetValue<string>(), recorded.Json["clause"]!.GetValue<string>(), recorded.Json["status"]!.GetValue<string>()).ShouldBe(("result", "HB-28", "recorded"));
        (await RecordAsync()).Refused(HttpStatusCode.Conflict, "case-recorded", "HB-28");
        (await RecordAsync(subjectName: "另一成果")).Accepted();

        (await owner.GetAsync($"/case-decisions/{recorded.Id}")).Refused(HttpStatusCode.NotFound);
        (await ConfirmAsync(bureau.City)).Refused(HttpStatusCode.Forbidden, "recorder-confirms", "HB-28");
        (await ConfirmAsync(bureau.City2)).Accepted();
        (await ConfirmAsync(bureau.City2)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await owner.GetAsync($"/case-decisions/{recorded.Id}")).Accepted().Json["terms"]!.GetValue<string>().ShouldBe("首批订购,给予中试补助");
        (await bureau.Operator(Papers.NewOrganisation()).GetAsync($"/case-decisions/{recorded.Id}")).Refused(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/case-decisions?programme={bureau.Programme}&kind=result")).Accepted().Json["items"]!.AsArray()
            .ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(recorded.Id);

        Task<Reply> RecordAsync(string kind = "result", string subjectName = "高功率激光器", DateOnly? decidedOn = null, DateOnly? validUntil = null, Person? by = null) =>
            (by ?? bureau.City).PostAsync("/case-decisions", new
            {
                programme = bureau.Programme,
                kind,
                subjectName,
                subjectCode = code,
                terms = "首批订购,给予中试补助",
                documentNumber = number,
                decidedOn = decidedOn ?? Bureau.Today,
                validUntil,
            });

        Task<Reply> ConfirmAsync(Person by) => by.PostAsync($"/case-decisions/{recorded.Id}/confirm", new { }, recorded.ETag);
    }

    [Fact]
    public async Task After_the_plans_last_day_no_further_result_is_decided_on()
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(DatabaseProvider.Sqlite), "hubei-transfer-zone", "2021-10-19", until: Bureau.Today.AddDays(-1));

        (await RecordAsync(Bureau.Today)).Refused(HttpStatusCode.Conflict, "policy-ended", "P-6");
        (await RecordAsync(Bureau.Today.AddDays(-1))).Accepted();

        Task<Reply> RecordAsync(DateOnly decidedOn) => bureau.City.PostAsync("/case-decisions", new
        {
            programme = bureau.Programme,
            kind = "result",
            subjectName = "红外芯片",
            subjectCode = Papers.NewOrganisation(),
            terms = "专项支持",
            documentNumber = Journey.NewNumber(),
            decidedOn,
        });
    }
}
