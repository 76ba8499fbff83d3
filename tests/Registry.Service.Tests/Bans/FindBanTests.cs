using Registry.Bans;
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
        (FindBan.Decide([Make(category: scope)], category, new Parties(null, Barred, []), LastDay) is not null).ShouldBe(stops);

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
        LiftBan.Decide(ban, new("舟科〔2029〕9号", new DateOnly(2029, 1, 1), "查明系他人所为"), Cases.Decider, new DateOnly(2029, 1, 2)).Refusal.ShouldBeNull();
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
        LiftBan.Decide(ban, new(number, DateOnly.Parse(decidedOn, provider: null), reason), Cases.Decider, new DateOnly(2029, 1, 2)).Refusal!.Code.ShouldBe(code);
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

    private static Contracts.Refusals.Refusal? Find(IEnumerable<Ban> bans, Parties parties, string day) =>
        FindBan.Decide(bans, "ships-and-offshore", parties, DateOnly.Parse(day, provider: null));

    private static Ban Make(bool barsLeading = false, string? category = null, DateOnly? lastDay = null) => new()
    {
        Jurisdiction = "zhoushan",
        Programme = Cases.Pack.Programme,
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
