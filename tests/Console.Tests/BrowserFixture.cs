using System.Collections.Concurrent;
using ConsoleTests;
using Microsoft.Playwright;
using Shouldly;
using Testing.Running;
using Xunit;

// One walk at a time: the persons keep their pages from test to test, and one of the walks moves the clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ConsoleTests;

/// <summary>The running platform and one browser in front of it; each person has a window of their own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const float PatienceMs = 30_000;

    private readonly ConcurrentDictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> faults = [];
    private PlatformProcess? platform;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The gateway's address.</summary>
    public Uri Gateway { get; private set; } = null!;

    /// <summary>What the windows asked of other machines; a bureau's intranet is closed.</summary>
    public ConcurrentBag<string> AskedOutside { get; } = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        platform = await PlatformProcess.StartAsync();
        await platform.UntilHealthyAsync();
        Gateway = await platform.AddressAsync("gateway");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A window that nobody has signed in with.</summary>
    public async Task<IPage> OpenAsync()
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Gateway.AbsoluteUri,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(PatienceMs);
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => NoteOutside(request.Url);
        return page;
    }

    /// <summary>A person, signed in through the login page the first time.</summary>
    public async Task<Person> AsAsync(string username)
    {
        if (people.TryGetValue(username, out var known))
        {
            return known;
        }

        var person = new Person(username, await OpenAsync());
        await person.SignInAsync();
        people[username] = person;
        return person;
    }

    /// <summary>Walks; where a walk gets stuck, it is told what everybody had before them.</summary>
    public async Task WalkAsync(params IEnumerable<Func<Task>> steps)
    {
        try
        {
            foreach (var step in steps)
            {
                await step();
            }
        }
        catch (Exception e)
        {
            var seen = await Task.WhenAll(people.Select(async person => $"{person.Key} at {person.Value.Page.Url}:\n{await person.Value.Page.InnerTextAsync("body")}"));
            throw new InvalidOperationException(string.Join("\n\n", [e.Message, .. seen]), e);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (platform is not null)
        {
            await platform.DisposeAsync();
        }

        faults.ShouldBeEmpty("a page threw");
    }

    private void NoteOutside(string url)
    {
        // The sign-in page is the identity provider's, on this machine as well.
        var inside = new Uri(url) is { Scheme: "data" or "blob" } or { Host: "localhost" };
        if (!inside)
        {
            AskedOutside.Add(url);
        }
    }
}
