using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demo;
using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>
/// Zhoushan's plan over five years, through the gateway, with logins, real RabbitMQ and three services: what the story met is held
/// against the clauses.
/// </summary>
public sealed class FiveYearsTests(PlatformFixture fixture)
{
    private const long CapFen = 300_000_000;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FiveYearsFacts facts = fixture.Facts;

    public static TheoryData<string, string> Standings => new()
    {
        { nameof(Body.Materials), "recognised" },
        { nameof(Body.Ships), "revoked" },
        { nameof(Body.Biomedicine), "merged" },
        { nameof(Body.Petrochemicals), "under-construction" },
        { nameof(Body.Aquaculture), "revoked" },
    };

    [Theory]
    [InlineData("no commitment", 409, "ZS-13")]
    [InlineData("appropriation a fen above the cap", 409, "ZS-03")]
    [InlineData("a maker who approves", 403, "role")]
    [InlineData("the fen after 2026's cap", 409, "ZS-03")]
    [InlineData("the fen after 2027's cap", 409, "ZS-03")]
    [InlineData("the fen after 2028's cap", 409, "ZS-03")]
    [InlineData("notice before the decision", 409, "ZS-26")]
    [InlineData("deciding on one's own review", 403, "ZS-26")]
    [InlineData("second of two reviewers", 412, "If-Match")]
    [InlineData("announcement before the notice is over", 409, "ZS-16")]
    [InlineData("announcement with an open objection", 409, "ZS-16")]
    [InlineData("objection after the notice", 409, "ZS-16")]
    [InlineData("confirming one's own proposal", 403, "P-5")]
    [InlineData("application while banned", 409, "ZS-22")]
    [InlineData("a receipt above what is outstanding", 409, "ZS-07")]
    [InlineData("money for a revoked body", 409, "ZS-22")]
    [InlineData("money on hold", 409, "P-5")]
    [InlineData("another account without a change", 409, "P-5")]
    [InlineData("a write-off without the leader", 403, "P-5")]
    [InlineData("a supplement a fen above the cap", 409, "ZS-03")]
    [InlineData("notice in a year without calendar", 409, "P-3")]
    [InlineData("a change in the future", 409, "ZS-21")]
    [InlineData("the same invoice twice", 409, "ZS-08")]
    [InlineData("money after the two years", 409, "ZS-08")]
    [InlineData("the fourth year", 409, "ZS-04")]
    [InlineData("money after two fails", 409, "ZS-22")]
    [InlineData("application of a lead body that is banned", 409, "ZS-22")]
    public void What_the_law_forbids_was_refused_by_its_clause_in_both_languages(string what, int status, string clause)
    {
        var refused = facts.Refusals[what];
        (refused.Status, refused.Clause).ShouldBe((status, clause), refused.En);
        refused.Zh.ShouldContain(c => c >= '\u4e00');
        refused.En.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public async Task Each_body_ends_where_its_story_leads(string name, string standing) =>
        (await InstitutionAsync(Named(name)))["standing"]!.GetValue<string>().ShouldBe(standing);

    [Fact]
    public async Task Recognition_counts_from_the_document_and_bears_the_generated_name()
    {
        var institution = await InstitutionAsync(Body.Materials);
        institution["recognisedOn"]!.GetValue<string>().ShouldBe("2026-05-12");
        institution["name"]!.GetValue<string>().ShouldBe("舟山市海洋新材料产业创新中心");
    }

    [Fact]
    public async Task Anyone_verifies_a_certificate_without_login()
    {
        var code = (await fixture.Platform.GetAsync("zs-city", $"/api/registry/institutions/{facts.Institutions[Body.Ships]}/certificate"))["code"];
        (await fixture.Platform.GetPublicAsync($"/api/registry/public/certificates/{code}")).ToJsonString(Readable).ShouldContain("revoked");
        (await fixture.Platform.GetPublicAsync("/api/registry/public/centres?jurisdiction=zhoushan"))["items"]!.AsArray()
            .Select(c => c!["name"]!.GetValue<string>()).ShouldBe([Body.Materials.RecognisedName]);
    }

    [Fact]
    public async Task A_notice_runs_five_working_days_around_the_holiday_and_its_make_up_day()
    {
        var notice = await NoticeAsync(0);
        notice["workingDays"]!.AsArray().Select(day => day!.GetValue<string>())
            .ShouldBe(["2026-05-06", "2026-05-07", "2026-05-08", "2026-05-09", "2026-05-11"]);
        notice["byTestCalendar"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_notice_of_a_year_without_a_published_calendar_says_that_its_calendar_is_a_test()
    {
        var notice = await NoticeAsync(2);
        notice["lastDay"]!.GetValue<string>().ShouldBe("2027-03-08");
        notice["byTestCalendar"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData(2026, 5)]
    [InlineData(2027, 4)]
    [InlineData(2028, 2)]
    public async Task Every_advance_of_the_year_is_paid_and_the_cap_is_used_to_the_fen(int year, int advances)
    {
        facts.Paid[year].Count.ShouldBe(advances);
        foreach (var advance in facts.Paid[year])
        {
            (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/advances/{advance}"))["advance"]!["status"]!.GetValue<string>().ShouldBe("paid");
        }

        var appropriations = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/appropriations?year={year}");
        var row = appropriations["items"]!.AsArray().Single(a => a!["fiscalYear"]!.GetValue<int>() == year)!;
        (row["committedFen"]!.GetValue<long>(), row["paidFen"]!.GetValue<long>()).ShouldBe((CapFen, CapFen));
    }

    [Theory]
    [InlineData(nameof(Body.Materials), 2026, "excellent", 60_000_000, 0)]
    [InlineData(nameof(Body.Ships), 2026, "good", 54_000_000, 6_000_000)]
    [InlineData(nameof(Body.Biomedicine), 2026, "good", 54_000_000, 6_000_000)]
    [InlineData(nameof(Body.Petrochemicals), 2026, "pass", 42_000_000, 18_000_000)]
    [InlineData(nameof(Body.Aquaculture), 2026, "fail", 0, 60_000_000)]
    [InlineData(nameof(Body.Materials), 2027, "good", 67_500_000, 7_500_000)]
    [InlineData(nameof(Body.Ships), 2027, "fail", 0, 75_000_000)]
    [InlineData(nameof(Body.Biomedicine), 2027, "good", 67_500_000, 7_500_000)]
    [InlineData(nameof(Body.Petrochemicals), 2027, "pass", 52_500_000, 22_500_000)]
    [InlineData(nameof(Body.Materials), 2028, "excellent", 180_000_000, 0)]
    [InlineData(nameof(Body.Ships), 2028, "fail", 0, 120_000_000)]
    public async Task The_grade_fixes_what_was_due_and_the_rest_is_claimed(string name, int year, string grade, long entitledFen, long clawbackFen)
    {
        var settlement = (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/settlements/{facts.Settlements[(Named(name), year)]}"))["settlement"]!;
        settlement["grade"]!.GetValue<string>().ShouldBe(grade);
        (settlement["entitledFen"]!.GetValue<long>(), settlement["clawbackFen"]!.GetValue<long>()).ShouldBe((entitledFen, clawbackFen));
    }

    [Fact]
    public async Task The_calculation_sheet_explains_the_entitled_amount_by_its_clause()
    {
        var sheet = (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/settlements/{facts.Settlements[(Body.Ships, 2026)]}/sheet")).ToJsonString(Readable);

        sheet.ShouldContain("ZS-06");
        sheet.ShouldContain("ZS-07");
        sheet.ShouldContain("根据考核结果确定实际应补助金额");
        sheet.ShouldContain("54000000");
    }

    [Fact]
    public async Task Two_receipts_settle_a_clawback()
    {
        var detail = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/clawbacks/{facts.Clawback}");

        detail["clawback"]!["status"]!.GetValue<string>().ShouldBe("closed");
        detail["receipts"]!.AsArray().Select(r => r!["amountFen"]!.GetValue<long>()).ShouldBe([4_000_000, 2_000_000], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_missed_the_two_years_pays_back_exactly_what_was_not_spent()
    {
        // 1,350,000.00 paid, 400,000.00 spent; 405,000.00 was claimed by the reviews already, so the deadline claims the other 545,000.00.
        var detail = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/deadline-cases/{facts.DeadlineCase}");
        detail["entries"]!.AsArray().Sum(e => e!["amountFen"]!.GetValue<long>()).ShouldBe(54_500_000);

        var clawbacks = await ClawbacksAsync(Body.Petrochemicals);
        clawbacks.Sum(c => c["receivedFen"]!.GetValue<long>()).ShouldBe(135_000_000 - 40_000_000);
    }

    [Fact]
    public async Task What_failed_and_what_came_back_was_paid_again()
    {
        foreach (var (ended, status) in new[] { (facts.Ended.Failed, "failed"), (facts.Ended.Returned, "returned") })
        {
            (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/advances/{ended}"))["advance"]!["status"]!.GetValue<string>().ShouldBe(status);
            facts.Paid[2027].ShouldNotContain(ended);
        }
    }

    [Theory]
    [InlineData(nameof(Body.Materials), 7_500_000, 7_500_000, 0, 0, 0, 0)]
    [InlineData(nameof(Body.Ships), 201_000_000, 181_000_000, 0, 15_000_000, 0, 5_000_000)]
    [InlineData(nameof(Body.Biomedicine), 13_500_000, 7_500_000, 6_000_000, 0, 0, 0)]
    [InlineData(nameof(Body.Petrochemicals), 95_000_000, 95_000_000, 0, 0, 0, 0)]
    [InlineData(nameof(Body.Aquaculture), 60_000_000, 60_050_000, 0, 0, 50_000, 0)]
    public async Task What_is_outstanding_is_what_was_claimed_less_all_that_was_done_about_it(
        string name, long claimedFen, long receivedFen, long offsetFen, long writtenOffFen, long refundedFen, long outstandingFen)
    {
        var clawbacks = await ClawbacksAsync(Named(name));
        string[] figures = ["claimedFen", "receivedFen", "offsetFen", "writtenOffFen", "refundedFen", "outstandingFen"];

        figures.Select(figure => clawbacks.Sum(c => c[figure]!.GetValue<long>()))
            .ShouldBe([claimedFen, receivedFen, offsetFen, writtenOffFen, refundedFen, outstandingFen]);
    }

    [Fact]
    public void What_was_not_paid_in_time_grew_old_by_the_day() =>
        (facts.DaysOverdue[(Body.Petrochemicals, 2026)], facts.DaysOverdue[(Body.Ships, 2028)]).ShouldBe((95, 124));

    [Fact]
    public async Task A_year_is_closed_with_what_was_decided_to_be_carried_over()
    {
        var row = (await fixture.Platform.GetAsync("zs-auditor", "/api/funding/appropriations?year=2029"))["items"]!.AsArray().Single()!;
        var report = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/appropriations/{row["id"]}/year-end");

        row["status"]!.GetValue<string>().ShouldBe("closed");
        string[] figures = ["supplementedFen", "carriedOutFen", "lapsedFen"];
        figures.Select(figure => report[figure]!.GetValue<long>()).ShouldBe([100_000_000, 100_000_000, 200_000_000]);
    }

    [Theory]
    [InlineData("holds?open=true")]
    [InlineData("holds?open=false")]
    [InlineData("appropriation-changes")]
    [InlineData("payments?status=failed")]
    [InlineData("payments?status=returned")]
    [InlineData("payee-accounts?status=replaced")]
    [InlineData("reconciliations")]
    [InlineData("differences?status=open")]
    [InlineData("differences?status=explained")]
    [InlineData("settlement-runs")]
    [InlineData("clawback-objections?status=decided")]
    [InlineData("clawback-decisions?kind=instalments")]
    [InlineData("clawback-decisions?kind=offset")]
    [InlineData("clawback-decisions?kind=refund")]
    [InlineData("clawback-decisions?kind=write-off")]
    [InlineData("receipts?unmatched=true")]
    public async Task Every_list_of_the_treasury_has_a_row_to_look_at(string list) =>
        (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/{list}"))["items"]!.AsArray().ShouldNotBeEmpty();

    [Fact]
    public async Task The_bans_are_on_exactly_the_subjects_that_the_clause_names()
    {
        // ZS-22 names centre and lead body. Who cheats before there is a centre of its own is barred as the body that builds it (ZS-10).
        var bans = (await fixture.Platform.GetAsync("zs-auditor", "/api/registry/bans?limit=200"))["items"]!.AsArray();
        bans.Select(ban => (ban!["code"]!.GetValue<string>(), ban["ground"]!.GetValue<string>(), ban["lastDay"]!.GetValue<string>(), ban["category"]?.GetValue<string>())).ShouldBe(
            [
                (Body.Aquaculture.Code, "serious-fraud", "2028-05-25", "ships-and-offshore"),
                (Body.Aquaculture.LeadBodyCode, "serious-fraud", "2028-05-25", "ships-and-offshore"),
                (Body.Ships.CentreCode, "two-consecutive-fails", "2031-01-15", "ships-and-offshore"),
                (Body.Ships.LeadBodyCode, "two-consecutive-fails", "2031-01-15", "ships-and-offshore"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_refused_application_names_the_first_free_day()
    {
        facts.Refusals["application while banned"].Inputs!["firstFreeDay"]!.GetValue<string>().ShouldBe("2028-05-26");
        facts.Refusals["application of a lead body that is banned"].Inputs!["firstFreeDay"]!.GetValue<string>().ShouldBe("2031-01-16");
    }

    [Fact]
    public async Task A_fail_was_proposed_for_rectification_and_the_second_for_revocation()
    {
        foreach (var (ground, measure) in new[] { ("evaluation-failed", "rectification"), ("two-consecutive-fails", "revocation"), ("serious-fraud", "revocation") })
        {
            var sanction = await fixture.Platform.GetAsync("zs-auditor", $"/api/registry/sanctions/{facts.Sanctions[ground]}");
            (sanction["measure"]!.GetValue<string>(), sanction["status"]!.GetValue<string>()).ShouldBe((measure, "confirmed"));
        }
    }

    [Fact]
    public async Task A_merger_reported_late_to_one_desk_is_flagged_and_carried_out()
    {
        var change = await fixture.Platform.GetAsync("zs-auditor", $"/api/registry/changes/{facts.Change}");
        (change["dueOn"]!.GetValue<string>(), change["late"]!.GetValue<bool>(), change["status"]!.GetValue<string>()).ShouldBe(("2027-10-20", true, "kept"));
    }

    [Fact]
    public void The_end_of_the_two_years_was_warned_of_three_times() => facts.Warnings.ShouldBe([180, 90, 30]);

    [Fact]
    public void Only_the_body_that_did_not_report_is_overdue() => facts.Overdue.ShouldBe([Body.Petrochemicals]);

    [Theory]
    [InlineData(2027, "key-fields-covered")]
    [InlineData(2030, "centres-2030")]
    public void A_target_that_was_missed_is_shown_as_missed(int year, string target) => facts.Targets[(year, target)]["met"]!.GetValue<bool>().ShouldBeFalse();

    [Fact]
    public async Task An_opinion_is_verified_with_the_centres_standing_on_its_day() =>
        (await fixture.Platform.GetPublicAsync($"/api/registry/public/opinions/{Uri.EscapeDataString(facts.Opinion)}"))["standingThen"]!.GetValue<string>().ShouldBe("recognised");

    [Fact]
    public async Task The_ledger_verifies_after_five_years()
    {
        var verified = await fixture.Platform.GetAsync("zs-auditor", "/api/funding/ledger/verify");

        verified["intact"]!.GetValue<bool>().ShouldBeTrue(verified.ToJsonString());
    }

    [Fact]
    public async Task An_operator_sees_its_own_money_and_nobody_elses()
    {
        var own = await fixture.Platform.GetAsync("zs-operator", "/api/funding/advances?limit=200");

        own["items"]!.AsArray().Select(a => a!["institutionId"]!.GetValue<Guid>()).Distinct().ShouldBe([facts.Institutions[Body.Materials]]);
    }

    private static Body Named(string name) => (Body)typeof(Body).GetField(name)!.GetValue(null)!;

    private Task<JsonNode> InstitutionAsync(Body body) => fixture.Platform.GetAsync("zs-city", $"/api/registry/institutions/{facts.Institutions[body]}");

    private Task<JsonNode> NoticeAsync(int index) => fixture.Platform.GetPublicAsync($"/api/registry/public/notices/{facts.Notices[index]}");

    private async Task<IReadOnlyList<JsonNode>> ClawbacksAsync(Body body) =>
        [.. (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/clawbacks?institution={facts.Institutions[body]}&limit=200"))["items"]!.AsArray().Select(c => c!)];
}
