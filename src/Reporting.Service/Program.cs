using Contracts.Funding;
using Contracts.Registry;
using Messaging;
using Messaging.Operations;
using Packs;
using Reporting;
using Reporting.Bans;
using Reporting.Dashboards;
using Reporting.Data;
using Reporting.Delegations;
using Reporting.Deliveries;
using Reporting.Evaluations;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Papers;
using Reporting.PeriodicReports;
using Reporting.Projections;
using Reporting.Registers;
using Reporting.Reviews;
using Reporting.Spending;
using Reporting.Tasks;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using ServiceDefaults.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("reporting");
builder.AddDatabase<ReportingDb, SqliteReportingDb, SqlServerReportingDb, PostgresReportingDb>("reporting-db");
builder.AddMessaging<ReportingDb>("reporting", messages => messages
    .On<InstitutionChanged, OnInstitutionChanged>()
    .On<PapersChanged, OnPapersChanged>()
    .On<AdvancePaid, OnAdvancePaid>()
    .On<PaymentReversed, OnPaymentReversed>()
    .On<YearSettled, OnYearSettled>()
    .On<YearChanged, OnYearChanged>()
    .On<SpendingConfirmed, OnSpendingConfirmed>()
    .On<ClawbackOpened, OnClawbackOpened>()
    .On<EntryChanged, OnEntryChanged>()
    .On<BanRuled, OnBanRuled>()
    .On<DelegationChanged, OnDelegationChanged>()
    .KeepProjected()
    .OnPacks());
builder.AddPacks();
builder.AddServiceClient<AskRegistry>("registry");
builder.AddServiceClient<AskFunding>("funding");
builder.Services.AddDeputies<DelegatedPosts>();
builder.Services.AddScoped<RoundMembers>().AddScoped<Publication>().AddScoped<DueEvaluations>().AddScoped<ServedReviews>().AddScoped<DutyDesk>();
builder.Services.AddScoped<ReportDesk>().AddScoped<ReportReader>();
builder.Services.AddSweep<TellEndedDelegations>();
builder.Services.AddSweep<OpenDueReports>().AddSweep<TellOverdueReports>().AddSweep<RemindOfReports>();
builder.Services.AddSweep<OpenDueRounds>().AddSweep<RemindOfEvaluations>().AddSweep<RemindOfDuties>();
builder.AddDeliveries();
builder.Services.AddProjections();

var app = builder.Build();
app.MapServiceDefaults().MapReporting();
app.MapMessagingOperations();
if (args.Contains(RebuildByCommand.Switch, StringComparer.Ordinal))
{
    await RebuildByCommand.RunAsync(app);
    return;
}

await app.RunServiceAsync(args);
