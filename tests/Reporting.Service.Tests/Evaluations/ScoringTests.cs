using Contracts.Refusals;
using Policies;
using Policies.Calendars;
using Reporting.Evaluations;
using Reporting.Institutions;
using Reporting.Objections;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Evaluations;

/// <summary>The decisions on scores, moderation and objections, without a host: Ezhou's offshore platforms (EO-11), whose pass begins at 60.</summary>
public sealed class ScoringTests
{
    private const string Employer = ReportingHost.LeadBody;

    private static readonly DateTime Now = new(2027, 3, 1, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Caller City = new("city", "市级", new HashSet<string>(StringComparer.Ordinal) { Roles.CityReviewer }, "ezhou");
    private static readonly Caller Other = City with { Subject = "city-2", Name = "市级二" };
    private static readonly PolicyPack Pack = Scored.Loaded(Scored.Pack(Scored.Offshore).Content);

    [Theory]
    [InlineData(6000, 6000, 6000, 6000, "pass")]
    [InlineData(6000, 6000, 5998, 5999, "fail")]
    [InlineData(6000, 6000, 5985, 5995, "fail")]
    [InlineData(7000, 7000, 7001, 7000, "pass")]
    public void The_grade_is_that_of_the_mean_rounded_to_the_hundredth(int first, int second, int third, int score, string grade)
    {
        var opened = Open(Body([first, second, third]));

        ConcludeScores.Decide(opened, new(), City, Now).ShouldBeNull();

        var evaluation = opened.Evaluations[0];
        (evaluation.Score, evaluation.Grade, evaluation.Status, evaluation.GradedBy).ShouldBe((score, grade, EvaluationStatus.Graded, City.Hands()));
    }

    [Fact]
    public void Missing_scores_are_named_by_body_and_expert_and_nothing_is_concluded()
    {
        var (whole, part) = (Body([8000, 8000, 8000], "甲"), Body([8000, 8000, null], "乙"));

        var refused = ConcludeScores.Decide(Open(whole, part), new(), City, Now).ShouldNotBeNull();

        refused.Code.ShouldBe("scores-missing");
        (whole.Status, part.Status).ShouldBe((EvaluationStatus.Due, EvaluationStatus.Due));
        ConcludeScores.Decide(Open(whole, part), new([whole.Id]), City, Now).ShouldBeNull();
        (whole.Status, part.Status).ShouldBe((EvaluationStatus.Graded, EvaluationStatus.Due));
    }

    [Fact]
    public void Fewer_experts_than_the_pack_asks_for_conclude_nothing()
    {
        var refused = ConcludeScores.Decide(Open(Body([8000, 8000])), new(), City, Now).ShouldNotBeNull();

        (refused.Code, refused.Inputs["experts"]).ShouldBe(("too-few-scores", 3));
    }

    [Fact]
    public void Totals_may_lie_as_far_apart_as_the_limit_and_above_it_a_further_expert_is_heard()
    {
        var (at, above) = (Body([9000, 7000, 8000], "甲"), Body([9001, 7000, 8000], "乙"));

        ConcludeScores.Decide(Open(at), new(), City, Now).ShouldBeNull();
        var refused = ConcludeScores.Decide(Open(above), new(), City, Now).ShouldNotBeNull();
        var calm = Body([9000, 7000, 8000], "丙");
        Appoint(Open(calm), Further, null, calm.Id)!.Code.ShouldBe("not-dispersed");
        var opened = Open(above);
        Appoint(opened, Further, null, above.Id).ShouldBeNull();

        (refused.Code, refused.Inputs["limit"], refused.Inputs["furtherExperts"]).ShouldBe(("dispersion", 20, 1));
        var further = above.Sheets[^1];
        further.FirstSpread.ShouldBe(2001);
        (further.Status, further.Total) = (SheetStatus.Scored, 8000);
        ConcludeScores.Decide(opened, new(), City, Now).ShouldBeNull();
        above.Score.ShouldBe(8000, "the mean of all four, 8000.25");
    }

    [Fact]
    public void Who_replaces_a_recused_expert_gives_a_first_opinion_however_far_the_others_lie_apart()
    {
        var body = Body([9500, 7000, 8000]);
        var opened = Open(body);
        body.Sheets[2].Recuse(RecusalGround.Ordered, "未按期评分");
        var few = ReadRounds.Detail(opened.Round, opened.Evaluations, Scheme, City);

        Appoint(opened, Further, null, body.Id).ShouldBeNull();
        var replacement = body.Sheets[^1];
        (replacement.Status, replacement.Total) = (SheetStatus.Scored, 8000);
        var refused = ConcludeScores.Decide(opened, new(), City, Now).ShouldNotBeNull();
        Appoint(opened, [Expert("another", null)], null, body.Id).ShouldBeNull();
        var further = body.Sheets[^1];
        (further.Status, further.Total) = (SheetStatus.Scored, 8000);

        few.Short.ShouldBe([body.Id]);
        few.Dispersed.ShouldBeEmpty();
        (replacement.FirstSpread, refused.Code, further.FirstSpread).ShouldBe((null, "dispersion", 2500));
        ConcludeScores.Decide(opened, new(), City, Now).ShouldBeNull();
    }

    [Fact]
    public void Who_works_for_a_party_is_recused_at_once_and_never_drawn()
    {
        var body = Body([]);
        var opened = Open(body);

        Appoint(opened, [Expert("a", Employer), Expert("b", null)]).ShouldBeNull();
        var refused = Appoint(opened, [Expert("c", Employer), Expert("d", null)], draw: 2).ShouldNotBeNull();
        Appoint(opened, [Expert("c", Employer), Expert("d", null), Expert("e", null)], draw: 1).ShouldBeNull();

        body.Sheets.Take(2).Select(s => (s.Status, s.RecusalGround, s.RecusalReason))
            .ShouldBe([(SheetStatus.Recused, RecusalGround.Organisation, Employer), (SheetStatus.Open, null, null)]);
        (refused.Code, refused.Inputs["pool"], refused.Inputs["leftOut"]).ShouldBe(("too-few-experts", 1, 1));
        var drawing = opened.Round.Drawings.ShouldHaveSingleItem();
        drawing.Drawn.ShouldBe(RoundDrawing.Order("seed", ["d", "e"]).Take(1));
        drawing.Pool.ShouldBe(["d", "e"]);
        drawing.LeftOut.ShouldBe(1);
        body.Sheets.Count.ShouldBe(3);
    }

    [Fact]
    public void Nobody_appoints_themselves_twice_or_an_expert_of_unknown_employer()
    {
        var opened = Open(Body([8000]));

        Appoint(opened, [Expert("city", null)])!.Code.ShouldBe("appoints-oneself");
        Appoint(opened, [Expert("expert-0", null)])!.Code.ShouldBe("appointed-already");
        Appoint(opened, [new("x", "某", null, null)])!.Code.ShouldBe("expert-without-employer");
        ConcludeScores.Decide(Open(Body([8000, 8000, 8000])), new(), City with { Subject = "expert-1" }, Now)!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public void Equal_scores_share_a_place_and_the_next_one_is_left_out()
    {
        Evaluation[] bodies = [Body([9000, 9000, 9000], "甲"), Body([8000, 8000, 8000], "乙"), Body([8000, 8000, 8000], "丙"), Body([7000, 7000, 7000], "丁")];
        ConcludeScores.Decide(Open(bodies), new(), City, Now).ShouldBeNull();

        var places = ReadRounds.Places([.. bodies.Select(b => EvaluationView.Of(b, City))]);

        places.Select(p => p.Rank).ShouldBe([1, 2, 2, 4]);
    }

    [Fact]
    public void Whoever_sees_a_part_of_a_round_sees_its_places_among_all()
    {
        Evaluation[] bodies = [Body([9000, 9000, 9000], "甲"), Body([8000, 8000, 8000], "乙")];
        ConcludeScores.Decide(Open(bodies), new(), City, Now).ShouldBeNull();

        var detail = ReadRounds.Detail(Open(bodies).Round, bodies, Scheme, City, new HashSet<Guid> { bodies[1].Id });

        detail.Evaluations.ShouldHaveSingleItem().Id.ShouldBe(bodies[1].Id);
        detail.Places.ShouldBe([new Place(bodies[1].Id, 2)]);
    }

    [Theory]
    [InlineData(5500, null)]
    [InlineData(6500, null)]
    [InlineData(5499, "moderation-too-far")]
    [InlineData(6501, "moderation-too-far")]
    [InlineData(6000, "bad-input")]
    public void A_meeting_changes_a_score_by_no_more_than_the_pack_allows(int to, string? code)
    {
        var evaluation = Body([6000, 6000, 6000]);
        ConcludeScores.Decide(Open(evaluation), new(), City, Now).ShouldBeNull();

        var decided = Moderate.Decide(evaluation, Minutes(to), Scheme, City, Now);

        decided.Accepted(out var moderation, out var refusal).ShouldBe(code is null);
        refusal?.Code.ShouldBe(code);
        moderation?.ToGrade.ShouldBe(to >= 6000 ? "pass" : "fail");
    }

    [Fact]
    public void Whoever_recorded_a_moderation_does_not_confirm_it_nor_publish()
    {
        var evaluation = Body([6000, 6000, 6000]);
        ConcludeScores.Decide(Open(evaluation), new(), Other, Now).ShouldBeNull();
        Moderate.Decide(evaluation, Minutes(5900), Scheme, City, Now).Accepted(out var moderation, out _).ShouldBeTrue();

        Moderate.CheckClose(moderation, ModerationStatus.Confirmed, "EO-11", City)!.Clause.ShouldBe("P-5");
        Moderate.CheckClose(moderation, ModerationStatus.Confirmed, "EO-11", City with { Subject = "deputy", CountsAs = new HashSet<string> { "city" } })!.Clause.ShouldBe("P-5");
        Moderate.CheckClose(moderation, ModerationStatus.Confirmed, "EO-11", Other).ShouldBeNull();

        evaluation.PendingModerationId = moderation!.Id;
        Publish(evaluation, City with { Subject = "city-3" }).ShouldBe("moderation-open");
        (evaluation.PendingModerationId, evaluation.ModeratedBy) = (null, City.Hands());
        Publish(evaluation, City).ShouldBe("forbidden");
        Publish(evaluation, Other).ShouldBe("forbidden");
        Publish(evaluation, City with { Subject = "city-3" }).ShouldBeNull();
    }

    [Fact]
    public void What_a_deputy_concluded_is_published_neither_by_it_nor_by_its_principal_when_the_delegation_is_over()
    {
        var evaluation = Body([6000, 6000, 6000]);
        ConcludeScores.Decide(Open(evaluation), new(), Other with { For = new Principal(City.Subject, City.Name) }, Now).ShouldBeNull();

        Publish(evaluation, City).ShouldBe("forbidden");
        Publish(evaluation, Other).ShouldBe("forbidden");
        Publish(evaluation, City with { Subject = "city-3" }).ShouldBeNull();
        evaluation.Steps.ShouldHaveSingleItem().ByName.ShouldBe("市级二（代市级）");
    }

    [Theory]
    [InlineData("2027-03-11T23:59:59+08:00", null)]
    [InlineData("2027-03-12T00:00:00+08:00", "objection-too-late")]
    public void An_objection_is_in_time_to_the_last_second_of_its_last_day_in_Shanghai(string at, string? code)
    {
        var evaluation = Published();

        var decided = FileObjection.Decide(evaluation, "对“研发创新”指标的评分提出异议，附新材料。", objected: false, Pack, new CalendarLibrary(), City, DateTimeOffset.Parse(at).UtcDateTime);

        decided.Accepted(out var objection, out var refusal).ShouldBe(code is null);
        refusal?.Code.ShouldBe(code);
        objection?.LastDay.ShouldBe(new DateOnly(2027, 3, 11));
    }

    [Fact]
    public void An_upheld_objection_brings_another_score_and_is_decided_by_neither_who_concluded_nor_who_published()
    {
        var objection = Objection(Published());

        Refused(City).ShouldBe("P-5");
        Refused(Other).ShouldBe("P-5");
        Refused(City with { Subject = "city-3" }, score: 5900).ShouldBe("scoreHundredths");
        DecideObjection.Decide(objection, new(true, "评分时遗漏了新材料，予以更正。", "鄂州科〔2027〕9号", 6000), Pack, City with { Subject = "city-3" })
            .Accepted(out var decision, out _).ShouldBeTrue();
        decision!.Correction.ShouldBe(new DecideObjection.Correction("pass", 6000));

        string Refused(Caller caller, int? score = 6000)
        {
            DecideObjection.Decide(objection, new(true, "评分时遗漏了新材料，予以更正。", "鄂州科〔2027〕9号", score), Pack, caller).Accepted(out _, out var refusal).ShouldBeFalse();
            return refusal!.Clause;
        }
    }

    [Fact]
    public void Whose_grade_is_published_does_not_decide_an_objection_to_it_while_anothers_correction_waits()
    {
        var evaluation = Published();
        AddStep(EvaluationStep.Published, Other, day: 1);
        AddStep(EvaluationStep.Graded, City with { Subject = "city-3" }, day: 2);
        evaluation.GradedBy = new Hands { Subject = "city-3" };

        var decided = DecideObjection.Decide(
            Objection(evaluation), new(true, "评分时遗漏了新材料，予以更正。", "鄂州科〔2027〕9号", 6000), Pack, City);
        AddStep(EvaluationStep.Withdrawn, City with { Subject = "city-3" }, day: 3);

        decided.Accepted(out _, out var refusal).ShouldBeFalse();
        refusal!.Clause.ShouldBe("P-5");
        EvaluationStep.PublishedAuthor(evaluation.Steps).ShouldBe(City.Hands());

        void AddStep(string what, Caller by, int day) => evaluation.Steps.Add(EvaluationStep.Of(evaluation, what, "fail", "依据", by, Now.AddDays(day)));
    }

    private static PackEvaluation Scheme => Pack.Evaluations[0];

    private static EvaluationObjection Objection(Evaluation evaluation) => new()
    {
        Id = Guid.CreateVersion7(), EvaluationId = Guid.Empty, Evaluation = evaluation, Publication = 1, Statement = "异议", FiledOn = default, LastDay = default, FiledBySubject = "own", FiledByName = "单位",
    };

    private static string? Publish(Evaluation evaluation, Caller caller)
    {
        PublishEvaluation.Decide(evaluation, objected: false, "鄂州科〔2027〕8号", "EO-11", caller, new DateOnly(2027, 3, 1)).Accepted(out _, out var refusal);
        return refusal?.Code;
    }

    private static Moderate.Request Minutes(int score) =>
        new("鄂州科评〔2027〕3号", new DateOnly(2027, 3, 1), ["某甲", "某乙"], score, "会议认为研发创新一项的佐证材料应予扣减。");

    private static EnrolledExpert[] Further => [new("further", "专家四", null, "另一单位")];

    private static EnrolledExpert Expert(string subject, string? code) => new(subject, $"专家{subject}", code, "某单位");

    private static Refusal? Appoint(OpenedRound opened, EnrolledExpert[] experts, int? draw = null, Guid? body = null) =>
        AppointExperts.Decide(opened, new([.. experts.Select(expert => expert.Subject)], draw, body), experts, City, "seed", Now);

    private static OpenedRound Open(params Evaluation[] evaluations)
    {
        var round = EvaluationRound.Draft(Pack, Scheme, 2026, new DateOnly(2027, 1, 1));
        round.Order(EvaluationJudge.Experts, thirdParty: null, "鄂州科〔2027〕5号", system: null, new DateOnly(2027, 2, 1), "市级");
        return new OpenedRound(round, evaluations, Scheme);
    }

    private static Evaluation Body(int?[] totals, string name = "上海离岸科创中心")
    {
        var evaluation = new Evaluation
        {
            Id = Guid.CreateVersion7(),
            RoundId = Guid.CreateVersion7(),
            InstitutionId = Guid.CreateVersion7(),
            Institution = new Institution
            {
                Id = Guid.CreateVersion7(), Version = 1, Programme = Scored.Offshore, Jurisdiction = "ezhou", District = "gedian", Name = name, Organisation = ReportingHost.Organisation, Standing = "filed", PartyCodes = [Employer],
            },
            Programme = Scored.Offshore,
            Kind = EvaluationKind.Yearly,
            Year = 2026,
            Scheme = Scheme.Name,
            CommissionNumber = "鄂州科〔2027〕5号",
        };
        evaluation.Sheets.AddRange(totals.Select((total, index) => new ScoreSheet
        {
            Id = Guid.CreateVersion7(),
            EvaluationId = evaluation.Id,
            ExpertSubject = $"expert-{index}",
            ExpertName = $"专家{index}",
            Status = total is null ? SheetStatus.Open : SheetStatus.Scored,
            Total = total,
        }));
        return evaluation;
    }

    /// <summary>Failed with 59.00, concluded by one person and published by another on 1 March.</summary>
    private static Evaluation Published()
    {
        var evaluation = Body([5900, 5900, 5900]);
        ConcludeScores.Decide(Open(evaluation), new(), City, Now).ShouldBeNull();
        (evaluation.Status, evaluation.Publications, evaluation.PublishedBy) = (EvaluationStatus.Published, 1, Other.Hands());
        (evaluation.PublishedGrade, evaluation.PublishedScore, evaluation.PublishedOn) = ("fail", 5900, new DateOnly(2027, 3, 1));
        return evaluation;
    }
}
