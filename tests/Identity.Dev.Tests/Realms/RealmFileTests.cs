using System.Text.Json;
using Contracts.Values;

namespace Identity.Dev.Tests.Realms;

public sealed class RealmFileTests
{
    private static readonly string[] Posts =
        ["operator", "district-reviewer", "park-reviewer", "city-reviewer", "expert", "finance-maker", "finance-approver", "leader", "auditor", "admin"];

    private static readonly JsonElement Realm = Read("platform-realm.json");
    private static readonly JsonElement Overlay = Read(Path.Combine("development", "platform-development.json"));

    [Fact]
    public void The_realm_file_has_no_persons_no_secrets_and_no_password_grant()
    {
        var account = Realm.GetProperty("users").EnumerateArray().ShouldHaveSingleItem();
        account.GetProperty("serviceAccountClientId").GetString().ShouldBe("registry-service");
        account.GetProperty("clientRoles").GetProperty("realm-management").EnumerateArray().Select(role => role.GetString()).ShouldBe(["manage-users", "view-users"]);
        account.TryGetProperty("credentials", out _).ShouldBeFalse();
        foreach (var client in Clients(Realm))
        {
            client.TryGetProperty("secret", out _).ShouldBeFalse();
            client.GetProperty("directAccessGrantsEnabled").GetBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public void The_realm_has_the_posts_of_the_platform_and_the_role_of_its_services() =>
        Realm.GetProperty("roles").GetProperty("realm").EnumerateArray().Select(role => role.GetProperty("name").GetString())
            .ShouldBe([.. Posts, "service"], ignoreOrder: true);

    [Fact]
    public void Keycloaks_built_in_scopes_stay_because_the_files_declare_none()
    {
        foreach (var document in new[] { Realm, Overlay })
        {
            document.TryGetProperty("clientScopes", out _).ShouldBeFalse();
            document.TryGetProperty("defaultDefaultClientScopes", out _).ShouldBeFalse();
            Clients(document).SelectMany(client => client.EnumerateObject()).ShouldNotContain(property => property.Name == "defaultClientScopes");
        }
    }

    [Fact]
    public void Every_client_puts_the_platforms_audience_into_its_tokens_and_those_of_people_the_four_attributes()
    {
        foreach (var client in Clients(Realm))
        {
            var mappers = client.GetProperty("protocolMappers").EnumerateArray().Select(mapper => mapper.GetProperty("name").GetString()).ToList();
            mappers.ShouldContain("audience");
            if (!client.GetProperty("serviceAccountsEnabled").GetBoolean())
            {
                mappers.ShouldBe(["audience", "jurisdiction", "district", "organisation", "park"]);
            }
        }
    }

    [Fact]
    public void The_four_attributes_are_declared_and_only_an_administrator_edits_them()
    {
        var provider = Realm.GetProperty("components").GetProperty("org.keycloak.userprofile.UserProfileProvider")[0];
        var profile = JsonDocument.Parse(provider.GetProperty("config").GetProperty("kc.user.profile.config")[0].GetString()!).RootElement;

        foreach (var name in new[] { "jurisdiction", "district", "organisation", "park" })
        {
            var attribute = profile.GetProperty("attributes").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
            attribute.GetProperty("permissions").GetProperty("edit").EnumerateArray().Select(who => who.GetString()).ShouldBe(["admin"]);
        }
    }

    [Fact]
    public void The_overlays_clients_differ_from_the_realms_only_in_secret_addresses_and_password_grant()
    {
        string[] mayDiffer = ["secret", "rootUrl", "redirectUris", "attributes", "directAccessGrantsEnabled"];
        var overlaid = Clients(Overlay).ToDictionary(IdOf, client => client, StringComparer.Ordinal);

        overlaid.Keys.ShouldBe(Clients(Realm).Select(IdOf), ignoreOrder: true);
        foreach (var client in Clients(Realm))
        {
            Rest(overlaid[IdOf(client)], mayDiffer).ShouldBe(Rest(client, mayDiffer));
        }
    }

    [Fact]
    public void Only_the_command_line_client_has_the_password_grant_in_development() =>
        Clients(Overlay).Where(client => client.GetProperty("directAccessGrantsEnabled").GetBoolean()).Select(IdOf).ShouldBe(["platform-cli"]);

    [Fact]
    public void Every_operator_of_the_demo_has_a_valid_social_credit_code_of_its_own()
    {
        var codes = Overlay.GetProperty("users").EnumerateArray()
            .Where(user => user.GetProperty("realmRoles").EnumerateArray().Any(role => role.GetString() == "operator"))
            .Select(user => user.GetProperty("attributes").GetProperty("organisation")[0].GetString())
            .ToList();

        codes.Count.ShouldBe(12);
        codes.ShouldBeUnique();
        codes.Count(code => SocialCreditCode.TryParse(code, out _)).ShouldBe(12);
    }

    [Fact]
    public void Each_third_party_of_the_demo_has_a_valid_code_of_its_own_that_no_operator_has()
    {
        var organisations = Overlay.GetProperty("users").EnumerateArray()
            .Where(user => user.TryGetProperty("attributes", out var attributes) && attributes.TryGetProperty("organisation", out _))
            .ToLookup(
                user => user.GetProperty("realmRoles")[0].GetString()!,
                user => user.GetProperty("attributes").GetProperty("organisation")[0].GetString()!,
                StringComparer.Ordinal);

        var evaluators = organisations["expert"].ToList();
        evaluators.ShouldNotBeEmpty();
        evaluators.ShouldBeUnique();
        evaluators.ShouldAllBe(code => IsValid(code));
        organisations["operator"].Intersect(evaluators, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static bool IsValid(string code) => SocialCreditCode.TryParse(code, out _);

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(RunningIdentity.RealmFolder, file))).RootElement;

    private static List<JsonElement> Clients(JsonElement document) => [.. document.GetProperty("clients").EnumerateArray()];

    private static string IdOf(JsonElement client) => client.GetProperty("clientId").GetString()!;

    private static Dictionary<string, string> Rest(JsonElement client, string[] without) =>
        client.EnumerateObject().Where(property => !without.Contains(property.Name)).ToDictionary(property => property.Name, property => property.Value.GetRawText(), StringComparer.Ordinal);
}
