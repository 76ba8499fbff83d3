using System.Net;
using System.Net.Sockets;
using Gateway.Data;
using Identity.Dev;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Data;
using Testing.Databases;
using Testing.Hosting;

namespace Gateway.Tests.Running;

/// <summary>
/// A gateway, or several replicas of one, before Identity.Dev and three small services, wired as in development: one public address,
/// the provider behind it.
/// </summary>
public class Platform : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("gateway-").FullName;
    private readonly List<WebApplication> gateways = [];
    private TestDatabase? database;
    private WebApplication? identity;
    private string identityAddress = "http://127.0.0.1:0";
    private int refreshes;

    public virtual DatabaseProvider Provider => DatabaseProvider.Sqlite;

    internal ManualTime Time { get; } = new();

    internal LogCapture Logs { get; } = new();

    internal FakeService Registry { get; } = new("registry");

    internal FakeService Funding { get; } = new("funding");

    internal FakeService Reporting { get; } = new("reporting");

    /// <summary>The first gateway's address, which is everybody's public one.</summary>
    public Uri Address { get; private set; } = new("http://unset/");

    public Uri IdentityAddress => new(identityAddress);

    /// <summary>How many refresh tokens were sent to the provider.</summary>
    public int Refreshes => Volatile.Read(ref refreshes);

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Provider);
        await Task.WhenAll(Registry.StartAsync(), Funding.StartAsync(), Reporting.StartAsync());
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        await StartIdentityAsync();
        await StartGatewayAsync(Address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in gateways)
        {
            await gateway.DisposeAsync();
        }

        await StopIdentityAsync();
        await Task.WhenAll(Registry.StopAsync(), Funding.StopAsync(), Reporting.StopAsync());
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Another replica on the same database.</summary>
    internal async Task<Uri> StartReplicaAsync(params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        await StartGatewayAsync(address, settings);
        return address;
    }

    internal async Task StartIdentityAsync()
    {
        identity = IdentityHost.Build(
            ["--environment", "Development", "--urls", identityAddress, $"--Realm:Folder={RealmFolder()}", $"--Data:Folder={folder}", $"--KC_HOSTNAME={Address}"],
            TimeProvider.System);
        identity.Use(CountRefreshesAsync);
        await identity.StartAsync();
        identityAddress = identity.Urls.Single();
    }

    internal async Task StopIdentityAsync()
    {
        if (identity is not null)
        {
            await identity.DisposeAsync();
            identity = null;
        }
    }

    /// <summary>Runs <paramref name="work"/> on the gateway's database.</summary>
    internal async Task<T> OnDatabaseAsync<T>(Func<GatewayDb, Task<T>> work) => await InScopeAsync(work);

    /// <summary>Runs <paramref name="work"/> with a service of the gateway, from a scope of its own.</summary>
    internal async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = gateways[0].Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>What a gateway needs to be told.</summary>
    internal string[] Settings(params string[] more) =>
    [
        "--environment", "Development",
        $"--Database:Provider={Provider}", $"--ConnectionStrings:gateway-db={database?.ConnectionString}",
        "--Keycloak:Realm=platform", $"--Keycloak:AuthServerUrl={Address}", $"--Keycloak:BackchannelUrl={identityAddress}", "--Keycloak:Resource=platform-api",
        "--Keycloak:SslRequired=none", "--Keycloak:ClientId=platform-gateway", "--Keycloak:Credentials:Secret=development-gateway-secret",
        $"--services:registry:http:0={Registry.Address}", $"--services:funding:http:0={Funding.Address}", $"--services:reporting:http:0={Reporting.Address}",
        "--Clock:Adjustable=true",
        .. more,
    ];

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string RealmFolder()
    {
        var current = new DirectoryInfo(AppContext.BaseDirectory);
        while (current is not null && !File.Exists(Path.Combine(current.FullName, "Platform.sln")))
        {
            current = current.Parent;
        }

        return Path.Combine(current!.FullName, "realm");
    }

    private async Task StartGatewayAsync(Uri address, params string[] settings)
    {
        var gateway = GatewayHost.Build(Settings(["--urls", address.ToString().TrimEnd('/'), .. settings]), Time);
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(Logs);
        await gateway.MigrateAsync();
        await gateway.StartAsync();
        gateways.Add(gateway);
    }

    private async Task CountRefreshesAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.HasFormContentType && (await context.Request.ReadFormAsync())["grant_type"] == "refresh_token")
        {
            Interlocked.Increment(ref refreshes);
        }

        await next(context);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PlatformOnPostgres : Platform
{
    public override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
