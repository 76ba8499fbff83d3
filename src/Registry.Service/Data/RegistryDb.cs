using Messaging;
using Microsoft.EntityFrameworkCore;
using Registry.Announcements;
using Registry.Applications;
using Registry.Bans;
using Registry.Calendars;
using Registry.Calls;
using Registry.CaseDecisions;
using Registry.Changes;
using Registry.Delegations;
using Registry.Directories;
using Registry.Evaluations;
using Registry.Experts;
using Registry.Imports;
using Registry.Institutions;
using Registry.Interpretations;
using Registry.Invitations;
using Registry.Matches;
using Registry.Meetings;
using Registry.Notices;
using Registry.Opinions;
using Registry.Packs;
using Registry.PapersOnFile;
using Registry.Places;
using Registry.PlanDecisions;
using Registry.RecommendationLists;
using Registry.Registers;
using Registry.Sanctions;
using Registry.Selections;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>Registry's database: packs, calendars, applications, recommendation lists and institutions.</summary>
internal abstract class RegistryDb(DbContextOptions options) : PlatformDbContext(options)
{
    public DbSet<PublishedPack> Packs => Set<PublishedPack>();

    public DbSet<PackProposal> PackProposals => Set<PackProposal>();

    public DbSet<PublishedCalendar> Calendars => Set<PublishedCalendar>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<OfficeHeld> OfficesHeld => Set<OfficeHeld>();

    public DbSet<ApplicationFile> ApplicationFiles => Set<ApplicationFile>();

    public DbSet<RecommendationList> RecommendationLists => Set<RecommendationList>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<Selection> Selections => Set<Selection>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<DirectoryGroup> DirectoryGroups => Set<DirectoryGroup>();

    public DbSet<DirectoryEntry> DirectoryEntries => Set<DirectoryEntry>();

    public DbSet<NameBigram> NameBigrams => Set<NameBigram>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<ImportError> ImportErrors => Set<ImportError>();

    public DbSet<EvaluationResult> EvaluationResults => Set<EvaluationResult>();

    public DbSet<SanctionCase> SanctionCases => Set<SanctionCase>();

    public DbSet<RectificationWarning> RectificationWarnings => Set<RectificationWarning>();

    public DbSet<Ban> Bans => Set<Ban>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<PaperFolder> PaperFolders => Set<PaperFolder>();

    public DbSet<PaperWarning> PaperWarnings => Set<PaperWarning>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<Interpretation> Interpretations => Set<Interpretation>();

    public DbSet<MajorChange> MajorChanges => Set<MajorChange>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CaseDecision> CaseDecisions => Set<CaseDecision>();

    public DbSet<PlanDecision> PlanDecisions => Set<PlanDecision>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();

    public DbSet<RegisterValue> RegisterValues => Set<RegisterValue>();

    public DbSet<RegisterFile> RegisterFiles => Set<RegisterFile>();

    public DbSet<RegisterPush> RegisterPushes => Set<RegisterPush>();

    protected override void Describe(ModelBuilder modelBuilder)
    {
        DescribeRules(modelBuilder);
        DescribeApplications(modelBuilder);
        DescribeLists(modelBuilder);
        DescribeInstitutions(modelBuilder);
        modelBuilder.DescribeDirectory();
        modelBuilder.DescribeImports();
        modelBuilder.DescribeSelections();
        modelBuilder.DescribeMeetings();
        modelBuilder.DescribeNotices();
        modelBuilder.DescribeAnnouncements();
        modelBuilder.DescribeSanctions();
        modelBuilder.DescribePlaces();
        modelBuilder.DescribePapers();
        modelBuilder.DescribeOpinions();
        modelBuilder.DescribeInterpretations();
        modelBuilder.DescribeChanges();
        modelBuilder.DescribeRegisters();
        modelBuilder.DescribeRoutes();
        modelBuilder.AddMessaging();
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.ClrType.Namespace!.StartsWith(nameof(Registry), StringComparison.Ordinal)))
        {
            DescribeColumns(modelBuilder, entity.ClrType);
        }
    }

    /// <summary>Keys are set by the application; texts that are indexed fit the narrowest key of the three databases.</summary>
    private static void DescribeColumns(ModelBuilder modelBuilder, Type type)
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Programme"] = 80,
            ["Jurisdiction"] = 40,
            ["District"] = 40,
            ["Organisation"] = 18,
            ["ImplementingBodyCode"] = 18,
            ["CentreCode"] = 18,
            ["RecognisedPerson"] = 18,
            ["HostCode"] = 18,
            ["Park"] = 40,
            ["Standing"] = 40,
            ["Route"] = 80,
            ["Track"] = 40,
            ["Subject"] = 100,
            ["ExpertSubject"] = 100,
            ["Hash"] = 64,
            ["PolicyHash"] = 64,
            ["DocumentNumber"] = Documents.MaxNumberLength,
            ["DecisionNumber"] = Documents.MaxNumberLength,
        };
        foreach (var property in type.GetProperties().Where(p => p.PropertyType == typeof(string) && lengths.ContainsKey(p.Name)))
        {
            modelBuilder.Entity(type).Property(property.Name).HasMaxLength(lengths[property.Name]);
        }

        if (type.GetProperty("Id") is not null)
        {
            modelBuilder.Entity(type).Property("Id").ValueGeneratedNever();
        }
    }

    private static void DescribeRules(ModelBuilder modelBuilder)
    {
        var pack = modelBuilder.Entity<PublishedPack>();
        pack.Property(p => p.Content).HasMaxLength(UnboundedText);
        pack.HasIndex(p => p.Hash).IsUnique();

        // Which version rules on a day must never be a matter of taste.
        pack.HasIndex(p => new { p.Programme, p.From }).IsUnique();

        var proposal = modelBuilder.Entity<PackProposal>();
        proposal.Property(p => p.Content).HasMaxLength(UnboundedText);
        proposal.HasIndex(p => p.Hash).IsUnique();

        var calendar = modelBuilder.Entity<PublishedCalendar>();
        calendar.Property(c => c.Content).HasMaxLength(UnboundedText);
        calendar.HasIndex(c => new { c.Year, c.IsTest }).IsUnique();
    }

    private static void DescribeApplications(ModelBuilder modelBuilder)
    {
        var application = modelBuilder.Entity<Application>();
        application.Property(a => a.Answers).HasMaxLength(UnboundedText);
        application.Property(a => a.Linked).HasMaxLength(UnboundedText);
        application.PrimitiveCollection(a => a.FiledBy).HasMaxLength(UnboundedText).ElementType().HasMaxLength(DefaultTextLength);
        application.HasIndex(a => new { a.Jurisdiction, a.District, a.Status, a.Id });
        application.PrimitiveCollection(a => a.LeadBodyCodes).HasMaxLength(UnboundedText).ElementType().HasMaxLength(18);
        application.HasIndex(a => new { a.Organisation, a.Id });
        application.HasIndex(a => a.InstitutionId);
        application.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId).OnDelete(DeleteBehavior.Restrict);
        application.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ApplicationId);
        application.HasMany(a => a.ConditionAnswers).WithOne().HasForeignKey(answer => answer.ApplicationId);
        application.HasMany(a => a.Submissions).WithOne().HasForeignKey(s => s.ApplicationId);

        modelBuilder.Entity<ApplicationFile>(file =>
        {
            file.HasKey(f => f.AttachmentId);
            file.HasOne<Attachment>().WithOne().HasForeignKey<ApplicationFile>(f => f.AttachmentId);
            file.HasOne<Application>().WithMany().HasForeignKey(f => f.ApplicationId);
        });
        modelBuilder.Entity<Submission>(submission =>
        {
            submission.Property(s => s.Answers).HasMaxLength(UnboundedText);
            submission.PrimitiveCollection(s => s.Files).HasMaxLength(UnboundedText);
            submission.HasIndex(s => new { s.ApplicationId, s.Round }).IsUnique();
        });
        modelBuilder.Entity<ConditionAnswer>(answer =>
        {
            answer.Property(a => a.Reason).HasMaxLength(Reasons.MaxLength);
            answer.HasIndex(a => new { a.ApplicationId, a.Round, a.Id });
        });
        modelBuilder.Entity<ApplicationStep>(step =>
        {
            step.Property(s => s.Reason).HasMaxLength(Reasons.MaxLength);
            step.OwnsMany(
                s => s.FieldReasons,
                reasons =>
                {
                    reasons.ToJson();
                    reasons.Property(r => r.Reason).HasMaxLength(Reasons.MaxLength);
                });
            step.HasIndex(s => new { s.ApplicationId, s.Number }).IsUnique();
        });
    }

    private static void DescribeLists(ModelBuilder modelBuilder)
    {
        var list = modelBuilder.Entity<RecommendationList>();
        list.HasIndex(l => new { l.Jurisdiction, l.District, l.DocumentNumber }).IsUnique();
        list.HasMany(l => l.Applications).WithOne().HasForeignKey(line => line.RecommendationListId);

        var line = modelBuilder.Entity<RecommendedApplication>();
        line.HasKey(l => l.ApplicationId);
        line.Property(l => l.ApplicationId).ValueGeneratedNever();
        line.HasOne<Application>().WithOne().HasForeignKey<RecommendedApplication>(l => l.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void DescribeInstitutions(ModelBuilder modelBuilder)
    {
        var institution = modelBuilder.Entity<Institution>();
        institution.HasIndex(i => new { i.Jurisdiction, i.Name }).IsUnique();
        institution.HasIndex(i => new { i.Jurisdiction, i.District, i.Standing, i.Id });
        institution.HasIndex(i => new { i.Jurisdiction, i.Id });
        institution.HasIndex(i => new { i.Programme, i.Id });
        institution.HasIndex(i => new { i.Standing, i.Id });
        institution.HasIndex(i => i.CentreCode);
        institution.HasIndex(i => new { i.Programme, i.RecognisedPerson }).IsUnique();
        institution.HasIndex(i => i.ImplementingBodyCode);
        institution.HasIndex(i => i.ApplicationId).IsUnique();
        institution.HasOne<Application>().WithOne().HasForeignKey<Institution>(i => i.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        institution.OwnsMany(i => i.LeadBodies, bodies => bodies.ToJson());
        institution.HasMany(i => i.History).WithOne().HasForeignKey(entry => entry.InstitutionId);
        modelBuilder.Entity<StandingEntry>(entry =>
        {
            entry.HasIndex(e => new { e.InstitutionId, e.Number }).IsUnique();
            entry.HasIndex(e => new { e.Standing, e.InstitutionId });
        });
        modelBuilder.Entity<EvaluationResult>().HasIndex(result => new { result.InstitutionId, result.Year });
    }
}
