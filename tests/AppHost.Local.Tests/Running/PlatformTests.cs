using System.Net;
using System.Net.Sockets;
using AppHost.Local.Tests.Processes;
using Shouldly;
using Testing;
using Testing.Running;
using Xunit;

namespace AppHost.Local.Tests.Running;

/// <summary>The true diagram, run as a person runs it.</summary>
public sealed class PlatformTests
{
    private static readonly TimeSpan UntilGone = TimeSpan.FromSeconds(30);
    private static readonly string[] Infrastructure = ["messaging", "keycloak"];

    [Fact]
    public async Task A_killed_platform_leaves_no_process_and_starts_again_on_its_data()
    {
        var folder = Directory.CreateTempSubdirectory("platform-").FullName;
        await using (var killed = await PlatformProcess.StartAsync(folder))
        {
            await killed.UntilHealthyAsync(Infrastructure);
            var processes = ProcessTable.TreeOf(killed.Id);
            var names = processes.Select(ProcessTable.NameOf).ToList();
            names.ShouldContain("beam.smp");
            names.ShouldContain("epmd");

            await killed.KillAsync();

            await Eventually.HoldsAsync(() => !processes.Exists(ProcessTable.IsRunning), UntilGone);
        }

        await using var again = await PlatformProcess.StartAsync(folder);
        await again.UntilHealthyAsync(Infrastructure);
        var left = ProcessTable.TreeOf(again.Id);
        (await again.StopAsync()).ShouldBe(0);
        left.Where(ProcessTable.IsRunning).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_start_beside_a_running_platform_names_the_running_one()
    {
        await using var first = await PlatformProcess.StartAsync();
        await Eventually.HoldsAsync(async () => (await first.ResourcesAsync()).Count > 0, UntilGone);

        await using var second = await PlatformProcess.StartAsync(first.DataFolder);

        (await second.Exited.WaitAsync(UntilGone)).ShouldBe(1);
        second.Output.ShouldContain($"process {first.Id}");
        second.Output.ShouldContain("./run.sh --stop");
        ShouldTellNoStackTrace(second);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_its_resource_and_the_variable_that_moves_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        await using var platform = await PlatformProcess.StartAsync(
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["PLATFORM_PORT"] = port, ["PLATFORM_IDENTITY_PORT"] = port });

        (await platform.Exited.WaitAsync(UntilGone)).ShouldBe(1);
        platform.Output.ShouldContain($"Port {port}, for gateway, is taken");
        platform.Output.ShouldContain("PLATFORM_PORT=");
        platform.Output.ShouldContain($"Port {port}, for keycloak, is taken");
        platform.Output.ShouldContain("PLATFORM_IDENTITY_PORT=");
        ShouldTellNoStackTrace(platform);
    }

    [Fact]
    public async Task A_data_folder_deleted_while_the_platform_runs_stops_it_with_a_clear_message()
    {
        await using var platform = await PlatformProcess.StartAsync();
        await platform.UntilHealthyAsync("keycloak");

        Directory.Delete(Path.Combine(platform.DataFolder, "db"), recursive: true);

        (await platform.Exited.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(1);
        platform.Output.ShouldContain($"The data folder {platform.DataFolder}/db was deleted");
        ShouldTellNoStackTrace(platform);
    }

    [Fact]
    public async Task A_service_receives_what_Aspire_would_inject_with_the_stand_ins_addresses()
    {
        await using var platform = await PlatformProcess.StartAsync();
        await Eventually.HoldsAsync(
            async () => (await platform.ResourcesAsync()).Any(resource => resource is { Name: "funding", Pid: not null }), TimeSpan.FromMinutes(3));

        var funding = await platform.ResourceAsync("funding");
        var registry = await platform.AddressAsync("registry");
        var variables = ProcessTable.VariablesOf(funding.Pid!.Value);

        variables["ConnectionStrings__funding-db"].ShouldBe($"Data Source={platform.DataFolder}/db/funding.db");
        variables["Database__Provider"].ShouldBe("Sqlite");
        variables["ConnectionStrings__messaging"].ShouldStartWith("amqp://platform:");
        new Uri(variables["services__registry__http__0"]).ShouldBe(registry);
        new Uri(variables["REGISTRY_HTTP"]).ShouldBe(registry);
        variables["ASPNETCORE_URLS"].ShouldBe(funding.Endpoints[0]);
        variables["ASPNETCORE_ENVIRONMENT"].ShouldBe("Development");
        variables["OTEL_SERVICE_NAME"].ShouldBe("funding");
        new Uri(variables["Keycloak__auth-server-url"]).ShouldBe(await platform.AddressAsync("keycloak"));
        variables["Keycloak__resource"].ShouldBe("platform-api");
        variables["Keycloak__client-id"].ShouldBe("funding-service");
        variables["Keycloak__credentials__secret"].ShouldNotBeNullOrWhiteSpace();
        Directory.Exists(variables["Policies__Folder"]).ShouldBeTrue();
    }

    private static void ShouldTellNoStackTrace(PlatformProcess platform) => platform.Output.ShouldNotContain("   at ");
}
