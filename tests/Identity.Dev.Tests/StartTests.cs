namespace Identity.Dev.Tests;

public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("identity-start-").FullName;

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Nothing_but_development_starts_it(string environment) =>
        Refusal("--environment", environment).ShouldContain("refuses to start in " + environment);

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://+:0")]
    [InlineData("http://127.0.0.1:0;http://192.168.1.5:0")]
    public void An_address_other_machines_reach_is_refused(string urls) =>
        Refusal("--environment", "Development", "--urls", urls).ShouldContain("loopback only");

    [Fact]
    public void A_missing_realm_folder_is_named() =>
        Refusal("--environment", "Development", "--urls", "http://127.0.0.1:0", $"--Realm:Folder={folder}/none").ShouldContain($"{folder}/none");

    [Fact]
    public void A_user_with_an_unknown_role_is_named()
    {
        File.WriteAllText(Path.Combine(folder, "x-realm.json"), """{"realm":"x","roles":{"realm":[{"name":"leader"}]},"users":[{"username":"li","realmRoles":["leeder"]}]}""");

        Refusal("--environment", "Development", "--urls", "http://127.0.0.1:0", $"--Realm:Folder={folder}").ShouldContain("user li has the unknown role leeder");
    }

    [Fact]
    public void A_broken_key_is_named_and_not_replaced()
    {
        File.WriteAllText(Path.Combine(folder, "signing-key.pem"), "not a key");

        Refusal("--environment", "Development", "--urls", "http://127.0.0.1:0", $"--Realm:Folder={RunningIdentity.RealmFolder}", $"--Data:Folder={folder}")
            .ShouldContain("signing-key.pem");
        File.ReadAllText(Path.Combine(folder, "signing-key.pem")).ShouldBe("not a key");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Refusal(params string[] args) =>
        Should.Throw<StartRefusedException>(() => IdentityHost.Build(args, TimeProvider.System)).Message;
}
