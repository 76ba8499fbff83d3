using AppHost.Local.Board;
using AppHost.Local.Running;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace AppHost.Local.Tests.Diagram;

public sealed class PlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_configuration_gives_by_address_is_used_instead_of_a_stand_in()
    {
        var builder = Builder(
            "ConnectionStrings:messaging=amqp://u:p@broker:5672",
            "ConnectionStrings:funding-db=Host=pg;Database=funding",
            "Database:Provider=Postgres",
            "Keycloak:auth-server-url=https://id.example.gov.cn/");
        var (funding, keycloak) = Draw(builder);

        using var data = DataFolder.Take(_folder);
        var plan = new Plan(DistributedApplicationBuilder.Of(builder), data);

        plan.Workloads.Select(workload => workload.Name).ShouldBe(["funding", "funding-2"]);
        plan.Fixtures.Where(view => view.Kind.Contains("given by address", StringComparison.Ordinal)).Select(view => view.Name)
            .ShouldBe(["messaging", "funding-db", "keycloak"]);
        plan.Fixtures.ShouldAllBe(view => view.IsHealthy && view.State == ResourceState.Running);
        var variables = VariablesOf(funding, provider: "Postgres");
        variables["Database__Provider"].ShouldBe("Postgres");
        variables["Keycloak__auth-server-url"].ShouldBe("https://id.example.gov.cn");
        keycloak.Resource.GivenAddress.ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_stand_in_the_diagrams_word_for_the_provider_holds()
    {
        var (funding, _) = Draw(Builder());

        VariablesOf(funding, provider: null)["Database__Provider"].ShouldBe("SqlServer");
    }

    [Fact]
    public void Every_replica_of_a_service_is_told_to_those_who_call_it()
    {
        var (funding, _) = Draw(Builder());
        var caller = funding.ApplicationBuilder.AddProject("gateway", "../Gateway/Gateway.csproj").WithReference(funding);

        var variables = ProjectVariables.Of(
            caller.Resource, "gateway", "http://localhost:1", "Development", _ => "", _ => ["http://localhost:2", "http://localhost:3"], _ => null);

        variables["services__funding__http__0"].ShouldBe("http://localhost:2");
        variables["services__funding__http__1"].ShouldBe("http://localhost:3");
        variables["FUNDING_HTTP"].ShouldBe("http://localhost:2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("funding db")]
    [InlineData("拨付")]
    public void A_resource_name_that_Aspire_would_refuse_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => Builder().AddSqlServer(name));

    [Fact]
    public void Two_resources_of_one_name_are_refused()
    {
        var builder = Builder();
        builder.AddSqlServer("sql");

        Should.Throw<InvalidOperationException>(() => builder.AddSqlServer("SQL"));
    }

    private static Dictionary<string, string?> VariablesOf(IResourceBuilder<ProjectResource> project, string? provider) => ProjectVariables.Of(
        project.Resource, "funding", "http://localhost:1", "Production", resource => resource.Name, _ => [], _ => provider);

    private static (IResourceBuilder<ProjectResource> Funding, IResourceBuilder<KeycloakResource> Keycloak) Draw(IDistributedApplicationBuilder builder)
    {
        var messaging = builder.AddRabbitMQ("messaging");
        var database = builder.AddSqlServer("sql").AddDatabase("funding-db");
        var keycloak = builder.AddKeycloak("keycloak");
        var funding = builder.AddProject("funding", "../Funding.Service/Funding.Service.csproj")
            .WithHttpEndpoint()
            .WithReplicas(2)
            .WithReference(database).WaitFor(database)
            .WithReference(messaging).WaitFor(messaging)
            .WithEnvironment("Database__Provider", "SqlServer")
            .WithEnvironment("Keycloak__auth-server-url", keycloak.GetEndpoint("http"));
        return (funding, keycloak);
    }

    private static DistributedApplicationBuilder Builder(params string[] settings) =>
        new([.. settings.Select(setting => $"--{setting}")], AppContext.BaseDirectory);
}
