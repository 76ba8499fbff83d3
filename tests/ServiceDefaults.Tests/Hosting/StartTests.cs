using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("Keycloak:realm", "Keycloak:realm")]
    [InlineData("Keycloak:AuthServerUrl", "Keycloak:auth-server-url")]
    [InlineData("Keycloak:resource", "Keycloak:resource")]
    [InlineData("ConnectionStrings:shop-db", "ConnectionStrings:shop-db")]
    public void Without_a_setting_the_start_fails_and_names_it(string missing, string named)
    {
        var settings = Settings();
        settings.Remove(missing);

        Should.Throw<StartupException>(() => Build(settings)).Message.ShouldContain(named);
    }

    [Fact]
    public void Keycloak_is_read_in_kebab_and_in_Pascal_case()
    {
        var pascal = Read(new() { ["Keycloak:Realm"] = "r", ["Keycloak:AuthServerUrl"] = "https://id.example/", ["Keycloak:Resource"] = "api", ["Keycloak:TokenClockSkew"] = "5", ["Keycloak:Credentials:Secret"] = "s" });
        var kebab = Read(new() { ["Keycloak:realm"] = "r", ["Keycloak:auth-server-url"] = "https://id.example", ["Keycloak:resource"] = "api", ["Keycloak:token-clock-skew"] = "00:00:05", ["Keycloak:credentials:secret"] = "s" });

        (pascal with { AuthServerUrl = kebab.AuthServerUrl, BackchannelUrl = kebab.BackchannelUrl }).ShouldBe(kebab);
        pascal.Issuer.ShouldBe("https://id.example/realms/r");
        pascal.RequireHttps.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Database:Provider", "Sqlite", "Database__Provider")]
    [InlineData("Keycloak:ssl-required", "none", "ssl-required")]
    public void Production_refuses_what_is_only_for_development(string name, string value, string named)
    {
        var settings = Settings();
        settings["Database:Provider"] = "Postgres";
        settings["Keycloak:ssl-required"] = "external";
        settings[name] = value;

        Should.Throw<StartupException>(() => Build(settings, "Production")).Message.ShouldContain(named);
    }

    [Fact]
    public async Task A_database_folder_that_is_gone_is_named()
    {
        var app = Build(Settings());

        (await Should.ThrowAsync<StartupException>(() => app.MigrateAsync())).Message.ShouldContain("/nowhere");
    }

    [Fact]
    public async Task A_database_server_that_does_not_answer_is_named_without_its_password()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var settings = Settings();
        settings["Database:Provider"] = "Postgres";
        settings["ConnectionStrings:shop-db"] = $"Host=127.0.0.1;Port={port};Database=shop;Username=shop;Password=s3cret";

        var app = Build(settings);

        var message = (await Should.ThrowAsync<StartupException>(() => app.MigrateAsync())).Message;
        message.ShouldContain("shop at");
        message.ShouldNotContain("s3cret");
    }

    [Fact]
    public void A_second_start_beside_a_running_one_is_told_so()
    {
        using var running = new TcpListener(IPAddress.Loopback, 0);
        running.Start();
        var taken = $"http://localhost:{((IPEndPoint)running.LocalEndpoint).Port}";

        Should.Throw<StartupException>(() => ListenAddresses.RequireFree($"http://127.0.0.1:0;{taken}")).Message.ShouldContain(taken);
        Should.NotThrow(() => ListenAddresses.RequireFree(null));
    }

    private static KeycloakOptions Read(Dictionary<string, string?> settings) =>
        KeycloakOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Keycloak:realm"] = "platform",
        ["Keycloak:AuthServerUrl"] = "http://localhost:1",
        ["Keycloak:resource"] = "platform-api",
        ["Keycloak:ssl-required"] = "none",
        ["ConnectionStrings:shop-db"] = "Data Source=/nowhere/shop.db",
    };

    private static WebApplication Build(Dictionary<string, string?> settings, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("shop");
        builder.AddDatabase<ShopDb, SqliteShopDb, SqlServerShopDb, PostgresShopDb>("shop-db");
        return builder.Build();
    }
}
