using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ConsoleTests;

/// <summary>One register that a pack defines, walked by hand: filed and amended by the district, read by everybody, ended by the city (EO-17).</summary>
public sealed class RegisterByHandTests(BrowserFixture browser)
{
    private const string Register = "概念验证中心、中试基地和应用场景";
    private const string Name = "葛店光电中试基地";

    [Fact]
    public async Task An_entry_is_filed_amended_published_and_ended_each_by_its_person()
    {
        var district = await browser.AsAsync("ez-district");
        await FileAsync(district);
        await AmendAsync(district);
        await FindAsync(district);
        await ReadWithoutSigningInAsync();
        await EndAsync(await browser.AsAsync("ez-city"));
    }

    private static async Task FileAsync(Person district)
    {
        await district.MenuAsync("登记册");
        await OpenAsync(district, Register);
        await district.PressAsync("新建条目");
        await district.ConfirmAsync("新建条目", "已新建草稿");
        await district.TypeAsync("名称", Name);
        await district.ChooseAsync("中试基地");
        await district.PickAsync("所在区", "葛店经开区");
        await district.TypeAsync("运营单位", "葛店中试科技有限公司");
        await district.DayAsync("启用日期", "2025-12-01");
        await district.SeesAsync("必填项已齐");
        await district.PressAsync("登记");
        await district.ConfirmAsync("登记", "已登记");
        await Assertions.Expect(Heading(district)).ToContainTextAsync("在用");
    }

    private static async Task AmendAsync(Person district)
    {
        await district.PressAsync("修改");
        await district.TypeAsync("运营单位", "葛店光电中试科技有限公司");
        await district.PressAsync("保存修改");
        await district.TypeAsync("修改理由", "单位更名");
        await district.ConfirmAsync("保存修改", "修改已记入历史");
        await Assertions.Expect(district.Page.Locator("del")).ToHaveTextAsync("葛店中试科技有限公司");
        await Assertions.Expect(district.Page.Locator("ins")).ToHaveTextAsync("葛店光电中试科技有限公司");
    }

    /// <summary>The filters stand in the address: what they leave out is gone, what they name is there.</summary>
    private static async Task FindAsync(Person district)
    {
        await district.Page.GotoAsync("/registers/ezhou-offshore-institutions/supporting-facilities?kind=scenario");
        await district.SeesAsync("没有符合条件的条目");
        await district.Page.GotoAsync("/registers/ezhou-offshore-institutions/supporting-facilities?kind=pilot-base&q=中试");
        await district.SeesAsync(Name);
    }

    private async Task ReadWithoutSigningInAsync()
    {
        var visitor = await browser.OpenAsync();
        await visitor.GotoAsync("/public/registers");
        await visitor.GetByRole(AriaRole.Link, new() { Name = Register }).ClickAsync();
        await Assertions.Expect(visitor.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^1 {Name}", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToContainTextAsync("葛店经开区");
    }

    private static async Task EndAsync(Person city)
    {
        await city.MenuAsync("登记册");
        await OpenAsync(city, Register);
        await OpenAsync(city, Name);
        await city.PressAsync("停用");
        await city.ConfirmAsync("停用", "停用已办理");
        await Assertions.Expect(Heading(city)).ToContainTextAsync("停用");
        await city.SeesAsync("在用 → 停用");
        await Assertions.Expect(city.Page.GetByRole(AriaRole.Button, new() { Name = "修改" })).ToHaveCountAsync(0);
    }

    private static Task OpenAsync(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    private static ILocator Heading(Person person) => person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
