using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Identity.Dev.Tests;

/// <summary>The provider on a port of its own, and the few moves a client makes.</summary>
public sealed class RunningIdentity : IAsyncLifetime
{
    private readonly string dataFolder = Directory.CreateTempSubdirectory("identity-").FullName;
    private WebApplication? app;

    internal static string RealmFolder { get; } = FindRealmFolder();

    internal ManualTime Time { get; } = new();

    public Uri Realm { get; private set; } = new("http://unset/");

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(dataFolder, recursive: true);
    }

    internal async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    internal HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Realm };

    internal async Task<(HttpStatusCode Status, JsonElement Body)> TokenAsync(params (string Name, string Value)[] form)
    {
        using var client = Browser();
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(new Uri("protocol/openid-connect/token", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    internal Task<(HttpStatusCode Status, JsonElement Body)> PasswordAsync(string username, string password = "demo", string scope = "openid") =>
        TokenAsync(("grant_type", "password"), ("client_id", "platform-cli"), ("username", username), ("password", password), ("scope", scope));

    private static string FindRealmFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "realm");
    }

    private async Task StartAsync()
    {
        app = IdentityHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", $"--Realm:Folder={RealmFolder}", $"--Data:Folder={dataFolder}", "--KC_HOSTNAME=http://identity.test"],
            Time);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Realm = new Uri(app.Urls.Single() + "/realms/platform/");
    }

    private async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}

/// <summary>A clock that stands until it is told to move.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
