using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reporting.Institutions;
using Reporting.Reviews;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Reviews;

public sealed class ReviewTests
{
    private static readonly object Good = new { grade = "good", justification = "依据年度报告与现场核查综合评定。" };

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_payment_makes_the_years_review_due(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var institution = Guid.CreateVersion7();
        await reporting.SendAsync(Institution(institution));
        await reporting.SendAsync(Paid(institution, Guid.CreateVersion7(), 75_000_000));
        await reporting.SendAsync(Paid(institution, Guid.CreateVersion7(), 1));

        var review = await reporting.ReviewAsync(75_000_001);

        review["status"]!.GetValue<string>().ShouldBe("due");
        review["fiscalYear"]!.GetValue<int>().ShouldBe(2026);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Events_shuffled_and_tripled_leave_the_same_review(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var (institution, kept, returned) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var i = 0; i < 3; i++)
        {
            await reporting.SendAsync(Reversed(institution, returned, 500));
            await reporting.SendAsync(Paid(institution, kept, 1_000));
            await reporting.SendAsync(Paid(institution, returned, 500));
            await reporting.SendAsync(Institution(institution, version: 2, name: "新名称"));
            await reporting.SendAsync(Institution(institution, version: 1, name: "旧名称"));
        }

        var review = await reporting.ReviewAsync(1_000);
        await Eventually.HoldsAsync(async () => (await reporting.QuietAsync())["quiet"]!.GetValue<bool>());

        review = await reporting.ReviewAsync(1_000);
        review["institutionName"]!.GetValue<string>().ShouldBe("新名称");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_expert_grades_and_another_person_publishes(DatabaseProvider provider)
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(provider, neighbours: registry.Address);
        var review = await DueAsync(reporting);
        var address = $"/reviews/{review["id"]}";

        // Whatever its token says: where it works is on the register of experts.
        registry.Experts.Add(new Reporting.Evaluations.EnrolledExpert(Expert.Subject!, "专家", Organisation, null));
        using var party = await reporting.PostAsync(Expert, $"{address}/grade", Good, Version(review));
        (party.StatusCode, (await party.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>()).ShouldBe((HttpStatusCode.Forbidden, "conflict-of-interest"));
        registry.Experts[0] = new Reporting.Evaluations.EnrolledExpert(Expert.Subject!, "专家", ThirdParty, null);
        using var graded = await reporting.PostAsync(Expert, $"{address}/grade", Good, Version(review));
        graded.StatusCode.ShouldBe(HttpStatusCode.OK, await graded.Content.ReadAsStringAsync());
        var version = Version((await graded.Content.ReadFromJsonAsync<JsonNode>())!);
        using var published = await reporting.PostAsync(City, $"{address}/publish", new { documentNumber = "舟科考〔2026〕3号" }, version);
        published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync());

        var detail = await reporting.GetAsync(City, address);
        detail["review"]!["publishedGrade"]!.GetValue<string>().ShouldBe("good");
        detail["review"]!["publishedOn"]!.GetValue<string>().ShouldBe("2026-03-02");
        detail["steps"]!.AsArray().Select(s => s!["what"]!.GetValue<string>()).ShouldBe(["graded", "published"]);
    }

    [Fact]
    public void Who_works_for_a_party_does_not_grade_its_money_and_a_correction_can_be_taken_back()
    {
        var pack = Scored.Loaded(PackFrom("2025-10-21").Content);
        var body = new Institution { Id = Guid.CreateVersion7(), Version = 1, Programme = Programme, Jurisdiction = "zhoushan", District = "dinghai", Name = "中试基地", Organisation = Organisation, Standing = "recognised", PartyCodes = [LeadBody] };
        var review = new Review { Id = Guid.CreateVersion7(), InstitutionId = body.Id, Institution = body, Programme = Programme, FiscalYear = 2026, PaidFen = 1, PublishedGrade = "good", Status = ReviewStatus.Published };

        What("good", LeadBody).ShouldBe("conflict-of-interest");
        What("pass", Organisation).ShouldBe("conflict-of-interest");
        What("good", null).ShouldBe("grade-already-published");
        What("pass", ThirdParty).ShouldBe(ReviewStep.Graded);
        review.Status = ReviewStatus.Graded;
        What("good", null).ShouldBe(ReviewStep.Withdrawn);
        ReviewStep.PublishedAuthor([Step(ReviewStep.Graded, "author", 1), Step(ReviewStep.Published, "city", 2), Step(ReviewStep.Graded, "corrector", 3), Step(ReviewStep.Withdrawn, "withdrawer", 4)])
            !.Subject.ShouldBe("author", "who takes a correction back has not graded");

        ReviewStep Step(string what, string by, int day) => ReviewStep.Of(review, what, "good", "依据", new Caller(by, by, new HashSet<string>(StringComparer.Ordinal), "zhoushan"), default(DateTime).AddDays(day));

        string What(string grade, string? employer)
        {
            var expert = new Caller("expert", "专家", new HashSet<string>(StringComparer.Ordinal) { Roles.Expert }, "zhoushan", Organisation: employer);
            return GradeReview.Decide(review, new(grade, "依据年度报告与现场核查综合评定。"), pack, expert, null, default).Accepted(out var step, out var refusal) ? step!.What : refusal!.Code;
        }
    }

    [Fact]
    public async Task A_list_says_which_filter_it_cannot_read_and_what_it_takes()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);
        using var city = reporting.Host.As(City);

        using var status = await city.GetAsync(new Uri("/api/reporting/reviews?status=finished", UriKind.Relative));
        using var year = await city.GetAsync(new Uri("/api/reporting/reviews?year=next", UriKind.Relative));

        status.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var about = JsonNode.Parse(await status.Content.ReadAsStringAsync())!;
        about["clause"]!.GetValue<string>().ShouldBe("status");
        about["inputs"]!["given"]!.GetValue<string>().ShouldBe("finished");
        about["en"]!.GetValue<string>().ShouldContain("published");
        JsonNode.Parse(await year.Content.ReadAsStringAsync())!["clause"]!.GetValue<string>().ShouldBe("year");
    }

    [Fact]
    public async Task A_value_that_must_be_given_and_is_sent_empty_is_named()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);
        using var city = reporting.Host.As(City);

        using var trend = await city.GetAsync(new Uri("/api/reporting/monitoring/trend?institution=", UriKind.Relative));

        trend.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await trend.Content.ReadAsStringAsync())!["clause"]!.GetValue<string>().ShouldBe("institution");
    }

    [Fact]
    public async Task A_body_sees_its_grade_once_it_is_published()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var review = await DueAsync(reporting);
        var address = $"/reviews/{review["id"]}";
        var own = new TestUser("own", [Roles.Operator], "zhoushan", "dinghai", Organisation);
        using var graded = await reporting.PostAsync(Expert, $"{address}/grade", Good, Version(review));

        var before = await reporting.GetAsync(own, address);
        (before["review"]!["grade"], before["steps"]!.AsArray().Count).ShouldBe((null, 0));
        (await reporting.GetAsync(own, "/reviews"))["items"]!.AsArray().ShouldHaveSingleItem()!["grade"].ShouldBeNull();

        using var published = await reporting.PostAsync(City, $"{address}/publish", new { documentNumber = "舟科考〔2026〕3号" }, Version(review) + 1);
        published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync());
        var after = await reporting.GetAsync(own, address);
        after["review"]!["grade"]!.GetValue<string>().ShouldBe("good");
        after["steps"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_document_number_longer_than_a_ledger_can_quote_is_refused()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var review = await DueAsync(reporting);
        using var graded = await reporting.PostAsync(Expert, $"/reviews/{review["id"]}/grade", Good, Version(review));

        using var published = await reporting.PostAsync(
            City, $"/reviews/{review["id"]}/publish", new { documentNumber = new string('文', 101) }, Version(review) + 1);

        published.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_graded_may_not_publish()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var review = await DueAsync(reporting);
        var both = new TestUser("both", [Roles.Expert, Roles.CityReviewer], "zhoushan");

        using var graded = await reporting.PostAsync(both, $"/reviews/{review["id"]}/grade", Good, Version(review));
        using var published = await reporting.PostAsync(
            both, $"/reviews/{review["id"]}/publish", new { documentNumber = "舟科考〔2026〕3号" }, Version(review) + 1);

        published.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await published.Content.ReadFromJsonAsync<JsonNode>())!["clause"]!.GetValue<string>().ShouldBe("ZS-06");
    }

    [Fact]
    public async Task Two_experts_at_once_do_not_overwrite_each_other()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var review = await DueAsync(reporting);
        var other = new TestUser("expert-2", [Roles.Expert], "zhoushan");
        var address = $"/reviews/{review["id"]}/grade";

        var answers = await Task.WhenAll(
            reporting.PostAsync(Expert, address, Good, Version(review)),
            reporting.PostAsync(other, address, new { grade = "fail", justification = "现场核查未见设备,经费未使用。" }, Version(review)));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
    }

    [Theory]
    [InlineData("""{"grade":"superb","justification":"依据年度报告与现场核查综合评定。"}""", "grade")]
    [InlineData("""{"grade":"good","justification":"好"}""", "justification")]
    [InlineData("""{"grade":"good","justification":"依据年度报告与现场核查综合评定。","score":91}""", "score")]
    public async Task A_wrong_grade_is_refused_naming_the_field(string body, string field)
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var review = await DueAsync(reporting);

        using var answer = await reporting.PostAsync(Expert, $"/reviews/{review["id"]}/grade", JsonNode.Parse(body)!, Version(review));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["clause"]!.GetValue<string>().ShouldBe(field);
        (await reporting.ReviewAsync(75_000_000))["status"]!.GetValue<string>().ShouldBe("due");
    }

    [Fact]
    public async Task Strangers_do_not_see_a_review()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);
        var review = await DueAsync(reporting);
        TestUser[] strangers =
        [
            new("other-bureau", [Roles.CityReviewer], "ezhou"),
            new("other-district", [Roles.DistrictReviewer], "zhoushan", "putuo"),
            new("other-body", [Roles.Operator], "zhoushan", "dinghai", "12330902MA28A4B10J"),
            new("no-bureau", [Roles.CityReviewer]),
        ];

        foreach (var stranger in strangers)
        {
            using var client = reporting.Host.As(stranger);
            using var answer = await client.GetAsync(new Uri($"/api/reporting/reviews/{review["id"]}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger.Name);
        }

        var own = new TestUser("own", [Roles.Operator], "zhoushan", "dinghai", Organisation);
        (await reporting.GetAsync(own, $"/reviews/{review["id"]}"))["review"]!["paidFen"]!.GetValue<long>().ShouldBe(75_000_000);
    }

    private static async Task<JsonNode> DueAsync(ReportingHost reporting)
    {
        var institution = Guid.CreateVersion7();
        await reporting.SendAsync(Institution(institution));
        await reporting.SendAsync(Paid(institution, Guid.CreateVersion7(), 75_000_000));
        return await reporting.ReviewAsync(75_000_000);
    }

    private static long Version(JsonNode review) => review["version"]!.GetValue<long>();
}
