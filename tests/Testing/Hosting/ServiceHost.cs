using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Testing.Broker;
using Testing.Databases;
using Testing.Identity;

namespace Testing.Hosting;

/// <summary>
/// A service in this process, on a real port, with its own database, broker and clock, and with users whose tokens a real
/// issuer signed.
/// </summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly Func<ValueTask> stop;
    private readonly TestIssuer issuer;

    private ServiceHost(Func<ValueTask> stop, IServiceProvider services, Uri address, TestIssuer issuer, LogCapture logs) =>
        (this.stop, Services, Address, this.issuer, Logs) = (stop, services, address, issuer, logs);

    /// <summary>The service's own container.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it logged.</summary>
    public LogCapture Logs { get; }

    /// <summary>Starts the program that <typeparamref name="TEntry"/>, any type of it, belongs to.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="connectionName">The name of its connection string: <c>funding-db</c>.</param>
    /// <param name="settings">More configuration.</param>
    /// <param name="services">Changes to its container.</param>
    public static async Task<ServiceHost> StartAsync<TEntry>(
        TestDatabase database,
        string connectionName,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null)
        where TEntry : class
    {
        var shared = await TestIssuer.SharedAsync();
        var logs = new LogCapture();
        var all = Merge(SettingsOf(database, connectionName), shared.Settings, settings);
        var afterwards = () => Task.CompletedTask;
        if (!all.ContainsKey("ConnectionStrings:messaging"))
        {
            var broker = await TestBroker.SharedAsync();
            var address = await broker.NewAddressAsync();
            all["ConnectionStrings:messaging"] = address;
            afterwards = () => broker.DropAsync(address);
        }

        var factory = new Factory<TEntry>(all, logs, services);
        factory.UseKestrel(0);
        factory.StartServer();
        return new ServiceHost(() => StopAsync(factory, afterwards), factory.Services, factory.ClientOptions.BaseAddress, shared, logs);
    }

    /// <summary>Starts an application that a test describes itself.</summary>
    public static async Task<ServiceHost> StartAsync(
        TestDatabase? database,
        string connectionName,
        Action<WebApplicationBuilder> build,
        Func<WebApplication, Task> map,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var shared = await TestIssuer.SharedAsync();
        var logs = new LogCapture();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Merge(SettingsOf(database, connectionName), shared.Settings, settings));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        build(builder);
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Information);
        var app = builder.Build();
        await map(app);
        await app.StartAsync();
        return new ServiceHost(() => StopAsync(app), app.Services, new Uri(app.Urls.Single()), shared, logs);
    }

    /// <summary>A client with a token of this user.</summary>
    public HttpClient As(TestUser user) => WithToken(issuer.Token(user));

    /// <summary>A client with a token of this user.</summary>
    public HttpClient As(string name, params string[] roles) => As(new TestUser(name, roles, "zhoushan"));

    /// <summary>A client with this token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>Runs <paramref name="work"/> with a service from a scope of its own.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => stop();

    // The program ends by itself as well when its host stops; whoever of the two comes second finds it gone.
    private static async ValueTask StopAsync<TEntry>(Factory<TEntry> factory, Func<Task> afterwards)
        where TEntry : class
    {
        try
        {
            await factory.DisposeAsync();
        }
        catch (ObjectDisposedException)
        {
        }

        await afterwards();
    }

    // In order, as a signal would: disposing alone abandons what is running.
    private static async ValueTask StopAsync(WebApplication app)
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Dictionary<string, string?> SettingsOf(TestDatabase? database, string connectionName)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Clock:Adjustable"] = "true" };
        if (database is not null)
        {
            settings["Database:Provider"] = database.Provider.ToString();
            settings[$"ConnectionStrings:{connectionName}"] = database.ConnectionString;
        }

        return settings;
    }

    private static Dictionary<string, string?> Merge(params IReadOnlyDictionary<string, string?>?[] parts)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in parts.OfType<IReadOnlyDictionary<string, string?>>().SelectMany(part => part))
        {
            all[name] = value;
        }

        return all;
    }

    private sealed class Factory<TEntry>(Dictionary<string, string?> settings, LogCapture logs, Action<IServiceCollection>? services)
        : WebApplicationFactory<TEntry>
        where TEntry : class
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development").UseContentRoot(AppContext.BaseDirectory);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Information));
            builder.ConfigureServices(container => services?.Invoke(container));
        }
    }
}
