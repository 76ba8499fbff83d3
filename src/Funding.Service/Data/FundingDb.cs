using System.Text.Json;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Claims;
using Funding.Clawbacks;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.Delegations;
using Funding.Grants;
using Funding.Histories;
using Funding.Invoices;
using Funding.Ledger;
using Funding.Notices;
using Funding.Objections;
using Funding.PayeeAccounts;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Receipts;
using Funding.Reconciliations;
using Funding.Rewards;
using Funding.Settlements;
using Funding.ShadowRuns;
using Funding.Spending;
using Funding.YearSummaries;
using Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Packs;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>
/// Funding's database. Whoever touches a body's money updates rows in one order, so that nobody waits in a circle: funding
/// accounts by key, then what belongs to the body, and the appropriations last and shortest, because all bodies share them.
/// </summary>
internal abstract class FundingDb(DbContextOptions options) : PlatformDbContext(options)
{
    // Most years hold nothing.
    private static readonly ValueConverter<HeldFens, string> Held = new(
        held => held.Stretches.Count == 0 ? "" : JsonSerializer.Serialize(held.Stretches, JsonSerializerOptions.Web),
        text => text.Length == 0 ? HeldFens.None : new HeldFens(JsonSerializer.Deserialize<HeldStretch[]>(text, JsonSerializerOptions.Web)!));

    public DbSet<FundingAccount> Accounts => Set<FundingAccount>();

    public DbSet<FundedYear> FundedYears => Set<FundedYear>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Appropriation> Appropriations => Set<Appropriation>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<AppropriationChange> AppropriationChanges => Set<AppropriationChange>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Advance> Advances => Set<Advance>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<PaymentRun> PaymentRuns => Set<PaymentRun>();

    public DbSet<PaymentResult> PaymentResults => Set<PaymentResult>();

    public DbSet<PublishedResult> PublishedResults => Set<PublishedResult>();

    public DbSet<SettlementRun> SettlementRuns => Set<SettlementRun>();

    public DbSet<SettlementLine> SettlementLines => Set<SettlementLine>();

    public DbSet<ResultFile> ResultFiles => Set<ResultFile>();

    public DbSet<PayeeAccount> PayeeAccounts => Set<PayeeAccount>();

    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();

    public DbSet<StatementEntry> StatementEntries => Set<StatementEntry>();

    public DbSet<Difference> Differences => Set<Difference>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<SettlementRevision> SettlementRevisions => Set<SettlementRevision>();

    public DbSet<Clawback> Clawbacks => Set<Clawback>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<ReceiptPart> ReceiptParts => Set<ReceiptPart>();

    public DbSet<ClawbackDecision> ClawbackDecisions => Set<ClawbackDecision>();

    public DbSet<ClawbackReminder> ClawbackReminders => Set<ClawbackReminder>();

    public DbSet<ClawbackNotice> ClawbackNotices => Set<ClawbackNotice>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<DeadlineCase> DeadlineCases => Set<DeadlineCase>();

    public DbSet<DeadlineEntry> DeadlineEntries => Set<DeadlineEntry>();

    public DbSet<DeadlineWarning> DeadlineWarnings => Set<DeadlineWarning>();

    public DbSet<SpendingStatement> SpendingStatements => Set<SpendingStatement>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<StatementFile> StatementFiles => Set<StatementFile>();

    public DbSet<ShadowRun> ShadowRuns => Set<ShadowRun>();

    public DbSet<ShadowTable> ShadowTables => Set<ShadowTable>();

    public DbSet<ShadowFinding> ShadowFindings => Set<ShadowFinding>();

    public DbSet<ShadowFault> ShadowFaults => Set<ShadowFault>();
    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<ClaimFile> ClaimFiles => Set<ClaimFile>();

    public DbSet<ClaimantAccount> ClaimantAccounts => Set<ClaimantAccount>();

    public DbSet<RewardDecision> RewardDecisions => Set<RewardDecision>();

    public DbSet<AcceptedInvoice> AcceptedInvoices => Set<AcceptedInvoice>();

    public DbSet<History> Histories => Set<History>();

    public DbSet<HistoryLine> HistoryLines => Set<HistoryLine>();

    public DbSet<HistoryFault> HistoryFaults => Set<HistoryFault>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();

    public DbSet<DailyHead> DailyHeads => Set<DailyHead>();

    public DbSet<YearSummary> YearSummaries => Set<YearSummary>();

    public DbSet<SummedUpTo> SummedUpTo => Set<SummedUpTo>();

    protected override void Describe(ModelBuilder modelBuilder)
    {
        DescribeAccounts(modelBuilder);
        modelBuilder.DescribeAppropriations();
        modelBuilder.DescribeDelegations();
        modelBuilder.DescribePayments();
        modelBuilder.DescribePayeeAccounts();
        modelBuilder.DescribeReconciliations();
        modelBuilder.DescribeSettlements();
        modelBuilder.DescribeClawbacks();
        modelBuilder.DescribeNumbers();
        modelBuilder.DescribeDeadlines();
        modelBuilder.DescribeSpending();
        modelBuilder.DescribeShadowRuns();
        modelBuilder.DescribeHistories();
        modelBuilder.DescribeInvoices();
        modelBuilder.DescribeClaims();
        modelBuilder.DescribeYearSummaries();
        DescribeLedger(modelBuilder);
        modelBuilder.AddMessaging().AddPacks();
    }

    private static void DescribeAccounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FundingAccount>(account =>
        {
            account.HasKey(a => a.InstitutionId);
            account.Property(a => a.InstitutionId).ValueGeneratedNever();
            account.HasIndex(a => new { a.Jurisdiction, a.InstitutionId });
            account.HasMany(a => a.Years).WithOne().HasForeignKey(y => y.InstitutionId);
            account.HasMany(a => a.Absorbed).WithOne().HasForeignKey(x => x.InstitutionId);
        });
        modelBuilder.Entity<FundedYear>(year =>
        {
            year.HasKey(y => new { y.InstitutionId, y.FiscalYear });
            year.HasIndex(y => new { y.Programme, y.FiscalYear });
            year.Property(y => y.Held).HasConversion(Held).HasMaxLength(PlatformDbContext.UnboundedText);
        });
        modelBuilder.Entity<Absorption>().HasKey(x => new { x.InstitutionId, x.AbsorbedId });
        modelBuilder.Entity<Hold>(hold =>
        {
            hold.Property(h => h.Id).ValueGeneratedNever();

            // Each thing said of a body holds its money once; a case does again each time that it is owed again.
            hold.HasIndex(h => new { h.InstitutionId, h.Cause, h.SourceId });
            hold.ComplexProperty(h => h.Placed);
            hold.ComplexProperty(h => h.Released);
            hold.HasOne<FundingAccount>().WithMany().HasForeignKey(h => h.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void DescribeLedger(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Posting>(posting =>
        {
            posting.HasKey(p => p.Sequence);
            posting.HasIndex(p => new { p.SourceId, p.Kind, p.Line }).IsUnique();
            posting.HasIndex(p => new { p.InstitutionId, p.FiscalYear, p.Sequence });
            posting.HasIndex(p => new { p.Jurisdiction, p.Sequence });

            // Months of vouchers, and balances as of a day.
            posting.HasIndex(p => new { p.Jurisdiction, p.PostedOn });
        });
        modelBuilder.Entity<ChainLink>(link =>
        {
            link.HasKey(l => l.Position);
            link.Property(l => l.Position).ValueGeneratedNever();
            link.HasIndex(l => l.PostingSequence).IsUnique();
        });
        modelBuilder.Entity<DailyHead>().HasKey(h => h.Day);
    }
}
