using System.Net;
using System.Text.Json.Nodes;
using Policies.Evaluation;
using Policies.Loading;
using Registry.Applications;
using Registry.Tests.Hosting;
using Registry.Tests.Selections;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Conditions are met, not met, or a person answers; nothing is recommended before (ZS-01, ZS-09…12, ZS-14).</summary>
public sealed class ExaminationTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Nothing_is_recommended_before_a_person_has_answered_what_no_form_can_settle(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.SubmittedAsync();
        string[] waiting = ["organisation-and-rules", "funds-and-income", "innovation-resources", "public-requirements"];
        var seen = await body.SeenByAsync(body.District);

        Review.Conditions(seen).Where(c => c["verdict"]!.GetValue<string>() == "needs-person").Select(c => c["condition"]!.GetValue<string>()).ShouldBe(waiting);
        Review.Condition(seen, "six-functions")["holds"]!.GetValue<bool>().ShouldBeTrue();
        Review.Condition(seen, "funds-and-income")["sheet"]!["lines"]!.AsArray().Count.ShouldBeGreaterThan(1, "a person judges with the figures");
        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-unanswered", "ZS-10")["inputs"]!["conditions"]!.AsArray()
            .Select(c => c!.GetValue<string>()).ShouldBe(waiting);

        foreach (var condition in waiting[..3])
        {
            (await Review.AnswerAsync(body, body.District, condition)).Accepted();
        }

        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-unanswered", "ZS-12");
        var answered = (await Review.AnswerAsync(body, body.District, waiting[3])).Accepted();
        var answer = Review.Condition(answered, waiting[3])["answer"]!;
        answer["by"]!.GetValue<string>().ShouldBe("district-dinghai");
        answer["role"]!.GetValue<string>().ShouldBe("district-reviewer");
        answer["reason"]!.GetValue<string>().ShouldBe("已现场核实,材料属实");
        (await body.RecommendAsync()).Accepted();
        Review.Conditions(await body.SeenByAsync(body.City)).ShouldAllBe(c => c["holds"]!.GetValue<bool>());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_the_figures_decide_against_nobody_answers_away(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.SubmittedAsync(change: answers => answers["functions"]!.AsArray().RemoveAt(5));
        await Review.AnswerAllAsync(body);

        (await Review.AnswerAsync(body, body.District, "six-functions")).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-11");
        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-11");
        (await body.SeenByAsync(body.District)).Json["status"]!.GetValue<string>().ShouldBe("submitted");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_dishonest_act_stands_in_the_way_for_three_years_and_not_a_day_longer(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var (barred, free) = (
            await review.SubmittedAsync(change: answers => Dishonest(answers, Journey.Today.AddYears(-3))),
            await review.SubmittedAsync(change: answers => Dishonest(answers, Journey.Today.AddYears(-3).AddDays(-1))));
        await Review.AnswerAllAsync(barred);
        await Review.AnswerAllAsync(free);

        (await barred.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-12");
        (await free.RecommendAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Another_constellation_of_lead_bodies_needs_a_recorded_exception(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.SubmittedAsync(change: answers => answers["leadBodies"]![0]!["kind"] = "technology-company");
        foreach (var condition in (string[])["organisation-and-rules", "funds-and-income", "innovation-resources", "public-requirements"])
        {
            (await Review.AnswerAsync(body, body.District, condition)).Accepted();
        }

        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-unanswered", "ZS-09");
        (await Review.AnswerAsync(body, body.District, "lead-bodies-fit", met: false, "无特殊理由")).Accepted();
        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-09");
        (await Review.AnswerAsync(body, body.District, "lead-bodies-fit", met: true, "县政府会议纪要〔2026〕3号同意由企业牵头")).Accepted();
        (await body.RecommendAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_field_that_the_document_does_not_name_needs_a_finding_whatever_is_applied_for(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        (body.Answers["keyField"], body.Answers["otherField"]) = ("other", "海洋电子信息,属市现代海洋产业体系");
        await body.SubmittedAsync();

        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-unanswered", "ZS-01");
        (await Review.AnswerAsync(body, body.District, "other-field-found", reason: "属市现代海洋产业体系重点方向")).Accepted();
        (await body.RecommendAsync()).Accepted();
        (await Review.AnswerAsync(body, body.City, "other-field-found", met: false, "不属于我市重点产业领域")).Accepted();
        (await body.EnterAsync()).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-01");
        (await Review.AnswerAsync(body, body.City, "other-field-found", reason: "经局党组会议研究同意")).Accepted();
        (await body.EnterAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Who_answers_is_whose_turn_it_is_and_no_one_who_filed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var review = new Review(host);
        var draft = await review.DraftedAsync();
        Review.Conditions(await draft.SeenByAsync(draft.Operator)).ShouldBeEmpty();
        var body = await review.SubmittedAsync();
        var colleague = Person.Of(host, new TestUser("colleague", ["district-reviewer"], "zhoushan", "dinghai", body.Organisation));
        const string Condition = "funds-and-income";

        (await Review.AnswerAsync(body, review.Chair, Condition)).Refused(HttpStatusCode.Forbidden, "forbidden", "ZS-11");
        (await Review.AnswerAsync(body, colleague, Condition)).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-11");
        var elsewhere = Person.District(host, "putuo");
        (await elsewhere.PostAsync($"{body.Path}/examination/{Condition}", new { met = true, reason = "理由" }, "\"3\"")).Refused(HttpStatusCode.NotFound);
        (await Review.AnswerAsync(body, body.District, Condition, reason: " ")).Refused(HttpStatusCode.BadRequest, "bad-input", "reason");
        (await Review.AnswerAsync(body, body.District, "sympathetic")).Refused(HttpStatusCode.NotFound);
        (await body.District.PostAsync($"{body.Path}/examination/{Condition}", new { met = true, reason = "理由" })).Status.ShouldBe((HttpStatusCode)428);
        var etag = (await body.SeenByAsync(body.District)).ETag!;
        (await Review.AnswerAsync(body, body.District, Condition)).Accepted();
        (await body.District.PostAsync($"{body.Path}/examination/{Condition}", new { met = false, reason = "理由" }, etag)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await body.Operator.PostAsync($"{body.Path}/withdraw", new { reason = "项目调整" }, (await body.SeenByAsync(body.Operator)).ETag)).Accepted();
        (await Review.AnswerAsync(body, body.District, Condition)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-11");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_new_submission_is_answered_anew(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.SubmittedAsync();
        await Review.AnswerAllAsync(body);
        var returned = new { reasons = new[] { new { field = "influence", reason = "请补充行业排名" } } };
        (await body.District.PostAsync($"{body.Path}/return", returned, (await body.SeenByAsync(body.District)).ETag)).Accepted();
        body.Answers["influence"] = "细分行业前三";
        await body.SaveAsync();
        (await body.SubmitAsync()).Accepted();

        (await body.RecommendAsync()).Refused(HttpStatusCode.Conflict, "condition-unanswered", "ZS-10");
        await Review.AnswerAllAsync(body);
        (await body.RecommendAsync()).Accepted();
    }

    [Fact]
    public void Honesty_is_examined_again_on_the_day_of_the_decision_by_the_rules_of_that_day()
    {
        var answers = new JsonObject { ["purpose"] = "recognition" };
        Dishonest(answers, new DateOnly(2022, 1, 5));
        var application = new Application
        {
            Programme = Repository.Zhoushan.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Organisation = "91330902MA2A0000XJ",
            StartedOn = new DateOnly(2026, 1, 1),
            SubmittedOn = new DateOnly(2026, 1, 5),
            Answers = answers.ToJsonString(),
        };
        var stricter = PackLoader.Load(
            Repository.Zhoushan.Content.Replace("value: 3 years, clause: ZS-12", "value: 5 years, clause: ZS-12", StringComparison.Ordinal), "stricter.yaml");
        stricter.Accepted(out var ruling, out _).ShouldBeTrue();
        ruling!.Hash.ShouldNotBe(Repository.Zhoushan.Hash);

        Verdict On(ApplicationExamination examination) => examination.Conditions.Single(c => c.Finding.Condition == "no-recent-dishonesty").Finding.Verdict;

        On(ApplicationExamination.OfSubmission(application, [], Repository.Zhoushan)).ShouldBe(Verdict.Met);
        On(ApplicationExamination.OfDecision(application, [], Repository.Zhoushan, Repository.Zhoushan, new DateOnly(2026, 6, 1))).ShouldBe(Verdict.Met);
        On(ApplicationExamination.OfDecision(application, [], Repository.Zhoushan, ruling, new DateOnly(2026, 6, 1))).ShouldBe(Verdict.NotMet);
        var names = ApplicationExamination.OfDecision(application, [], Repository.Zhoushan, ruling, new DateOnly(2026, 6, 1)).Conditions.Select(c => c.Finding.Condition).ToList();
        names.ShouldBeUnique();
        names.Count.ShouldBe(ApplicationExamination.OfSubmission(application, [], Repository.Zhoushan).Conditions.Count);
    }

    private static void Dishonest(JsonObject answers, DateOnly actOn)
    {
        answers["dishonestActsExist"] = true;
        answers["dishonestActs"] = new JsonArray(new JsonObject
        {
            ["actOn"] = $"{actOn:yyyy-MM-dd}",
            ["foundOn"] = $"{actOn.AddMonths(6):yyyy-MM-dd}",
            ["authority"] = "舟山市生态环境局",
            ["what"] = "超标排放",
        });
    }
}
