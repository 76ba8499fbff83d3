using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ConsoleTests;

/// <summary>The path of money, walked by hand: every step by the person whose duty it is, in their own window.</summary>
public sealed class MoneyPathByHandTests(BrowserFixture browser)
{
    private const string Project = "定海海洋新材料中试基地";
    private const string Body = "定海海洋新材料创新中心有限公司";

    [Fact]
    public Task An_advance_travels_from_application_to_settled_clawback_by_hand() =>
        browser.WalkAsync(
            ApplyAsync, RecommendAsync, EnterAsync, OpenTheYearAsync, ProposeAndApproveAsync, PayAsync,
            GradeAndPublishAsync, SettleAsync, TakeBackAsync, ReadTheBooksAsync);

    private async Task ApplyAsync()
    {
        var applicant = await browser.AsAsync("zs-operator");
        await Filing.FillConstructionAsync(applicant, new ConstructionForm
        {
            Project = Project, Field = "新材料", District = "定海区", Body = Body, Code = "91330902MA2K3T7Q0K", Lead = "定海区人民政府", LeadCode = "11330902002700M01G",
        });
        await applicant.SeesAsync("草稿已保存");
        await applicant.SeesAsync("还有 1 项必填");

        // ZS-13: without the commitment nothing is handed in.
        await applicant.PressAsync("提交申报");
        await applicant.PressAsync("确认提交申报");
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("ZS-13");
        await applicant.PressAsync("取消");

        await Filing.AttachAsync(applicant, "诚信承诺书");
        await Filing.SubmitAsync(applicant);
    }

    private async Task RecommendAsync()
    {
        await Filing.RecommendAsync(await browser.AsAsync("zs-district"), Project, "定海区人民政府", "定科〔2026〕1号");
    }

    private async Task EnterAsync()
    {
        await Filing.EnterAsync(await browser.AsAsync("zs-city"), Project, "舟科〔2026〕1号");
    }

    private async Task OpenTheYearAsync()
    {
        var maker = await browser.AsAsync("zs-maker");
        await maker.MenuAsync("年度安排");
        await maker.PressAsync("提出年度安排");
        await maker.TypeAsync("安排金额", "3000000.01");
        await maker.TypeAsync("支出功能分类科目", "2060499");
        await maker.TypeAsync("指标文号", "舟财预〔2026〕1号");
        await maker.PressAsync("下一步：核对");
        await maker.PressAsync("确认提出年度安排");

        // ZS-03: a fen above the cap is refused with the clause and the figures.
        var refusal = maker.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert);
        await Assertions.Expect(refusal).ToContainTextAsync("ZS-03");
        await Assertions.Expect(refusal).ToContainTextAsync("3,000,000.00");

        await maker.PressAsync("返回修改");
        await maker.TypeAsync("安排金额", "3000000");
        await maker.ConfirmAsync("提出年度安排", "已提出，等待复核");

        var approver = await browser.AsAsync("zs-approver");
        await approver.MenuAsync("今日待办");
        await approver.FollowAsync("舟财预〔2026〕1号");
        await approver.PressAsync("复核通过");
        await approver.ConfirmAsync("复核通过", "年度安排已下达");
    }

    private async Task ProposeAndApproveAsync()
    {
        var maker = await browser.AsAsync("zs-maker");
        await maker.MenuAsync("机构资金账户");
        await maker.FollowAsync(Project);
        await maker.MenuAsync("先行拨付");
        await maker.PressAsync("提出拨付");
        await maker.FindAsync("机构", Project);
        await maker.TypeAsync("拨付金额", "750000");
        await maker.TypeAsync("用途", "中心建设与运行");
        await maker.TypeAsync("下达文号", "舟财教〔2026〕6号");
        await Assertions.Expect(maker.Field("收款单位")).ToHaveValueAsync(Body);
        await maker.TypeAsync("收款账号", "3309020104000330902");
        await maker.ConfirmAsync("提出拨付", "已提出，等待复核");

        var approver = await browser.AsAsync("zs-approver");
        await approver.MenuAsync("今日待办");
        await approver.FollowAsync(Project);
        await approver.PressAsync("复核通过");
        await approver.ConfirmAsync("复核通过", "已复核通过");
        await approver.SeesAsync("计算书");
    }

    private async Task PayAsync()
    {
        var maker = await browser.AsAsync("zs-maker");
        await maker.MenuAsync("支付批次");
        await maker.Page.GetByRole(AriaRole.Link, new() { Name = "组批", Exact = true }).ClickAsync();
        await maker.Page.GetByRole(AriaRole.Checkbox, new() { Name = Project }).CheckAsync();
        await maker.PressAsync("组批");
        await maker.ConfirmAsync("组批", "已组批，等待封存");

        var approver = await browser.AsAsync("zs-approver");
        await approver.MenuAsync("今日待办");
        await approver.FollowAsync("#");
        await approver.PressAsync("封存并导出");
        await approver.ConfirmAsync("封存并导出", "已封存并导出");

        await maker.Page.ReloadAsync();
        await maker.Field($"{Project} 的银行结果").ClickAsync();
        await maker.Page.GetByTitle("已拨付").Last.ClickAsync();
        await maker.TypeAsync($"{Project} 的银行流水号", "ZS20260001");
        await maker.PressAsync("登记银行回单");
        await maker.ConfirmAsync("登记银行回单", "已登记银行回单");

        var applicant = await browser.AsAsync("zs-operator");
        await applicant.MenuAsync("我的资金");
        await applicant.SeesRowAsync($"{await YearAsync(applicant)} 750,000.00 750,000.00");
    }

    private async Task GradeAndPublishAsync()
    {
        var expert = await browser.AsAsync("zs-expert-1");
        await expert.MenuAsync("今日待办");
        await expert.FollowAsync(Project);
        await expert.PressAsync("评定等次");
        await expert.ChooseAsync("合格");
        await expert.TypeAsync("考核理由", "依据年度工作报告、经费决算与现场核查综合评定。");
        await expert.ConfirmAsync("评定等次", "已提出等次，等待公布");

        var city = await browser.AsAsync("zs-city");
        await city.MenuAsync("今日待办");
        await city.FollowAsync(Project);
        await city.PressAsync("公布结果");
        await city.TypeAsync("公布文件文号", "舟科考〔2026〕3号");
        await city.ConfirmAsync("公布结果", "已公布，等待财务结算");
    }

    private async Task SettleAsync()
    {
        // P-5: a published result moves no money by itself; one person calculates, another commits.
        var maker = await browser.AsAsync("zs-maker");
        await maker.MenuAsync("结算批次");
        await maker.PressAsync("测算一个年度");
        await maker.TypeAsync("年度", await YearAsync(maker));
        await maker.ConfirmAsync("测算一个年度", "已开始测算");
        await maker.Page.WaitForURLAsync("**/settlement-runs/*");
        await maker.SeesAsync("225,000.00");

        var approver = await browser.AsAsync("zs-approver");
        await approver.Page.GotoAsync(maker.Page.Url);
        await approver.PressAsync("复核并结算");
        await approver.ConfirmAsync("复核并结算", "已复核，正在结算");
    }

    private async Task TakeBackAsync()
    {
        // 合格 keeps 70 %: of 750,000.00 yuan 525,000.00 was due, 225,000.00 comes back (ZS-06, ZS-07).
        var maker = await browser.AsAsync("zs-maker");
        await maker.MenuAsync("追缴");
        await maker.FollowAsync(Project);
        await maker.SeesAsync("225,000.00");
        await Assertions.Expect(maker.Page.GetByRole(AriaRole.Article, new() { Name = "计算书" })).ToContainTextAsync("ZS-07");
        await ReceiveAsync(maker, "150000", "浙财缴2026000001");
        await maker.SeesAsync("75,000.00");
        await ReceiveAsync(maker, "75000", "浙财缴2026000002");
        await Assertions.Expect(maker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("已结清");
    }

    private static async Task ReceiveAsync(Person maker, string yuan, string number)
    {
        await maker.PressAsync("登记缴款");
        await maker.TypeAsync("缴款金额", yuan);
        await maker.TypeAsync("缴款书号", number);
        await maker.ConfirmAsync("登记缴款", "已登记缴款");
        await maker.SeesAsync(number);
        await Assertions.Expect(maker.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    private async Task ReadTheBooksAsync()
    {
        var auditor = await browser.AsAsync("zs-auditor");
        await auditor.MenuAsync("台账");
        await auditor.SeesAsync("追缴入库");
        await auditor.PressAsync("safety-certificate 核验台账");
        await auditor.SeesAsync("台账完整");
        await auditor.MenuAsync("年度结算");
        await auditor.FollowAsync(Project);
        await Assertions.Expect(auditor.Page.GetByRole(AriaRole.Article, new() { Name = "计算书" })).ToContainTextAsync("525,000.00");
    }

    /// <summary>The fiscal year: that of the business date which every window shows.</summary>
    private static async Task<string> YearAsync(Person person) =>
        (await person.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Time).GetAttributeAsync("datetime")).ShouldNotBeNull()[..4];
}
