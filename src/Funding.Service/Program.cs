using Contracts.Registry;
using Contracts.Reporting;
using Funding;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Delegations;
using Funding.Histories;
using Funding.Ledger;
using Funding.Payments;
using Funding.Settlements;
using Funding.ShadowRuns;
using Messaging;
using Messaging.Operations;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using ServiceDefaults.Http;
using ServiceDefaults.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("funding");
builder.AddDatabase<FundingDb, SqliteFundingDb, SqlServerFundingDb, PostgresFundingDb>("funding-db");
builder.AddMessaging<FundingDb>("funding", messages => messages
    .On<InstitutionChanged, OnInstitutionChanged>()
    .On<EvaluationPublished, OnEvaluationPublished>()
    .On<ReviewPublished, OnReviewPublished>()
    .On<ReportOverdue, OnReportOverdue>()
    .On<BanRuled, OnBanRuled>()
    .On<DelegationChanged, OnDelegationChanged>()
    .OnPacks());
builder.AddPacks();
builder.AddServiceClient<AskRegistry>("registry");
builder.Services.AddPayments();
builder.Services.AddScoped<HoldMoney>().AddSingleton<RunningDelegations>().AddDeputies<DelegatedPosts>();
builder.Services.AddScoped<SettleYear>().AddScoped<FollowFacts>().AddSweep<SweepDeadlines>().AddSweep<SweepClawbacks>();
builder.Services.Configure<SettlementOptions>(builder.Configuration.GetSection("Settlements"));
builder.Services.AddScoped<SettlementSteps>().AddJobHandler<WorkOnSettlementRun>();
builder.Services.AddScoped<BringFiles>().AddScoped<ShadowTables>().AddJobHandler<AnalyseShadowRun>();
builder.Services.AddJobHandler<CheckHistory>().AddJobHandler<TakeHistory>();
builder.AddLedger();

var app = builder.Build();
app.MapServiceDefaults().MapFunding();
app.MapMessagingOperations();
await app.RunServiceAsync(args);
