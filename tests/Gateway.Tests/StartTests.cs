using Gateway.Tests.Running;
using ServiceDefaults.Hosting;

namespace Gateway.Tests;

public sealed class StartTests(Platform platform) : IClassFixture<Platform>
{
    [Theory]
    [InlineData("Keycloak:AuthServerUrl", "auth-server-url")]
    [InlineData("Keycloak:Realm", "Keycloak:realm")]
    [InlineData("Keycloak:Resource", "Keycloak:resource")]
    [InlineData("Keycloak:ClientId", "Keycloak__ClientId")]
    [InlineData("Keycloak:Credentials:Secret", "Keycloak__Credentials__Secret")]
    [InlineData("services:funding:http:0", "services__funding__http__0")]
    [InlineData("ConnectionStrings:gateway-db", "gateway-db")]
    public void Without_a_setting_the_start_fails_and_names_it(string setting, string named)
    {
        var settings = platform.Settings().Where(given => !given.StartsWith($"--{setting}=", StringComparison.Ordinal)).ToArray();

        Refusal(settings).ShouldContain(named);
    }

    [Fact]
    public void A_Keycloak_without_TLS_is_refused_unless_it_is_said_that_none_is_needed() =>
        Refusal(platform.Settings("--Keycloak:SslRequired=external", "--Keycloak:AuthServerUrl=http://id.example/")).ShouldContain("HTTPS");

    [Fact]
    public void Production_wants_a_database_server() =>
        Refusal(platform.Settings("--environment", "Production", "--Keycloak:SslRequired=external", "--Keycloak:AuthServerUrl=https://id.example/")).ShouldContain("Database__Provider");

    private static string Refusal(string[] settings) => Should.Throw<StartupException>(() => GatewayHost.Build(settings, TimeProvider.System)).Message;
}
