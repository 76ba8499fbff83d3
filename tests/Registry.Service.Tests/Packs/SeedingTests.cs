using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

namespace Registry.Tests.Packs;

public sealed class SeedingTests
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Starting_again_publishes_nothing_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await RunningRegistry.StartOnAsync(database);
        var published = await PublishedAsync(host);
        published.ShouldBe(Directory.GetFiles(Path.Combine(Repository.PoliciesFolder, "calendars"), "*.yaml").Length + Policies.PackLibrary.FromFolder(Repository.PoliciesFolder).Packs.Count());

        await using var replica = await RunningRegistry.StartOnAsync(database);

        (await PublishedAsync(replica)).ShouldBe(published);
    }

    [Fact]
    public async Task Another_text_for_a_published_version_prevents_the_start_in_words()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var host = await RunningRegistry.StartOnAsync(database);
        var folder = Directory.CreateTempSubdirectory("registry-policies-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "zhoushan-innovation-centres"));
        Directory.CreateDirectory(Path.Combine(folder, "calendars"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "zhoushan-innovation-centres", "2025-10-21.yaml"), Repository.Zhoushan.Content + "\n", TestContext.Current.CancellationToken);

        var thrown = await Should.ThrowAsync<StartupException>(() => StartSeedsAsync(host, folder));

        thrown.Message.ShouldContain("zhoushan-innovation-centres");
        thrown.Message.ShouldContain("2025-10-21");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var host = await RunningRegistry.StartOnAsync(database);

        (await Should.ThrowAsync<StartupException>(() => StartSeedsAsync(host, "/no/such/folder"))).Message.ShouldContain("/no/such/folder");
    }

    private static Task StartSeedsAsync(ServiceHost host, string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Policies:Folder"] = folder })
            .Build();
        var seeds = new SeedAtStart(
            host.Services.GetRequiredService<IServiceScopeFactory>(), configuration, host.Services.GetRequiredService<BusinessClock>());
        return seeds.StartAsync(TestContext.Current.CancellationToken);
    }

    private static Task<int> PublishedAsync(ServiceHost host) =>
        host.InScopeAsync<RegistryDb, int>(db => db.Database
            .SqlQueryRaw<string>("""SELECT "Type" AS "Value" FROM "OutboxMessage" WHERE "Type" IN ('registry.policy-published', 'registry.calendar-published')""")
            .CountAsync());
}
