using Contracts.Refusals;
using Contracts.Registry;
using Registry.Institutions;
using Registry.Sanctions;
using Shouldly;
using Xunit;
using static Registry.Tests.Sanctions.Cases;

namespace Registry.Tests.Sanctions;

/// <summary>What a confirmed ground does to the standing, and whom it bars for how long.</summary>
public sealed class CarryOutTests
{
    private static readonly DateOnly DecidedOn = new(2028, 2, 29);

    [Theory]
    [InlineData(SanctionGrounds.TwoConsecutiveFails)]
    [InlineData("serious-fraud")]
    [InlineData("major-accident")]
    [InlineData("research-misconduct")]
    public void Each_ground_of_ZS_22_revokes_and_bars_centre_and_lead_body_for_two_years_in_the_same_field(string ground)
    {
        var body = Body();
        var sanction = Case(body, ground, DecidedOn);

        Confirm(sanction, body).Refusal.ShouldBeNull();

        body.Standing.ShouldBe(Standings.Revoked);
        body.StandingSince.ShouldBe(DecidedOn);
        sanction.Bans.Select(ban => (ban.Subject, ban.Code)).ShouldBe([("institution", CentreCode), ("lead-bodies", LeadCode)]);
        sanction.Bans.ShouldAllBe(ban => ban.Clause == "ZS-22" && ban.Category == "ships-and-offshore" && ban.BarsLeading && ban.From == DecidedOn);
        // 29 February, two years on: the month's last day (P-2).
        sanction.Bans.ShouldAllBe(ban => ban.LastDay == new DateOnly(2030, 2, 28) && ban.FirstFreeDay == new DateOnly(2030, 3, 1));
        sanction.Bans.ShouldNotContain(ban => ban.Code == BuilderCode, "the implementing body as such is named by no clause");
    }

    [Fact]
    public void A_failed_re_evaluation_delists_and_bars_the_centres_legal_person_alone_in_the_whole_programme()
    {
        var body = Body(Standings.UnderRectification);
        var sanction = Case(body, SanctionGrounds.ReEvaluationFailed, new DateOnly(2028, 2, 11), 2026);

        Confirm(sanction, body, Rectification(body, 2026, new DateOnly(2028, 2, 10))).Refusal.ShouldBeNull();

        body.Standing.ShouldBe(Standings.Delisted);
        body.RectificationUntil.ShouldBeNull();
        var ban = sanction.Bans.ShouldHaveSingleItem();
        (ban.Subject, ban.Code, ban.Category, ban.BarsLeading, ban.Clause).ShouldBe(("institution", CentreCode, null, false, "ZS-20"));
        ban.LastDay.ShouldBe(new DateOnly(2030, 2, 28));
    }

    [Fact]
    public void A_centre_that_is_no_legal_person_yet_is_barred_in_the_person_that_builds_it()
    {
        var body = Body(Standings.UnderConstruction, centreCode: null);
        var sanction = Case(body, "serious-fraud", DecidedOn);

        Confirm(sanction, body).Refusal.ShouldBeNull();

        body.Standing.ShouldBe(Standings.Revoked, "a body under construction that cheated loses its entry too");
        sanction.Bans.Select(ban => ban.Code).ShouldBe([BuilderCode, LeadCode]);
    }

    [Theory]
    [InlineData("2028-05-20", "2028-01-01")]
    [InlineData("2027-08-01", "2027-03-01")]
    public void A_change_cancels_from_1_January_of_its_year_and_never_from_before_the_recognition(string changedOn, string from)
    {
        var body = Body(Standings.UnderRectification);
        var changed = DateOnly.Parse(changedOn, provider: null);
        var sanction = Case(body, SanctionGrounds.ChangeDisqualifies, changed, changedOn: changed);

        Confirm(sanction, body, decidedOn: new DateOnly(2028, 6, 1)).Refusal.ShouldBeNull();

        body.Standing.ShouldBe(Standings.Cancelled);
        body.StandingSince.ShouldBe(DateOnly.Parse(from, provider: null));
        sanction.Bans.ShouldBeEmpty("ZS-21 bans nobody");
        StandingOn.Find(body.History, new DateOnly(2028, 5, 30))!.Standing.ShouldBe(Standings.Cancelled);
        StandingOn.Find(body.History, new DateOnly(2028, 5, 30), Noon.AddDays(-1))!.Standing.ShouldBe(Standings.UnderRectification);
    }

    [Fact]
    public void A_failed_year_gives_a_year_to_put_things_right_from_the_day_after_publication()
    {
        var body = Body();
        var sanction = Case(body, SanctionGrounds.EvaluationFailed, new DateOnly(2028, 2, 1), 2027);

        Confirm(sanction, body).Refusal.ShouldBeNull();

        (body.Standing, body.StandingSince, body.RectificationUntil).ShouldBe((Standings.UnderRectification, DecidedOn, new DateOnly(2029, 2, 1)));
        body.Announce().RectificationUntil.ShouldBe(new DateOnly(2029, 2, 1));
        sanction.Bans.ShouldBeEmpty();
        SanctionSheet.Read(sanction.Sheet)!.Lines[0].Result.Day.ShouldBe(new DateOnly(2028, 2, 2));
    }

    [Fact]
    public void A_second_failed_year_lengthens_the_rectification_and_never_shortens_it()
    {
        var body = Body();
        Confirm(Case(body, SanctionGrounds.EvaluationFailed, new DateOnly(2028, 2, 20), 2027), body).Refusal.ShouldBeNull();
        Confirm(Case(body, SanctionGrounds.EvaluationFailed, new DateOnly(2028, 2, 1), 2026), body).Refusal.ShouldBeNull();
        body.RectificationUntil.ShouldBe(new DateOnly(2029, 2, 20));
    }

    [Theory]
    [InlineData(Standings.Delisted)]
    [InlineData(Standings.Cancelled)]
    [InlineData(Standings.Merged)]
    [InlineData(Standings.Revoked)]
    public void On_a_body_that_is_gone_the_bans_alone_take_effect(string standing)
    {
        var body = Body(standing);
        var version = body.Version;
        var sanction = Case(body, "serious-fraud", DecidedOn);

        Confirm(sanction, body).Refusal.ShouldBeNull();

        (body.Standing, body.Version).ShouldBe((standing, version));
        sanction.Bans.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(SanctionGrounds.EvaluationFailed, Standings.UnderConstruction, "not-recognised", "ZS-19")]
    [InlineData(SanctionGrounds.EvaluationFailed, Standings.Delisted, "institution-ended", "ZS-19")]
    [InlineData(SanctionGrounds.ChangeDisqualifies, Standings.UnderConstruction, "not-recognised", "ZS-21")]
    [InlineData(SanctionGrounds.ChangeDisqualifies, Standings.Merged, "institution-ended", "ZS-21")]
    [InlineData(SanctionGrounds.ReEvaluationFailed, Standings.Recognised, "no-rectification", "ZS-20")]
    public void What_a_standing_does_not_allow_is_refused_and_changes_nothing(string ground, string standing, string code, string clause)
    {
        var body = Body(standing);
        var version = body.Version;
        var sanction = Case(body, ground, DecidedOn, 2027, DecidedOn);

        var refusal = Confirm(sanction, body).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Clause).ShouldBe((code, clause));
        (body.Standing, body.Version, sanction.Status, sanction.Bans.Count).ShouldBe((standing, version, SanctionStatus.Proposed, 0));
    }

    [Theory]
    [InlineData("2028-02-10", "rectification-running")]
    [InlineData("2028-02-11", null)]
    public void A_re_evaluation_before_the_rectifications_end_delists_nobody(string publishedOn, string? code)
    {
        var body = Body(Standings.UnderRectification);
        var sanction = Case(body, SanctionGrounds.ReEvaluationFailed, DateOnly.Parse(publishedOn, provider: null), 2026);
        Confirm(sanction, body, Rectification(body, 2026, new DateOnly(2028, 2, 10))).Refusal?.Code.ShouldBe(code);
        (sanction.Status == SanctionStatus.Confirmed).ShouldBe(code is null);
    }

    [Theory]
    [InlineData("2027-02-28", "rectification-over")]
    [InlineData("2027-03-01", null)]
    public void A_rectification_whose_year_is_over_is_not_decided_any_more(string publishedOn, string? code)
    {
        var body = Body();
        var sanction = Case(body, SanctionGrounds.EvaluationFailed, DateOnly.Parse(publishedOn, provider: null), 2026);
        Confirm(sanction, body, decidedOn: new DateOnly(2028, 2, 28)).Refusal?.Code.ShouldBe(code);
        (sanction.Status == SanctionStatus.Confirmed).ShouldBe(code is null);
    }

    private static Outcome<SanctionCase> Confirm(SanctionCase sanction, Institution body, SanctionCase? other = null, DateOnly? decidedOn = null) =>
        ConfirmSanction.Decide(
            sanction, body, other is null ? [] : [other], new("舟科〔2028〕7号", decidedOn ?? DecidedOn), Pack, Decider, new DateOnly(2028, 6, 1), Noon);
}
