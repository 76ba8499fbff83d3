using Messaging;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Bulletins;
using Reporting.Dashboards;
using Reporting.Delegations;
using Reporting.Deliveries;
using Reporting.Digests;
using Reporting.Evaluations;
using Reporting.Extensions;
using Reporting.Institutions;
using Reporting.LeagueTables;
using Reporting.Missing;
using Reporting.Monitoring;
using Reporting.Notifications;
using Reporting.Objections;
using Reporting.Papers;
using Reporting.PeriodicReports;
using Reporting.Registers;
using Reporting.Reviews;
using Reporting.Scoring;
using Reporting.Spending;
using Reporting.Targets;
using Reporting.Tasks;
using Reporting.Webhooks;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>Reporting's database; the derived types own one provider's migrations each.</summary>
internal abstract class ReportingDb(DbContextOptions options) : PlatformDbContext(options)
{
    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<CountedAdvance> CountedAdvances => Set<CountedAdvance>();

    public DbSet<EvaluationRound> EvaluationRounds => Set<EvaluationRound>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<Moderation> Moderations => Set<Moderation>();

    public DbSet<EvaluationObjection> EvaluationObjections => Set<EvaluationObjection>();

    public DbSet<PeriodicReport> PeriodicReports => Set<PeriodicReport>();

    public DbSet<DeadlineExtension> DeadlineExtensions => Set<DeadlineExtension>();

    public DbSet<MissingList> MissingLists => Set<MissingList>();

    public DbSet<MonitoringAnalysis> MonitoringAnalyses => Set<MonitoringAnalysis>();

    public DbSet<PaperOnFile> PapersOnFile => Set<PaperOnFile>();

    public DbSet<CountedEntry> CountedEntries => Set<CountedEntry>();

    public DbSet<ConfirmedSpending> ConfirmedSpendings => Set<ConfirmedSpending>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<NotificationRead> NotificationReads => Set<NotificationRead>();

    public DbSet<NotificationPreference> NotificationPreferences => Set<NotificationPreference>();

    public DbSet<TopicChoice> TopicChoices => Set<TopicChoice>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<ProgrammeYear> ProgrammeYears => Set<ProgrammeYear>();

    public DbSet<TargetFigure> TargetFigures => Set<TargetFigure>();

    public DbSet<TargetFigureFile> TargetFigureFiles => Set<TargetFigureFile>();

    public DbSet<TaskDuty> TaskDuties => Set<TaskDuty>();

    public DbSet<TaskEntry> TaskEntries => Set<TaskEntry>();

    public DbSet<TaskEntryFile> TaskEntryFiles => Set<TaskEntryFile>();

    public DbSet<Roadmap> Roadmaps => Set<Roadmap>();

    public DbSet<LeagueTable> LeagueTables => Set<LeagueTable>();

    public DbSet<Bulletin> Bulletins => Set<Bulletin>();

    public DbSet<LibraryCase> LibraryCases => Set<LibraryCase>();

    protected override void Describe(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging().AddPacks();
        modelBuilder.DescribeEvaluations();
        modelBuilder.DescribeScoring();
        modelBuilder.DescribePeriodicReports();
        modelBuilder.DescribeCycles();
        modelBuilder.DescribeNotifications();
        modelBuilder.DescribeDeliveries();
        modelBuilder.DescribeDashboards();
        modelBuilder.DescribeDelegations();
        modelBuilder.DescribeTold();
        modelBuilder.DescribeTargets();
        modelBuilder.DescribeTasks();
        modelBuilder.DescribeLeagueTables();
        modelBuilder.Entity<Institution>(e =>
        {
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.Programme).HasMaxLength(80);
            e.Property(i => i.Jurisdiction).HasMaxLength(40);
            e.Property(i => i.District).HasMaxLength(40);
            e.Property(i => i.Organisation).HasMaxLength(18);
            e.Property(i => i.Category).HasMaxLength(80);
            e.Property(i => i.Standing).HasMaxLength(40);
            e.HasIndex(i => new { i.Jurisdiction, i.District });
            e.HasIndex(i => i.Organisation);
            e.HasIndex(i => new { i.Programme, i.Id });
            e.HasMany(i => i.Standings).WithOne().HasForeignKey(s => s.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StandingEntry>(e =>
        {
            e.HasKey(s => new { s.InstitutionId, s.Version });
            e.Property(s => s.Version).ValueGeneratedNever();
            e.Property(s => s.Standing).HasMaxLength(40);
        });
        modelBuilder.Entity<PaperOnFile>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Kind).HasMaxLength(80);
            e.HasIndex(p => new { p.InstitutionId, p.Kind });
            e.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Review>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Programme).HasMaxLength(80);
            e.HasIndex(r => new { r.InstitutionId, r.Programme, r.FiscalYear }).IsUnique();
            e.HasIndex(r => new { r.FiscalYear, r.Status, r.Id });
            e.HasOne(r => r.Institution).WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ReviewStep>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Reason).HasMaxLength(UnboundedText);
        });
        modelBuilder.Entity<CountedAdvance>(e => e.HasKey(a => a.AdvanceId));
        modelBuilder.Entity<CountedAdvance>().Property(a => a.AdvanceId).ValueGeneratedNever();
    }
}

/// <summary>Reporting's database on SQLite.</summary>
internal sealed class SqliteReportingDb(DbContextOptions<SqliteReportingDb> options) : ReportingDb(options);

/// <summary>Reporting's database on SQL Server.</summary>
internal sealed class SqlServerReportingDb(DbContextOptions<SqlServerReportingDb> options) : ReportingDb(options);

/// <summary>Reporting's database on PostgreSQL.</summary>
internal sealed class PostgresReportingDb(DbContextOptions<PostgresReportingDb> options) : ReportingDb(options);
