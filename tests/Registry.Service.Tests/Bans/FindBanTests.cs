using Registry.Bans;
using Registry.Imports;
using Registry.Tests.Sanctions;
using Shouldly;
using Xunit;

namespace Registry.Tests.Bans;

/// <summary>Whom a ban stops, in which part, on which day.</summary>
public sealed class FindBanTests
{
    private const string Barred = Cases.CentreCode;
    private const string Other = Cases.BuilderCode;
    private static readonly DateOnly LastDay = new(2030, 2, 28);

    [Theory]
    [InlineData("2028-02-27", false)]
    [InlineData("2028-02-28", true)]
    [InlineData("2030-02-28", true)]
    [InlineData("2030-03-01", false)]
    public void It_rules_from_the_decision_to_the_last_day_and_the_next_day_is_free(string day, bool stops) =>
        (Find([Make()], new Parties(Barred, Other, []), day) is not null).ShouldBe(stops);

    [Theory]
    [InlineData("centre", false, true)]
    [InlineData("applicant", false, true)]
    [InlineData("lead", false, false)]
    [InlineData("centre", true, true)]
    [InlineData("applicant", true, true)]
    [InlineData("lead", true, true)]
    public void ZS_20_stops_who_applies_and_ZS_22_who_leads_as_well(string part, bool barsLeading, bool stops)
    {
        var parties = part switch
        {
            "centre" => new Parties(Barred, Other, [Other]),
            "applicant" => new Parties(null, Barred, [Other]),
            _ => new Parties(Other, Other, [Other, Barred]),
        };
        (Find([Make(barsLeading)], parties, "2029-01-01") is not null).ShouldBe(stops);
    }

    [Fact]
    public void Small_letters_are_the_same_person() =>
        Find([Make(barsLeading: true)], new Parties(null, Other, [$" {Barred.ToLowerInvariant()}"]), "2029-01-01").ShouldNotBeNull();

    [Theory]
    [InlineData(null, "new-materials", true)]
    [InlineData("ships-and-offshore", "ships-and-offshore", true)]
    [InlineData("ships-and-offshore", "new-materials", false)]
    public void A_ban_on_a_type_leaves_the_others_free(string? scope, string category, bool stops) =>
        (FindBan.Decide([Make(category: scope)], Cases.Pack.Programme, category, new Parties(null, Barred, []), LastDay) is not null).ShouldBe(stops);

    [Fact]
    public void Of_two_bans_the_longer_one_counts_and_is_named()
    {
        var longer = Make(lastDay: LastDay.AddMonths(6));
        var refusal = Find([Make(), longer], new Parties(null, Barred, []), "2029-01-01").ShouldNotBeNull();
        refusal.Inputs["lastDay"].ShouldBe(longer.LastDay);
        refusal.Inputs["firstFreeDay"].ShouldBe(longer.LastDay.AddDays(1));
        Find([Make(), longer], new Parties(null, Barred, []), "2030-03-01").ShouldNotBeNull();
    }

    [Fact]
    public void A_lifted_ban_rules_until_the_day_of_the_lifting_decision()
    {
        var ban = Make();
        Propose(ban, "舟科〔2029〕9号", "2029-01-01", "查明系他人所为").ShouldBeNull();
        Find([ban], new Parties(null, Barred, []), "2029-01-01").ShouldNotBeNull("a proposal lifts nothing");
        LiftBan.Confirm(ban, Cases.Decider, Cases.Noon).Refusal.ShouldBeNull();
        Find([ban], new Parties(null, Barred, []), "2028-12-31").ShouldNotBeNull();
        Find([ban], new Parties(null, Barred, []), "2029-01-01").ShouldBeNull();
        ban.FirstFreeDay.ShouldBe(new DateOnly(2029, 1, 1));
    }

    [Theory]
    [InlineData("", "2029-01-01", "理由", "bad-input")]
    [InlineData("舟科〔2029〕9号", "2029-01-01", " ", "bad-input")]
    [InlineData("舟科〔2029〕9号", "2029-01-03", "理由", "date-in-future")]
    [InlineData("舟科〔2029〕9号", "2028-02-27", "理由", "ban-not-running")]
    public void Only_a_numbered_dated_and_reasoned_decision_lifts_a_running_ban(string number, string decidedOn, string reason, string code)
    {
        var ban = Make();
        Propose(ban, number, decidedOn, reason)!.Code.ShouldBe(code);
        ban.Liftings.ShouldBeEmpty();
        ban.LiftedOn.ShouldBeNull();
    }

    [Fact]
    public void The_refusal_names_clause_subject_ground_and_the_first_free_day()
    {
        var refusal = Find([Make()], new Parties(null, Barred, []), "2029-01-01")!;
        (refusal.Code, refusal.Clause).ShouldBe(("banned", "ZS-20"));
        (refusal.Inputs["subject"], refusal.Inputs["ground"], refusal.Inputs["lastDay"], refusal.Inputs["firstFreeDay"])
            .ShouldBe(("institution", "reevaluation-failed", LastDay, LastDay.AddDays(1)));
        refusal.Zh.ShouldContain("2030-03-01");
        refusal.En.ShouldContain("2030-03-01");
    }

    [Fact]
    public void Who_proposes_to_lift_a_ban_does_not_decide_on_it_and_one_proposal_waits_at_a_time()
    {
        var ban = Make();
        LiftBan.Confirm(ban, Cases.Decider, Cases.Noon).Refusal!.Code.ShouldBe("no-lift-proposed");
        Propose(ban, "舟科〔2029〕9号", "2029-01-01", "查明系他人所为").ShouldBeNull();
        Propose(ban, "舟科〔2029〕10号", "2029-01-01", "另行提出")!.Code.ShouldBe("lift-proposed-already");
        LiftBan.Confirm(ban, Cases.Proposer, Cases.Noon).Refusal!.Code.ShouldBe("proposer-decides");
        LiftBan.Refuse(ban, new("证据不足"), Cases.Proposer, Cases.Noon).Refusal!.Code.ShouldBe("proposer-decides");

        LiftBan.Refuse(ban, new("证据不足"), Cases.Decider, Cases.Noon).Refusal.ShouldBeNull();
        (ban.LiftedOn, ban.Liftings.Single().Status).ShouldBe((null, LiftingStatus.Refused));
        Propose(ban, "舟科〔2029〕10号", "2029-01-02", "补充查明").ShouldBeNull();
        LiftBan.Confirm(ban, Cases.Decider, Cases.Noon).Refusal.ShouldBeNull();
        (ban.LiftedOn, ban.LiftDocumentNumber).ShouldBe((new DateOnly(2029, 1, 2), "舟科〔2029〕10号"));
    }

    [Theory]
    [InlineData("other-programme", false)]
    [InlineData("zhoushan-innovation-centres/projects", false)]
    [InlineData("zhoushan-innovation-centres", true)]
    public void A_ban_stops_what_it_covers_and_nothing_else(string covered, bool stops) =>
        (Find([Make(covers: covered)], new Parties(Barred, Other, []), "2029-01-01") is not null).ShouldBe(stops);

    [Theory]
    [InlineData("zhoushan-innovation-centres/projects", null, true)]
    [InlineData("zhoushan-innovation-centres/projects", "ships-and-offshore", false)]
    [InlineData("zhoushan-innovation-centres/experts", null, false)]
    [InlineData("zhoushan-innovation-centres", null, false)]
    public void HB_05_a_registers_ban_stops_entries_of_that_register_and_no_others(string covered, string? category, bool stops)
    {
        var ban = Make(covers: covered, category: category);
        Contracts.Refusals.Refusal? Ask(DateOnly day) => FindBan.DecideEntry([ban], Cases.Pack.Programme, "projects", Barred, day);

        (Ask(LastDay) is not null).ShouldBe(stops);
        Ask(LastDay.AddDays(1)).ShouldBeNull();
        FindBan.DecideEntry([ban], Cases.Pack.Programme, "projects", Other, LastDay).ShouldBeNull();
    }

    [Theory]
    [InlineData("上海市", "上海市", true)]
    [InlineData("上海市", " 上海 市", true)]
    [InlineData("武汉市", "湖北省武汉市", true)]
    [InlineData("湖北省武汉市", "武汉市", true)]
    [InlineData("上海市", "苏州市", false)]
    [InlineData("上海市", null, false)]
    [InlineData(null, "苏州市", true)]
    public void EO_13_a_host_is_barred_at_the_same_place_and_free_elsewhere(string? barredAt, string? place, bool stops)
    {
        var ban = Make(place: barredAt, hosting: true);
        (Find([ban], new Parties(null, Other, [], Host: Barred, Place: place), "2029-01-01") is not null).ShouldBe(stops);
        (Find([ban], new Parties(null, Barred, [], Place: place), "2029-01-01") is not null).ShouldBe(stops, "applying itself, it is the same host");
        Find([Make(place: barredAt)], new Parties(null, Other, [], Host: Barred, Place: place), "2029-01-01").ShouldBeNull("that ban does not reach hosts");
    }

    [Theory]
    [InlineData("recognised", true)]
    [InlineData("under-rectification", true)]
    [InlineData("delisted", false)]
    public void A_row_of_a_table_is_asked_for_bans_unless_its_body_has_lost_its_standing(string standing, bool stops)
    {
        var row = new ImportRow
        {
            ImportId = Guid.Empty, Line = 2, InstitutionId = Guid.Empty, EntryId = Guid.Empty, RecognitionEntryId = null, Name = "某中心", Category = "ships-and-offshore", Field = null,
            District = "dinghai", ImplementingBodyCode = Barred, ImplementingBodyName = "某公司", CentreCode = null, CentreName = null, HostCode = null, HostName = null, Place = null,
            Standing = standing, StandingSince = LastDay.AddDays(-1), DecisionNumber = "1号", DecidedOn = LastDay.AddDays(-1), RecognisedOn = null, RecognitionNumber = null,
            RectificationUntil = null, GroupId = 0, SearchName = "某中心",
        };

        var found = FindKnownBodies.Barred(row, [Make()], Cases.Pack.Programme, LastDay.AddDays(30)).SingleOrDefault();

        (found is not null).ShouldBe(stops);
        found?.Zh.ShouldContain("ZS-20");
        found?.En.ShouldContain($"{LastDay.AddDays(1):yyyy-MM-dd}");
    }

    private static Contracts.Refusals.Refusal? Propose(Ban ban, string number, string decidedOn, string reason) =>
        LiftBan.Propose(ban, new(number, DateOnly.Parse(decidedOn, provider: null), reason), Cases.Proposer, new DateOnly(2029, 1, 2), Cases.Noon).Refusal;

    private static Contracts.Refusals.Refusal? Find(IEnumerable<Ban> bans, Parties parties, string day) =>
        FindBan.Decide(bans, Cases.Pack.Programme, "ships-and-offshore", parties, DateOnly.Parse(day, provider: null));

    private static Ban Make(bool barsLeading = false, string? category = null, DateOnly? lastDay = null, string? covers = null, string? place = null, bool hosting = false) => new()
    {
        Jurisdiction = "zhoushan",
        Programme = Cases.Pack.Programme,
        Covers = [covers ?? Cases.Pack.Programme],
        Place = place,
        BarsHosting = hosting,
        Category = category,
        Subject = "institution",
        Code = Barred,
        Name = "船舶创新中心有限公司",
        BarsLeading = barsLeading,
        Ground = "reevaluation-failed",
        GroundZh = "整改期满评估仍不合格",
        GroundEn = "failed again at the end of the rectification",
        Clause = "ZS-20",
        InstitutionId = Guid.CreateVersion7(),
        SanctionId = Guid.CreateVersion7(),
        DocumentNumber = "舟科〔2028〕7号",
        From = new DateOnly(2028, 2, 28),
        LastDay = lastDay ?? LastDay,
    };
}
