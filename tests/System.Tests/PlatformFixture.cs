using Demo;
using Shouldly;
using SystemTests;
using Testing.Running;
using Xunit;

[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace SystemTests;

/// <summary>One running platform for all tests, with the five years already played on it; at the end nothing may have logged an error.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private RunningPlatform? running;

    /// <summary>The platform's API.</summary>
    public Platform Platform { get; private set; } = null!;

    /// <summary>What the story met.</summary>
    public FiveYearsFacts Facts { get; private set; } = null!;

    /// <summary>The gateway's address.</summary>
    public Uri Gateway => running!.Gateway;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        running = await RunningPlatform.StartAsync();
        Platform = new Platform(running.Gateway);
        Facts = await new FiveYears(Platform, new Narrator(TestContext.Current.TestOutputHelper is null ? Console.Out : TextWriter.Null)).PlayAsync();
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
