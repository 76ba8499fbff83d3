using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Refusals;
using Registry.Applications;
using Registry.Experts;
using Registry.Selections;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>Experts drawn by lot: repeatable by anyone, those with a stake left out.</summary>
public sealed class DrawingTests(RunningRegistry registry)
{
    private static readonly DateTime Now = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);
    private static readonly string Applicant = Papers.NewOrganisation();

    [Fact]
    public void The_same_seed_draws_the_same_experts_from_the_same_pool_and_another_seed_others()
    {
        var experts = Enumerable.Range(0, 30).Select(number => Expert(number)).ToList();

        var (first, again, other) = (Draw(experts, 5, "a1"), Draw([.. experts.AsEnumerable().Reverse()], 5, "a1"), Draw(experts, 5, "b2"));

        first.Drawn.ShouldBe(again.Drawn);
        first.Drawn.ShouldNotBe(other.Drawn);
        first.Drawn.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Every_expert_is_drawn_about_as_often_as_any_other()
    {
        var experts = Enumerable.Range(0, 6).Select(number => Expert(number)).ToList();

        var drawn = Enumerable.Range(0, 600).SelectMany(seed => Draw(experts, 2, $"seed{seed}").Drawn).CountBy(id => id).ToList();

        drawn.Count.ShouldBe(6);
        drawn.ShouldAllBe(often => often.Value > 150 && often.Value < 250, "200 is the mean, and 50 away from it is four deviations");
    }

    [Fact]
    public void Whoever_has_a_stake_arranges_the_review_or_is_in_it_is_not_drawn()
    {
        Expert[] experts =
        [
            Expert(1), Expert(2, organisation: Applicant), Expert(3, subject: "filer"), Expert(4, subject: "recommender"), Expert(5, subject: "chair"), Expert(6),
        ];

        Draw(experts, 2, "s").Drawn.ShouldBe([experts[0].Id, experts[5].Id], ignoreOrder: true);
        Draw(experts, 2, "s").LeftOut.ShouldBe(3);
        Draw(experts, 1, "s", taken: experts[0].Id).Drawn.ShouldBe([experts[5].Id]);
        var refusal = Decide(experts, 3, "s").Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Inputs["pool"], refusal.Inputs["leftOut"]).ShouldBe(("too-few-experts", 2, 3));
    }

    [Fact]
    public void EO_04_the_university_that_an_application_names_without_a_code_keeps_its_people_out()
    {
        Expert[] experts = [Expert(1), Expert(2, employer: "上海 某大学"), Expert(3, employer: "上海某学院")];

        Draw(experts, 2, "s").Drawn.ShouldBe([experts[0].Id, experts[2].Id], ignoreOrder: true);
        OpenSelection.Sheets([Application()], experts).Select(sheet => sheet.RecusalGround).ShouldBe([null, RecusalGround.Organisation, null]);
    }

    [Fact]
    public void Whose_employer_is_unknown_is_neither_drawn_nor_named()
    {
        Expert[] experts = [Expert(1), Expert(2)];
        (experts[1].OrganisationCode, experts[1].OrganisationName) = (null, null);

        Decide(experts, 2, "s").Refusal!.Code.ShouldBe("too-few-experts");
        new Appointment([new(experts[1].Id)], null)
            .Decide(experts, [Application()], new HashSet<Guid>(), Caller("chair"), "ZS-15", "s", Now).Refusal!.Code.ShouldBe("expert-without-employer");
    }

    [Fact]
    public void Only_those_who_know_the_field_are_drawn_where_one_is_asked_for()
    {
        Expert[] experts = [Expert(1, field: "new-materials"), Expert(2), Expert(3, field: "new-materials")];

        Decide(experts, 2, "s", field: "new-materials").Accepted(out var appointed, out _).ShouldBeTrue();

        appointed!.Experts.Select(expert => expert.Id).ShouldBe([experts[0].Id, experts[2].Id], ignoreOrder: true);
        Decide(experts, 3, "s", field: "new-materials").Refusal!.Code.ShouldBe("too-few-experts");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_drawing_is_shown_with_all_that_is_needed_to_repeat_it(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        await review.EnrolledAsync(4);
        var request = await review.RequestAsync([body], []);
        request.Remove("experts");
        request["draw"] = new JsonObject { ["count"] = 3 };

        var opened = (await review.Chair.PostAsync("/selections", request)).Accepted();

        var drawing = (await review.SeenAsync(opened.Id)).Accepted().Json["drawings"]!.AsArray().Single()!;
        var seed = drawing["seed"]!.GetValue<string>();
        var repeated = drawing["pool"]!.AsArray().Select(id => id!.GetValue<string>())
            .OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal)
            .Take(3)
            .ToList();
        drawing["drawn"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(repeated);
        Review.Entry(opened, body)["sheets"]!.AsArray().Select(sheet => sheet!["expertId"]!.GetValue<string>()).ShouldBe(repeated, ignoreOrder: true);

        var further = await review.Chair.PostAsync($"/selections/{opened.Id}/experts", new { draw = new { count = 1 } }, opened.ETag);
        further.Accepted().Json["drawings"]!.AsArray().Count.ShouldBe(2);
        Review.Entry(further, body)["sheets"]!.AsArray().Count.ShouldBe(4);
        (await review.Chair.PostAsync($"/selections/{opened.Id}/experts", new { draw = new { count = 48 } }, further.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "experts");
        (await review.Chair.PostAsync($"/selections/{opened.Id}/third-opinions", new { applicationId = body.Id, draw = new { count = 1 } }, further.ETag))
            .Refused(HttpStatusCode.Conflict, "not-dispersed", "ZS-15");
    }

    private static Drawing Draw(IReadOnlyList<Expert> experts, int count, string seed, Guid? taken = null)
    {
        Decide(experts, count, seed, taken).Accepted(out var appointed, out _).ShouldBeTrue();
        return appointed!.Drawing!;
    }

    private static Outcome<Appointment.Appointed> Decide(IReadOnlyList<Expert> experts, int count, string seed, Guid? taken = null, string? field = null)
    {
        var register = experts.OrderBy(expert => expert.Id).ToList();
        return new Appointment(null, new Appointment.DrawRequest(count, field))
            .Decide(register, [Application()], new HashSet<Guid>(taken is { } id ? [id] : []), Caller("chair"), "ZS-15", seed, Now);
    }

    private static Application Application()
    {
        var application = new Application
        {
            Programme = "p",
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Organisation = Applicant,
            StartedOn = new DateOnly(2026, 1, 5),
            FiledBy = { "filer" },
            Answers = """{ "type": "campus", "partnerName": "上海某大学" }""",
        };
        application.Steps.Add(application.Step(StepKind.Recommended, Caller("recommender"), Roles.DistrictReviewer, "ZS-14", Now));
        return application;
    }

    private static Caller Caller(string subject) => new(subject, subject, new HashSet<string>(StringComparer.Ordinal), "zhoushan");

    private static Expert Expert(int number, string? organisation = null, string? subject = null, string field = "ships-and-offshore", string? employer = null) => new()
    {
        Jurisdiction = "zhoushan",
        Subject = subject ?? $"expert{number}",
        Name = $"专家{number}",
        OrganisationCode = organisation ?? Papers.NewOrganisation(),
        OrganisationName = employer,
        Fields = [field],
        EnrolledAt = Now,
    };
}
