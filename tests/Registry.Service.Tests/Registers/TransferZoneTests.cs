using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>What Hubei's transfer zone lets stand, flags and refuses, on and around each boundary (HB-05, HB-07, HB-08, HB-09, HB-18, HB-19).</summary>
public sealed class TransferZoneTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Half_a_million_yuan_put_to_use_counts_as_provincial_and_a_fen_less_does_not(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var unit = bureau.Operator(Papers.NewOrganisation());

        (await CertifyAsync(49_999_999)).Refused(HttpStatusCode.Conflict, "funds-below-provincial", "HB-07");
        (await CertifyAsync(50_000_000)).State().ShouldBe("certified");

        async Task<Reply> CertifyAsync(long usedFen)
        {
            object answers = new
            {
                projectName = "光电子中试", contractNumber = Bureau.Unique("合同"), leader = "张教授", unitName = "某大学", unitCode = Papers.NewOrganisation(), usedFen,
                usedUntil = Bureau.Today, purpose = "title",
            };
            var entry = (await bureau.FileAsync(unit, "fund-uses", answers, null, "useEvidence")).Accepted();
            return await Bureau.StepAsync(bureau.City, entry.Id, "certify", new { documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today });
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_share_outside_seventy_to_ninety_nine_percent_and_what_else_departs_is_flagged_and_a_leader_without_notice_refused(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var unit = bureau.Operator(Papers.NewOrganisation());

        (await ShareAsync(69_999_999)).Flags().ShouldBe(["HB-08 award-within-share"]);
        (await ShareAsync(70_000_000)).Flags().ShouldBeEmpty();
        (await ShareAsync(99_000_000)).Flags().ShouldBeEmpty();
        (await ShareAsync(99_000_001)).Flags().ShouldBe(["HB-08 award-within-share"]);
        (await ShareAsync(100_000_000)).Flags().ShouldBe(["HB-08 award-within-share"]);
        (await ShareAsync(80_000_000, activity: "other", registered: false)).Flags().ShouldBe(["HB-08 award-activity-named", "HB-08 award-contract-registered"], ignoreOrder: true);
        (await ShareAsync(80_000_000, uses: ["development", "other"])).Flags().ShouldBe(["HB-19 retained-for-work"]);
        (await ShareAsync(80_000_000, award: "leader-cash")).Refused(HttpStatusCode.Conflict, "leader-share-not-posted", "HB-18");
        (await ShareAsync(80_000_000, award: "leader-cash", files: ["publicNotice"])).Flags().ShouldBeEmpty();

        (await ShareAsync(80_000_000, award: "head-equity", files: ["publicNotice"])).Refused(HttpStatusCode.Conflict, "head-equity-not-approved", "HB-18");
        (await ShareAsync(80_000_000, award: "head-equity", files: ["publicNotice", "headApproval"])).Flags().ShouldBeEmpty();

        async Task<Reply> ShareAsync(long awardedFen, string activity = "transfer", bool registered = true, string award = "completer-cash", string[]? uses = null, string[]? files = null)
        {
            object answers = new
            {
                resultName = Bureau.Unique("激光器件"),
                unitName = "某大学",
                unitCode = Papers.NewOrganisation(),
                activity,
                contractRegistered = registered,
                contractNumber = registered ? "技合〔2026〕8号" : null,
                decidedOn = Bureau.Today,
                netIncomeFen = 100_000_000,
                awardedFen,
                recipients = new[] { new { name = "李研究员", award, amountFen = awardedFen } },
                retainedFen = 100_000_000 - awardedFen,
                retainedUses = uses ?? ["development"],
            };
            return await bureau.FileAsync(unit, "distributions", answers, null, files ?? []);
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_assigned_is_overdue_a_year_and_a_day_later_and_not_before(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var unit = bureau.Operator(Papers.NewOrganisation());
        var (inTime, late) = (await AssignAsync(Bureau.Today.AddYears(-1)), await AssignAsync(Bureau.Today.AddYears(-1).AddDays(-1)));

        (await Bureau.StepAsync(unit, inTime, "mark-overdue", new { })).Refused(HttpStatusCode.Conflict, "start-not-overdue", "HB-09");
        (await Bureau.StepAsync(unit, late, "mark-overdue", new { })).State().ShouldBe("overdue");
        (await Bureau.StepAsync(unit, late, "take-over", new { answers = new { mode = "own" } })).State().ShouldBe("unit-led");
        (await Bureau.AttachAsync(unit, inTime, "startEvidence")).Accepted();
        var started = await Bureau.StepAsync(unit, inTime, "start", new { answers = new { startedOn = Bureau.Today } });
        started.State().ShouldBe("started");
        started.Flags().ShouldBeEmpty();

        var slow = await AssignAsync(Bureau.Today.AddYears(-1).AddDays(-1));
        (await Bureau.AttachAsync(unit, slow, "startEvidence")).Accepted();
        (await Bureau.StepAsync(unit, slow, "start", new { answers = new { startedOn = Bureau.Today } })).Flags().ShouldBe(["HB-09 started-in-time"]);

        async Task<Guid> AssignAsync(DateOnly assignedOn) => (await bureau.FileAsync(
            unit, "assignments", new { resultName = Bureau.Unique("成果"), unitName = "某研究所", unitCode = Papers.NewOrganisation(), completer = "王工", right = "long-term-use", assignedOn })).Accepted().Id;
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whose_project_was_not_closed_enters_none_until_the_last_day_of_the_ban_is_over(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (code, another) = (Papers.NewOrganisation(), Papers.NewOrganisation());
        var undertaker = bureau.Operator(code);
        var project = (await EnterAsync(undertaker, code)).Accepted().Id;
        object refusal = new { answers = new { foundOn = Bureau.Today, shortfall = "未完成转化" }, documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today };

        (await EnterAsync(undertaker, another)).Refused(HttpStatusCode.BadRequest, "answers-refused", "HB-05");
        object backDated = new { answers = new { shortfall = "未完成转化" }, documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today.AddDays(-1) };
        (await Bureau.StepAsync(bureau.City, project, "refuse-closing", backDated)).Refused(HttpStatusCode.Conflict, "dated-before-filing", "HB-05");
        (await Bureau.StepAsync(undertaker, project, "refuse-closing", refusal)).Refused(HttpStatusCode.Forbidden, "forbidden", "HB-05");
        (await Bureau.StepAsync(bureau.City, project, "refuse-closing", refusal)).State().ShouldBe("not-closed");

        var barred = (await EnterAsync(undertaker, code.ToLowerInvariant())).Refused(HttpStatusCode.Conflict, "banned", "HB-05");
        barred["inputs"]!["lastDay"]!.Day().ShouldBe(Bureau.Today.AddYears(2));
        (await EnterAsync(bureau.Operator(another), another)).Accepted();

        Task<Reply> EnterAsync(Person by, string undertakerCode) => bureau.FileAsync(by, "projects", new
        {
            projectName = Bureau.Unique("技术创新项目"),
            number = Bureau.Unique("鄂科"),
            undertakerName = "某公司",
            undertakerCode,
            kind = "technical-innovation",
            method = "directed",
            fundsFen = 1_000_000,
            startedOn = "2024-01-01",
            transferRequirement = "一年内转化",
            requirementDueOn = "2026-01-01",
        });
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider) => await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "hubei-transfer-zone", "2021-10-19");
}
