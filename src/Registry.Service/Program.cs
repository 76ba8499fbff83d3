using Messaging;
using Policies;
using Policies.Calendars;
using Registry.Applications;
using Registry.Calendars;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.RecommendationLists;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("registry");
builder.AddDatabase<RegistryDb, SqliteRegistryDb, SqlServerRegistryDb, PostgresRegistryDb>("registry-db");
builder.AddMessaging<RegistryDb>("registry", _ => { });
builder.Services.AddSingleton<PackLibrary>().AddScoped<PackShelf>();
builder.Services.AddSingleton(new CalendarLibrary()).AddScoped<CalendarShelf>();
builder.Services.AddScoped<ApplicationDesk>();
builder.Services.AddHostedService<SeedAtStart>();

var app = builder.Build();
var api = app.MapServiceDefaults();
api.MapPacks();
api.MapCalendars();
api.MapApplications();
api.MapRecommendationLists();
api.MapInstitutions();
await app.RunServiceAsync(args);
