using Contracts.Refusals;
using Registry.Applications;
using Registry.Institutions;
using Registry.Packs;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Which step is open where, as tables: every status against every step, with the clause that refuses.</summary>
public sealed class DecisionTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);
    private static readonly DateTime Now = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Caller Applicant = Who("applicant", Roles.Operator, organisation: Organisation);
    private static readonly Caller District = Who("district", Roles.DistrictReviewer, district: "dinghai");
    private static readonly Caller City = Who("city", Roles.CityReviewer);
    private const string Organisation = "91330902MA2A0000XJ";

    [Theory]
    [InlineData(nameof(ApplicationStatus.Draft), null)]
    [InlineData(nameof(ApplicationStatus.Submitted), null)]
    [InlineData(nameof(ApplicationStatus.Returned), null)]
    [InlineData(nameof(ApplicationStatus.Resubmitted), null)]
    [InlineData(nameof(ApplicationStatus.Recommended), null)]
    [InlineData(nameof(ApplicationStatus.UnderReview), null)]
    [InlineData(nameof(ApplicationStatus.Proposed), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.OnNotice), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.NotSelected), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.Recognised), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.Entered), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.Refused), "ZS-25")]
    [InlineData(nameof(ApplicationStatus.Withdrawn), "ZS-25")]
    public void Withdrawing_is_open_until_the_application_is_concluded(string status, string? clause) =>
        ShouldBe(WithdrawApplication.Decide(At(status), new("另有安排"), Repository.Zhoushan, Applicant, Now), StepKind.Withdrawn, clause);

    [Theory]
    [InlineData(nameof(ApplicationStatus.Draft), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Submitted), null)]
    [InlineData(nameof(ApplicationStatus.Returned), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Resubmitted), null)]
    [InlineData(nameof(ApplicationStatus.Recommended), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Entered), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Refused), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Withdrawn), "ZS-14")]
    public void Returning_is_open_while_the_district_reviews(string status, string? clause) =>
        ShouldBe(
            ReturnApplication.Decide(At(status), Reasons(("projectName", "名称与营业执照不符")), Repository.Zhoushan, District, Now),
            StepKind.Returned,
            clause);

    [Theory]
    [InlineData(nameof(ApplicationStatus.Draft), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Submitted), null)]
    [InlineData(nameof(ApplicationStatus.Returned), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Resubmitted), null)]
    [InlineData(nameof(ApplicationStatus.Recommended), "ZS-30")]
    [InlineData(nameof(ApplicationStatus.Entered), "ZS-14")]
    public void The_district_refuses_what_it_reviews_and_nothing_that_is_with_the_city(string status, string? clause) =>
        ShouldBe(RefuseApplication.Decide(At(status), new("材料不实"), Repository.Zhoushan, District, Now), StepKind.Refused, clause);

    [Theory]
    [InlineData(nameof(ApplicationStatus.Submitted), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Resubmitted), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Recommended), null)]
    [InlineData(nameof(ApplicationStatus.UnderReview), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Proposed), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Withdrawn), "ZS-14")]
    public void The_city_refuses_only_what_was_recommended_to_it(string status, string? clause) =>
        ShouldBe(RefuseApplication.Decide(At(status), new("布局已满"), Repository.Zhoushan, City, Now), StepKind.Refused, clause);

    [Theory]
    [InlineData(nameof(ApplicationStatus.Submitted), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Returned), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Resubmitted), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Recommended), null)]
    [InlineData(nameof(ApplicationStatus.UnderReview), "ZS-30")]
    [InlineData(nameof(ApplicationStatus.Recognised), "ZS-30")]
    [InlineData(nameof(ApplicationStatus.Entered), "ZS-30")]
    [InlineData(nameof(ApplicationStatus.Refused), "ZS-14")]
    [InlineData(nameof(ApplicationStatus.Withdrawn), "ZS-14")]
    public void The_city_enters_only_what_is_on_a_recommendation_list(string status, string? clause)
    {
        var application = At(status);
        var decided = EnterInstitution.Decide(
            application, Procedure.ConstructionEntry, new("舟科〔2026〕1号", Today), new(), Repository.Zhoushan, null, City, Today, Now);

        decided.Refusal?.Clause.ShouldBe(clause);
        (decided.Refusal is null).ShouldBe(clause is null);
        application.Status.ShouldBe(clause is null ? ApplicationStatus.Entered : Enum.Parse<ApplicationStatus>(status));
    }

    [Theory]
    [InlineData("2026-01-02", "decided-before-recommended")]
    [InlineData("2026-01-03", null)]
    [InlineData("2026-01-05", null)]
    [InlineData("2026-01-06", "date-in-future")]
    public void A_city_decision_lies_between_the_list_and_today(string decidedOn, string? code) =>
        EnterInstitution.Decide(
            At(nameof(ApplicationStatus.Recommended)),
            Procedure.ConstructionEntry,
            new("舟科〔2026〕1号", DateOnly.Parse(decidedOn, provider: null)),
            new(),
            Repository.Zhoushan,
            null,
            City,
            Today,
            Now).Refusal?.Code.ShouldBe(code);

    [Theory]
    [InlineData("舟山市海工装备产业创新中心", "name-reserved")]
    [InlineData(" 舟山市 海工装备 产业创新中心 ", "name-reserved")]
    [InlineData("舟山市海工装备创新平台", null)]
    public void A_body_under_construction_may_not_bear_the_recognised_name(string name, string? code)
    {
        var refusal = EnterInstitution.Decide(
            At(nameof(ApplicationStatus.Recommended)), Procedure.ConstructionEntry, new("舟科〔2026〕1号", Today, name), new(), Repository.Zhoushan, null, City, Today, Now).Refusal;

        refusal?.Code.ShouldBe(code);
        refusal?.Clause.ShouldBe("ZS-30");
        (refusal is null).ShouldBe(code is null);
    }

    [Fact]
    public void Nobody_reviews_what_they_filed_whatever_roles_they_hold()
    {
        var both = Who("applicant", Roles.DistrictReviewer, district: "dinghai");
        var colleague = Who("colleague", Roles.DistrictReviewer, district: "dinghai", organisation: Organisation);

        foreach (var reviewer in (Caller[])[both, colleague])
        {
            ReturnApplication.Decide(At("Submitted"), Reasons(("projectName", "理由")), Repository.Zhoushan, reviewer, Now).Refusal!.Code.ShouldBe("reviewer-filed-it");
            RefuseApplication.Decide(At("Submitted"), new("理由"), Repository.Zhoushan, reviewer, Now).Refusal!.Code.ShouldBe("reviewer-filed-it");
        }
    }

    [Fact]
    public void Whoever_recommended_does_not_decide_for_the_city()
    {
        var both = Who("district", Roles.CityReviewer);

        EnterInstitution.Decide(At("Recommended"), Procedure.ConstructionEntry, new("舟科〔2026〕1号", Today), new(), Repository.Zhoushan, null, both, Today, Now)
            .Refusal!.Code.ShouldBe("recommender-decides");
        RefuseApplication.Decide(At("Recommended"), new("理由"), Repository.Zhoushan, both, Now).Refusal!.Code.ShouldBe("recommender-decides");
    }

    [Fact]
    public void A_district_reviewer_of_another_district_does_not_refuse()
    {
        var putuo = Who("putuo", Roles.DistrictReviewer, district: "putuo");

        RefuseApplication.Decide(At("Submitted"), new("理由"), Repository.Zhoushan, putuo, Now).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public void A_return_gives_a_reason_for_fields_that_the_form_has()
    {
        ReturnApplication.Decide(At("Submitted"), Reasons(), Repository.Zhoushan, District, Now).Refusal!.Clause.ShouldBe("reasons");
        ReturnApplication.Decide(At("Submitted"), Reasons(("unknown", "理由")), Repository.Zhoushan, District, Now).Refusal!.Clause.ShouldBe("reasons");
        ReturnApplication.Decide(At("Submitted"), Reasons(("leadBodies[0].code", " ")), Repository.Zhoushan, District, Now).Refusal!.Clause.ShouldBe("leadBodies[0].code");
        ReturnApplication.Decide(At("Submitted"), Reasons(("leadBodies[0].code", "请核对")), Repository.Zhoushan, District, Now).Refusal.ShouldBeNull();
    }

    private static void ShouldBe(Outcome<ApplicationStep> decided, StepKind kind, string? clause)
    {
        decided.Refusal?.Clause.ShouldBe(clause);
        decided.Accepted(out var step, out _).ShouldBe(clause is null);
        step?.Kind.ShouldBe(kind);
    }

    private static ReturnApplication.ReturnRequest Reasons(params (string Field, string Reason)[] reasons) =>
        new([.. reasons.Select(given => new FieldReason { Field = given.Field, Reason = given.Reason })]);

    private static Caller Who(string subject, string role, string? district = null, string? organisation = null) =>
        new(subject, subject, new HashSet<string>(StringComparer.Ordinal) { role }, "zhoushan", district, organisation);

    private static Application At(string status)
    {
        var application = new Application
        {
            Programme = Repository.Zhoushan.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Organisation = Organisation,
            StartedOn = new DateOnly(2026, 1, 1),
            SubmittedOn = new DateOnly(2026, 1, 2),
            Route = "construction",
            Answers = Papers.Answers(Organisation).ToJsonString(),
        };
        application.FiledFrom("applicant");
        application.Apply(application.Step(StepKind.Started, Applicant, Roles.Operator, "ZS-25", Now));
        var wanted = Enum.Parse<ApplicationStatus>(status);
        if (wanted is ApplicationStatus.Recommended or ApplicationStatus.Entered or ApplicationStatus.UnderReview or ApplicationStatus.Recognised)
        {
            var listed = application.Step(StepKind.Recommended, District, Roles.DistrictReviewer, "ZS-14", Now);
            (listed.DocumentNumber, listed.DocumentDate) = ("定科〔2026〕1号", new DateOnly(2026, 1, 3));
            application.Apply(listed);
        }

        application.Status = wanted;
        return application;
    }
}
