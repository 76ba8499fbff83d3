using Contracts.Funding;
using Contracts.Registry;
using Messaging;
using Messaging.Operations;
using Packs;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Institutions;
using Reporting.Papers;
using Reporting.Reviews;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("reporting");
builder.AddDatabase<ReportingDb, SqliteReportingDb, SqlServerReportingDb, PostgresReportingDb>("reporting-db");
builder.AddMessaging<ReportingDb>("reporting", messages => messages
    .On<InstitutionChanged, OnInstitutionChanged>()
    .On<PapersChanged, OnPapersChanged>()
    .On<AdvancePaid, OnAdvancePaid>()
    .On<PaymentReversed, OnPaymentReversed>()
    .On<YearSettled, OnYearSettled>()
    .OnPacks());
builder.AddPacks();
builder.Services.AddScoped<RoundMembers>().AddScoped<Publication>().AddScoped<ServedReviews>();

var app = builder.Build();
var api = app.MapServiceDefaults();
api.MapReviews();
api.MapEvaluations();
app.MapMessagingOperations();
await app.RunServiceAsync(args);
