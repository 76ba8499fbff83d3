using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ConsoleTests;

/// <summary>The way to recognition, walked by hand: every step by the person whose duty it is, the public's without signing in.</summary>
public sealed class RecognitionByHandTests(BrowserFixture browser)
{
    private const string Project = "普陀海洋生物医药概念验证平台";
    private const string Grown = "普陀海洋生物医药创新服务平台";
    private const string Name = "舟山市海洋生物医药产业创新中心";
    private static readonly string[] Experts = ["zs-expert-1", "zs-expert-2", "zs-expert-3"];

    [Fact]
    public Task A_body_under_construction_is_recognised_by_hand_and_an_objection_is_filed_without_signing_in() =>
        browser.WalkAsync(
            EnterCalendarsAsync, EnrolAsync, EnterConstructionAsync, ApplyForRecognitionAsync, AnswerAndRecommendAsync,
            SelectAndScoreAsync, ConcludeAndDecideAsync, PostAsync, ObjectAndAnnounceAsync);

    private async Task ObjectAndAnnounceAsync()
    {
        var receipt = await ObjectAsync();
        await SettleObjectionAsync(receipt);
        await AnnounceAsync();
        await CheckCertificateAsync(receipt);
    }

    /// <summary>The notice and the weeks after it may lie in years that the State Council has not arranged yet (P-3).</summary>
    private async Task EnterCalendarsAsync()
    {
        var admin = await browser.AsAsync("admin");
        await admin.MenuAsync("工作日历");
        await admin.SeesRowAsync("2025");
        var year = (await TodayAsync(admin)).Year;
        foreach (var wanted in new[] { year, year + 1 })
        {
            if (await admin.Page.GetByRole(AriaRole.Row, new() { Name = wanted.ToString(CultureInfo.InvariantCulture) }).CountAsync() > 0)
            {
                continue;
            }

            await admin.PressAsync("录入日历");
            await admin.TypeAsync("年份", wanted.ToString(CultureInfo.InvariantCulture));
            await admin.ConfirmAsync("录入日历", "日历已录入");
            await admin.SeesAsync($"{wanted}年测试日历（非国务院办公厅公布）");
        }
    }

    private async Task EnrolAsync()
    {
        foreach (var (index, username) in Experts.Index())
        {
            var expert = await browser.AsAsync(username);
            await expert.MenuAsync("评审专家");
            await expert.PressAsync("登记");
            await expert.TypeAsync("所在单位名称", $"海洋研究院第{index + 1}研究所");
            await expert.ConfirmAsync("登记", "登记已保存");
        }
    }

    private async Task EnterConstructionAsync()
    {
        var applicant = await browser.AsAsync("zs-operator-3");
        await Filing.FillConstructionAsync(applicant, new ConstructionForm
        {
            Project = Project, Field = "海洋生物医药", District = "普陀区", Body = "普陀海洋生物医药创新中心有限公司", Code = "91330903MA29C6D20Q", Lead = "普陀区人民政府", LeadCode = "11330903002701M029",
        });
        await Filing.AttachAsync(applicant, "诚信承诺书");
        await Filing.SubmitAsync(applicant);
        await Filing.RecommendAsync(await browser.AsAsync("zs-district-putuo"), Project, "普陀区人民政府", "普科〔2026〕1号");
        await Filing.EnterAsync(await browser.AsAsync("zs-city"), Project, "舟科〔2026〕11号");
    }

    private async Task ApplyForRecognitionAsync()
    {
        var applicant = await browser.AsAsync("zs-operator-3");
        await applicant.MenuAsync("机构名录");
        await applicant.FollowAsync(Project);
        await applicant.PressAsync("申请认定");
        await applicant.ConfirmAsync("申请认定", "已新建草稿");

        // What it filed before is there already.
        await Assertions.Expect(applicant.Field("项目名称")).ToHaveValueAsync(Project);
        await applicant.TypeAsync("项目名称", Grown);
        await applicant.ChooseAsync("申报事项", "申请认定");
        await applicant.TypeAsync("中心法人名称", "普陀海洋生物医药创新中心");
        await applicant.TypeAsync("中心统一社会信用代码", "91330903MA29C6D20Q");
        await applicant.ChooseAsync("是否由多家单位联合组建", "否");
        foreach (var (index, function) in new[] { "技术研发", "概念验证", "中试", "成果转化", "创业投资", "知识产权" }.Index())
        {
            await applicant.PressAsync("plus 添加“创新功能”");
            await applicant.PickAsync("功能", function);
            await applicant.TypeAsync("佐证说明", $"第{index + 1}项功能的合同、设备与成果清单。");
        }

        await applicant.TypeAsync("年度稳定运行资金", "5000000");
        await applicant.TypeAsync("年度研发投入", "3000000");
        await applicant.TypeAsync("年度自有收入", "1200000");
        foreach (var question in new[] { "产学研合作基础", "行业影响力", "领军人才", "环保情况", "消防情况", "安全生产情况", "科技保密", "科研诚信管理", "科技伦理" })
        {
            await applicant.TypeAsync(question, "情况良好，详见所附材料。");
        }

        await applicant.ChooseAsync("是否有司法", "否");
        await applicant.ChooseAsync("承诺单位", "普陀区人民政府");
        await applicant.DayAsync("承诺日期", "2025-12-02");
        foreach (var file in new[] { "诚信承诺书", "建设方案", "组织架构", "合作、影响力", "环保、消防" })
        {
            await Filing.AttachAsync(applicant, file);
        }

        await Filing.SubmitAsync(applicant);
    }

    private async Task AnswerAndRecommendAsync()
    {
        var district = await browser.AsAsync("zs-district-putuo");
        await district.MenuAsync("今日待办");
        await district.FollowAsync(Grown);
        await district.SeesAsync("需人工认定");
        var answer = district.Page.GetByRole(AriaRole.Button, new() { Name = "认定", Exact = true });
        for (var left = await answer.CountAsync(); left > 0; left--)
        {
            await answer.First.ClickAsync();
            await district.ChooseAsync("符合");
            await district.TypeAsync("认定理由", "已现场核查，材料属实。");
            await district.ConfirmAsync("认定", "已记录认定");
            await Assertions.Expect(answer).ToHaveCountAsync(left - 1);
        }

        await Filing.RecommendAsync(district, Grown, "普陀区人民政府", "普科〔2026〕2号");
    }

    private async Task SelectAndScoreAsync()
    {
        var city = await browser.AsAsync("zs-city");
        await city.MenuAsync("今日待办");
        await city.FollowAsync(Grown);
        await city.Page.GetByRole(AriaRole.Link, new() { Name = "组织评审" }).ClickAsync();
        var experts = city.Page.GetByRole(AriaRole.Region, new() { Name = "评审专家" });
        await Assertions.Expect(experts.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1 + Experts.Length);
        await experts.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await city.PressAsync("组织评审");
        await city.TypeAsync("评审名称", "第一批认定评审");
        await city.ConfirmAsync("组织评审", "评审已开始");
        foreach (var (index, username) in Experts.Index())
        {
            var expert = await browser.AsAsync(username);
            await expert.MenuAsync("今日待办");
            await expert.FollowAsync(Grown);
            await expert.SeesAsync("创新功能");
            await expert.PressAsync("评分");
            await expert.TypeAsync("评分（0", (80 + index).ToString(CultureInfo.InvariantCulture));
            await expert.ChooseAsync("符合");
            await expert.TypeAsync("评分理由", "功能齐备，合作基础扎实，建议认定。");
            await expert.ConfirmAsync("评分", "评分已保存");
        }
    }

    private async Task ConcludeAndDecideAsync()
    {
        var city = await browser.AsAsync("zs-city");
        await city.Page.ReloadAsync();
        await city.SeesAsync("3 / 3 已完成");
        await city.PressAsync("形成建议名单");
        await city.ConfirmAsync("形成建议名单", "已形成建议名单");
        await city.SeesAsync("81.00");

        // ZS-26: the decision is another person's, and only after it may the list be posted.
        var second = await browser.AsAsync("zs-city-2");
        await second.MenuAsync("今日待办");
        await second.FollowAsync("第一批认定评审");
        await second.PressAsync("审定名单");
        await second.TypeAsync("审定文号", "舟科审〔2026〕1号");
        await second.ConfirmAsync("审定名单", "名单已审定");
    }

    private async Task PostAsync()
    {
        var city = await browser.AsAsync("zs-city");
        await city.Page.ReloadAsync();
        await city.PressAsync("发布公示");
        await city.TypeAsync("公示文号", "舟科公〔2026〕1号");
        await city.ConfirmAsync("发布公示", "公示已发布");
        await city.SeesAsync("剩余 5 个工作日");
    }

    private async Task<string> ObjectAsync()
    {
        var page = await browser.OpenAsync();
        var anybody = new Person("", page);
        await page.GotoAsync("/public/notices");
        await anybody.FollowAsync("舟科公〔2026〕1号");
        await anybody.SeesAsync(Grown);
        await anybody.TypeAsync("姓名或单位名称", "王海");
        await anybody.TypeAsync("联系方式", "0580-1234567");
        await anybody.TypeAsync("异议的事实和理由", "该单位的中试设备系租用，请核实。");
        await anybody.PressAsync("提交异议");
        await anybody.SeesAsync("异议已收到");
        return (await page.Locator("code").First.InnerTextAsync()).Trim();
    }

    private async Task SettleObjectionAsync(string receipt)
    {
        var city = await browser.AsAsync("zs-city");
        await city.MenuAsync("今日待办");
        await city.FollowAsync(receipt);
        await city.SeesAsync("该单位的中试设备系租用，请核实。");
        await city.PressAsync("登记核实情况");
        await city.TypeAsync("核实情况", "已查验购置合同与发票，设备为自有。");
        await city.ConfirmAsync("登记核实情况", "已核实，等待另一人作出决定");

        var second = await browser.AsAsync("zs-city-2");
        await second.MenuAsync("今日待办");
        await second.FollowAsync(receipt);
        await second.PressAsync("处理异议");
        await second.ChooseAsync("异议不成立");
        await second.TypeAsync("理由", "核实情况与异议不符。");
        await second.ConfirmAsync("处理异议", "异议已处理");
    }

    private async Task AnnounceAsync()
    {
        var admin = await browser.AsAsync("admin");
        await MoveClockAsync(admin, (await TodayAsync(admin)).AddDays(21));
        var city = await browser.AsAsync("zs-city");
        await city.Page.ReloadAsync();
        await city.MenuAsync("今日待办");
        await city.FollowAsync("舟科公〔2026〕1号");
        await city.SeesAsync("公示期满");
        await city.PressAsync("发文公布");
        await city.TypeAsync("公布文件文号", "舟科发〔2026〕21号");
        await city.SeesAsync($"认定名称：{Name}");
        await city.ConfirmAsync("发文公布", "已发文公布");
        await city.FollowAsync(Name);
        await Assertions.Expect(city.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("已认定");
    }

    private async Task CheckCertificateAsync(string receipt)
    {
        var operatorOfIt = await browser.AsAsync("zs-operator-3");
        await operatorOfIt.MenuAsync("机构名录");
        await operatorOfIt.FollowAsync(Name);
        await operatorOfIt.Page.GetByRole(AriaRole.Link, new() { Name = "认定证书" }).ClickAsync();
        var certificate = operatorOfIt.Page.GetByRole(AriaRole.Article, new() { Name = "认定证书" });
        await Assertions.Expect(certificate).ToContainTextAsync("舟科发〔2026〕21号");
        var code = (await certificate.Locator("code").InnerTextAsync()).Trim();

        var page = await browser.OpenAsync();
        var anybody = new Person("", page);
        await page.GotoAsync("/public/centres");
        await anybody.SeesAsync(Name);
        await page.GetByRole(AriaRole.Link, new() { Name = "证书与意见查验" }).ClickAsync();
        await anybody.TypeAsync("证书编码", code);
        await anybody.Field("证书编码").PressAsync("Enter");
        await anybody.SeesAsync("证书真实有效");
        await page.GotoAsync($"/public/objections/{receipt}");
        await anybody.SeesAsync("异议不成立");
        browser.AskedOutside.ShouldBeEmpty();
    }

    /// <summary>The business date that every window shows.</summary>
    private static async Task<DateOnly> TodayAsync(Person person) =>
        DateOnly.Parse((await person.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Time).GetAttributeAsync("datetime")).ShouldNotBeNull(), CultureInfo.InvariantCulture);

    private static async Task MoveClockAsync(Person admin, DateOnly day) =>
        await admin.Page.EvaluateAsync(
            """
            async (now) => {
              const { csrf } = await (await fetch('/session')).json();
              const headers = { 'Content-Type': 'application/json', 'X-CSRF': csrf };
              const moved = await fetch('/dev/clock', { method: 'PUT', headers, body: JSON.stringify({ now }) });
              if (!moved.ok) throw new Error(await moved.text());
            }
            """,
            $"{day:yyyy-MM-dd}T09:00:00+08:00");
}
