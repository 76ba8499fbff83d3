using Contracts.Funding;
using Contracts.Registry;
using Messaging;
using Messaging.Operations;
using Packs;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Institutions;
using Reporting.Monitoring;
using Reporting.Notifications;
using Reporting.Papers;
using Reporting.PeriodicReports;
using Reporting.Reviews;
using Reporting.Targets;
using ServiceDefaults.Clock;
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
builder.Services.AddScoped<RoundMembers>().AddScoped<Publication>().AddScoped<ServedReviews>().AddScoped<ReportDesk>().AddSweep<OpenDueReports>().AddSweep<TellOverdueReports>();

var app = builder.Build();
var api = app.MapServiceDefaults();
api.MapReviews();
api.MapEvaluations();
api.MapPeriodicReports();
api.MapMonitoring();
api.MapTargets();
api.MapNotifications();
app.MapMessagingOperations();
await app.RunServiceAsync(args);
