using Demo;
using Shouldly;
using SystemTests;
using Testing.Running;
using Xunit;

// One platform has one business clock: what is told today must not find it moved by another test.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace SystemTests;

/// <summary>One running platform for all tests, with the bureaus' stories already played on it; at the end nothing may have logged an error.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private RunningPlatform? running;

    /// <summary>The platform's API.</summary>
    public Platform Platform { get; private set; } = null!;

    /// <summary>What the story met.</summary>
    public FiveYearsFacts Facts { get; private set; } = null!;

    /// <summary>What was rightly refused in the other bureaus' stories, by what was tried.</summary>
    public IReadOnlyDictionary<string, Refused> Others { get; private set; } = null!;

    /// <summary>What was rightly refused in the story of Ezhou's carriers.</summary>
    public IReadOnlyDictionary<string, Refused> Carriers { get; private set; } = null!;

    /// <summary>What was rightly refused in the story of Shangdang's enclaves.</summary>
    public IReadOnlyDictionary<string, Refused> Enclaves { get; private set; } = null!;

    /// <summary>What the reporting year met.</summary>
    public ReportingFacts Reporting { get; private set; } = null!;

    /// <summary>The gateway's address.</summary>
    public Uri Gateway => running!.Gateway;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        running = await RunningPlatform.StartAsync();
        Platform = new Platform(running.Gateway);
        var narrator = new Narrator(TestContext.Current.TestOutputHelper is null ? Console.Out : TextWriter.Null);
        Facts = await new FiveYears(Platform, narrator).PlayAsync();
        Others = await new OtherBureaus(Platform, narrator).PlayAsync();
        Carriers = await new Carriers(Platform, narrator).PlayAsync();
        Enclaves = await new Enclaves(Platform, narrator).PlayAsync();
        await new YearlyRewards(Platform, narrator).PlayAsync();
        Reporting = await new ReportingYear(Platform, narrator).PlayAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Platform?.Dispose();
        if (running is not null)
        {
            var errors = running.LoggedErrors();
            await running.DisposeAsync();
            errors.ShouldBeEmpty("a process logged errors");
        }
    }
}
