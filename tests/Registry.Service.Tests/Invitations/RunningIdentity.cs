using System.Net.Http.Json;
using System.Text.Json;
using Identity.Dev;
using Microsoft.AspNetCore.Builder;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

namespace Registry.Tests.Invitations;

/// <summary>Registry beside a real identity service with the realm of the repository, whose tokens it takes and whose accounts it binds.</summary>
public sealed class RunningIdentity : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("identity-").FullName;
    private WebApplication identity = null!;
    private TestDatabase database = null!;

    internal ServiceHost Registry { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var realm = Path.Combine(Path.GetDirectoryName(Repository.PoliciesFolder)!, "realm");
        identity = IdentityHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", $"--Realm:Folder={realm}", $"--Data:Folder={folder}"], TimeProvider.System);
        await identity.StartAsync(TestContext.Current.CancellationToken);
        database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Registry = await ServiceHost.StartAsync<RegistryDb>(
            database,
            "registry-db",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Policies:Folder"] = Repository.PoliciesFolder,
                ["Keycloak:realm"] = "platform",
                ["Keycloak:auth-server-url"] = identity.Urls.Single(),
                ["Keycloak:client-id"] = "registry-service",
                ["Keycloak:credentials:secret"] = "development-registry-secret",
            });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        await database.DisposeAsync();
        await identity.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A person signed in anew, as after a refresh of its token.</summary>
    internal async Task<Person> SignInAsync(string username)
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password", ["client_id"] = "platform-cli", ["username"] = username, ["password"] = "demo", ["scope"] = "openid",
        });
        using var answer = await client.PostAsync(new Uri($"{identity.Urls.Single()}/realms/platform/protocol/openid-connect/token"), form, TestContext.Current.CancellationToken);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString()!;
        return new Person(Registry.WithToken(token), Registry);
    }
}
