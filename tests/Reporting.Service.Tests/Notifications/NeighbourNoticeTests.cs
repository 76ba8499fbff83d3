using System.Text.Json.Nodes;
using Contracts.Funding;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Notifications;

/// <summary>What Registry and Funding do to a body or to a post is told to whom it concerns: bans, delegations, claims.</summary>
public sealed class NeighbourNoticeTests
{
    private static readonly TestUser Maker = new("maker", [Roles.FinanceMaker], "zhoushan");
    private static readonly TestUser OtherDistrict = new("putuo", [Roles.DistrictReviewer], "zhoushan", "putuo");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_ban_and_its_lifting_are_told_to_who_is_barred_its_bureau_and_who_pays_it(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var body = Guid.CreateVersion7();
        var ban = new BanRuled
        {
            BanId = Guid.CreateVersion7(),
            Jurisdiction = "zhoushan",
            Programme = Programme,
            Code = Organisation,
            Name = "某中心",
            InstitutionId = body,
            GroundZh = "严重弄虚作假",
            GroundEn = "serious fraud in applying",
            Clause = "ZS-22",
            DocumentNumber = "舟科〔2026〕9号",
            From = new DateOnly(2026, 3, 1),
            LastDay = new DateOnly(2028, 3, 1),
        };
        var late = ban with { BanId = Guid.CreateVersion7(), LiftedOn = new DateOnly(2026, 3, 2), LiftDocumentNumber = "舟科〔2026〕30号" };

        // The ban waits for its body, whose district is told.
        await reporting.SendAsync(ban);
        await reporting.TellAsync(Institution(body));
        await reporting.TellAsync(ban, ban);
        await reporting.TellAsync(late);
        await reporting.TellAsync(late with { LiftedOn = null });

        foreach (var concerned in new[] { Own, District, City, Maker })
        {
            var told = await NoticesAsync(reporting, concerned);
            told.Select(notice => (notice.Word("kind"), notice.Word("clause"), notice.Word("link")))
                .ShouldBe([("ban-lifted", "ZS-22", "/bans"), ("ban-ruled", "ZS-22", "/bans")], concerned.Name);
            told[1].Word("zh").ShouldContain("2026-03-01 至 2028-03-01");
            told[1].Word("en").ShouldContain("barred from 2026-03-01 to 2028-03-01");
        }

        (await NoticesAsync(reporting, OtherDistrict)).ShouldBeEmpty();
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_claim_by_decision_or_deadline_is_told_to_the_body_and_finance_and_again_when_it_grows(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var body = Guid.CreateVersion7();
        var claim = new ClawbackOpened
        {
            ClawbackId = Guid.CreateVersion7(),
            InstitutionId = body,
            Programme = Programme,
            FiscalYear = 2026,
            Cause = ClawbackCauses.Deadline,
            ClaimedFen = 1_234_56,
            DueOn = new DateOnly(2026, 4, 1),
            Clause = "ZS-08",
        };

        // The claim waits for its body.
        await reporting.SendAsync(claim);
        await reporting.TellAsync(Institution(body));
        await reporting.TellAsync(claim, claim with { ClaimedFen = 2_000_00 });

        foreach (var concerned in new[] { Own, Maker })
        {
            var told = await NoticesAsync(reporting, concerned);
            told.Select(notice => (notice.Word("kind"), notice.Word("clause"), notice.Word("link")))
                .ShouldBe(Enumerable.Repeat(("clawback-opened", "ZS-08", $"/clawbacks/{claim.ClawbackId}"), 2), concerned.Name);
            told.Select(notice => notice.Word("zh")).ShouldContain(zh => zh.Contains("1,234.56 元", StringComparison.Ordinal) && zh.Contains("2026-04-01", StringComparison.Ordinal));
            told.Select(notice => notice.Word("en")).ShouldContain(en => en.Contains("2,000.00 yuan", StringComparison.Ordinal));
        }

        reporting.Host.Logs.ShouldHaveNoError();
    }

    private static async Task<List<JsonNode>> NoticesAsync(ReportingHost reporting, TestUser person) =>
        [.. (await reporting.GetAsync(person, "/notifications"))["items"]!.AsArray().Select(notice => notice!)];
}
