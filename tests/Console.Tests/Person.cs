using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace ConsoleTests;

/// <summary>Somebody at the console, who acts by what they see: roles, labels and words.</summary>
/// <param name="username">Their user name; the password of a demo user is <c>demo</c>.</param>
/// <param name="page">Their window.</param>
public sealed class Person(string username, IPage page)
{
    /// <summary>Their window.</summary>
    public IPage Page => page;

    /// <summary>From the landing page through the login page to what waits for them.</summary>
    public async Task SignInAsync()
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "登录" }).ClickAsync();
        await GiveCredentialsAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "今日待办" })).ToBeVisibleAsync();
    }

    /// <summary>Fills the login page in.</summary>
    public async Task GiveCredentialsAsync()
    {
        await page.GetByLabel("用户名").FillAsync(username);
        await page.GetByLabel("密码").FillAsync("demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>Goes somewhere by the menu.</summary>
    public async Task MenuAsync(string name)
    {
        var entry = page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        var address = await entry.GetAttributeAsync("href");
        await entry.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(address!)}$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // The address changes at once; the menu marks the entry together with the page that is drawn, and until then the one before stands there.
        await Assertions.Expect(page.Locator("li.ant-menu-item-selected").GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Waits until a link appears in the page, asking again as a person would, and follows it.</summary>
    public async Task FollowAsync(string name)
    {
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) }).First;
        await Testing.Eventually.PassesAsync(
            async () =>
            {
                try
                {
                    await Assertions.Expect(link).ToBeVisibleAsync(new() { Timeout = 3_000 });
                }
                catch (PlaywrightException)
                {
                    // Not sooner: the page may still be on its way to where the last act leads, and asking anew calls it back.
                    await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
                    throw;
                }
            },
            TimeSpan.FromSeconds(30));
        await link.ClickAsync();
    }

    /// <summary>Presses a button of the page or of the window before it.</summary>
    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>The field that a label names: of the window in front, where one is open. A required field's label says so as well.</summary>
    public ILocator Field(string label) => page.GetByLabel(Starting(label)).Last;

    /// <summary>Types into a field.</summary>
    public Task TypeAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Picks from a list by typing what is wanted.</summary>
    public async Task PickAsync(string label, string option)
    {
        await Field(label).ClickAsync();
        await Field(label).FillAsync(option);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Finds what the service searches for and chooses it.</summary>
    public async Task FindAsync(string label, string option)
    {
        await Field(label).ClickAsync();
        await Field(label).FillAsync(option);
        await page.GetByTitle(option, new() { Exact = true }).Last.ClickAsync();
    }

    /// <summary>Chooses one of the answers that lie open under a question.</summary>
    public Task ChooseAsync(string answer) => ChooseAsync(page.GetByRole(AriaRole.Radio, new() { NameRegex = Starting(answer) }));

    /// <summary>Chooses one of the answers that lie open under this question.</summary>
    public Task ChooseAsync(string question, string answer) =>
        ChooseAsync(page.GetByRole(AriaRole.Radiogroup, new() { NameRegex = Starting(question) }).GetByRole(AriaRole.Radio, new() { NameRegex = Starting(answer) }));

    // A window that still grows moves under the pointer: the button goes down on one place and up on another. A person sees that and presses again.
    private static Task ChooseAsync(ILocator radio) => Eventually.PassesAsync(() => radio.CheckAsync());

    /// <summary>Types a day.</summary>
    public async Task DayAsync(string label, string day)
    {
        await Field(label).FillAsync(day);
        await Field(label).PressAsync("Enter");
    }

    /// <summary>Looks at the summary and confirms; waits until the platform has done it.</summary>
    public async Task ConfirmAsync(string act, string done)
    {
        var next = page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" });
        var confirm = page.GetByRole(AriaRole.Button, new() { Name = $"确认{act}" });
        await Assertions.Expect(next.Or(confirm)).ToBeVisibleAsync();
        if (await next.IsVisibleAsync())
        {
            await next.ClickAsync();
        }

        await confirm.ClickAsync();
        await Assertions.Expect(page.GetByText(done).Or(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).Last).ToContainTextAsync(done);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    /// <summary>Sees a text.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Sees a table's row that begins with these words.</summary>
    public Task SeesRowAsync(string beginning) =>
        Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = Starting(beginning) }).First).ToBeVisibleAsync();

    private static Regex Starting(string label) => new($@"^\*?{Regex.Escape(label)}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
