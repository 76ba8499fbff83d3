using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ConsoleTests;

/// <summary>The frame around the pages: the door in, the languages, what a role may see, the keyboard.</summary>
public sealed class ShellTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_visitor_returns_to_the_page_wanted_after_signing_in()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/policies");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "先行拨付，据实结算" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "登录" }).ClickAsync();
        await new Person("zs-leader", page).GiveCredentialsAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "政策规则" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("局领导");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var page = await browser.OpenAsync();
        await new Person("zs-auditor", page).SignInAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "登录" })).ToBeVisibleAsync();
        await page.GotoAsync("/ledger");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "登录" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_whole_page_speaks_the_readers_language_and_remembers_it()
    {
        var page = await browser.OpenAsync();
        await new Person("zs-leader", page).SignInAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today" })).ToBeVisibleAsync();
        await page.GotoAsync("/policies/zhoushan-innovation-centres");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Parameters" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task A_role_sees_its_own_duties_and_is_refused_what_is_not()
    {
        var expert = await browser.AsAsync("zs-expert-2");
        await expert.Page.GotoAsync("/");
        var menu = expert.Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" });
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "绩效考核" })).ToBeVisibleAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "支付批次" })).ToHaveCountAsync(0);
        await expert.Page.GotoAsync("/payment-runs");
        await Assertions.Expect(expert.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_clause_is_reached_by_keyboard_and_shows_the_sentence_of_the_document()
    {
        var leader = await browser.AsAsync("zs-leader");
        await leader.Page.GotoAsync("/policies/zhoushan-innovation-centres");
        var clause = leader.Page.GetByRole(AriaRole.Button, new() { Name = "条款 ZS-03，查看原文" }).First;
        await clause.FocusAsync();
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Tooltip)).ToContainTextAsync("每年安排不超过300万元财政资金");
    }

    [Fact]
    public async Task An_unknown_address_says_so_and_leads_back()
    {
        var leader = await browser.AsAsync("zs-leader");
        await leader.Page.GotoAsync("/nowhere");
        await leader.SeesAsync("这个地址没有页面");
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "回到首页" }).ClickAsync();
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Heading, new() { Name = "今日待办" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_is_asked_of_the_outside()
    {
        var leader = await browser.AsAsync("zs-leader");
        await leader.Page.GotoAsync("/policies", new() { WaitUntil = WaitUntilState.NetworkIdle });
        browser.AskedOutside.ShouldBeEmpty();
    }
}
