// The whole system on one page. It runs on Aspire with containers (-p:WithAspire=true), or on AppHost.Local as plain processes;
// the file is the same, and README.md beside it tells what stands in for what.
using AppHost;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var realm = Realm.Of(builder);

var messaging = builder.AddRabbitMQ("messaging", port: builder.Configuration.GetValue<int?>("PLATFORM_BROKER_PORT"))
    .WithManagementPlugin()
    .WithDataVolume();

var sql = builder.AddSqlServer("sql").WithDataVolume();

var keycloak = builder.AddKeycloak("keycloak", port: builder.Configuration.GetValue("PLATFORM_IDENTITY_PORT", 8180))
    .WithRealmImport(realm.ImportFolder)
    .WithDataVolume();

// Who may exist: calls, applications, institutions, policy packs.
var registry = builder.AddService("registry", "Registry.Service", keycloak, realm)
    .WithDatabase(sql.AddDatabase("registry-db"))
    .WithMessaging(messaging);

// What they are paid. Asks the registry for a body's standing before its two irreversible acts.
var funding = builder.AddService("funding", "Funding.Service", keycloak, realm)
    .WithDatabase(sql.AddDatabase("funding-db"))
    .WithMessaging(messaging)
    .WithReference(registry);

// What they did: reviews, reports, evaluations. Asks the registry for the indicator system in force, and funding what grades come to in money.
var reporting = builder.AddService("reporting", "Reporting.Service", keycloak, realm)
    .WithDatabase(sql.AddDatabase("reporting-db"))
    .WithMessaging(messaging)
    .WithReference(registry)
    .WithReference(funding);

// The only door for browsers: sessions, the console, the way to the services.
var gateway = builder.AddService("gateway", "Gateway", keycloak, realm, port: builder.Configuration.GetValue("PLATFORM_PORT", 8080))
    .WithDatabase(sql.AddDatabase("gateway-db"))
    .WithConsole()
    .WithReference(registry).WaitFor(registry)
    .WithReference(funding).WaitFor(funding)
    .WithReference(reporting).WaitFor(reporting)
    .WithReference(keycloak).WaitFor(keycloak)
    .WithExternalHttpEndpoints();

keycloak.WithEnvironment("PLATFORM_URL", gateway.GetEndpoint("http"));

builder.Build().Run();
