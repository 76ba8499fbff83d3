using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Directories;
using Registry.Institutions;
using Registry.Matches;
using Registry.Registers;
using ServiceDefaults.Attachments;

namespace Registry.Data;

/// <summary>How the entries of every register are stored: one set of tables, whatever a pack defines.</summary>
internal static class RegistersModel
{
    private const int MaxNameLength = 80;
    private const int MaxTitleLength = 200;
    private const int MaxSearchLength = 600;

    public static void DescribeRegisters(this ModelBuilder modelBuilder)
    {
        DescribeEntries(modelBuilder);
        DescribeSteps(modelBuilder);
        DescribeIndexes(modelBuilder);
        DescribePushes(modelBuilder);
    }

    private static void DescribeEntries(ModelBuilder modelBuilder) => modelBuilder.Entity<RegisterEntry>(entry =>
    {
        entry.Property(e => e.Register).HasMaxLength(MaxNameLength);
        entry.Property(e => e.Park).HasMaxLength(40);
        entry.Property(e => e.State).HasMaxLength(MaxNameLength);
        entry.Property(e => e.Title).HasMaxLength(MaxTitleLength);
        entry.Property(e => e.SearchText).HasMaxLength(MaxSearchLength);
        entry.Property(e => e.UniqueKey).HasMaxLength(64);
        entry.Property(e => e.ToldBy).HasMaxLength(64);
        entry.Property(e => e.StartedBySubject).HasMaxLength(100);
        entry.Property(e => e.Answers).HasMaxLength(PlatformText);
        entry.PrimitiveCollection(e => e.FiledBy).HasMaxLength(PlatformText).ElementType().HasMaxLength(400);
        entry.OwnsMany(e => e.Flags, flags => flags.ToJson());

        // Two who file the same at once cannot both get through, whatever either has read before.
        entry.HasIndex(e => new { e.Programme, e.Register, e.UniqueKey }).IsUnique();
        entry.HasIndex(e => new { e.Programme, e.Register, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.Programme, e.Register, e.State, e.Id });
        entry.HasIndex(e => new { e.Programme, e.Register, e.Id });
        entry.HasIndex(e => new { e.AboutInstitutionId, e.Register, e.Id });
        entry.HasIndex(e => new { e.AboutEntryId, e.Register, e.Id });
        entry.HasIndex(e => new { e.Organisation, e.Id });
        entry.HasOne<Institution>().WithMany().HasForeignKey(e => e.AboutInstitutionId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<RegisterEntry>().WithMany().HasForeignKey(e => e.AboutEntryId).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(e => e.Steps).WithOne().HasForeignKey(step => step.EntryId);
        entry.HasMany(e => e.Values).WithOne().HasForeignKey(value => value.EntryId);
        entry.HasMany(e => e.Grams).WithOne().HasForeignKey(gram => gram.EntryId);
    });

    private static void DescribeSteps(ModelBuilder modelBuilder) => modelBuilder.Entity<RegisterStepTaken>(step =>
    {
        step.Property(s => s.StepKey).HasMaxLength(MaxNameLength);
        step.Property(s => s.FromState).HasMaxLength(MaxNameLength);
        step.Property(s => s.ToState).HasMaxLength(MaxNameLength);
        step.Property(s => s.ForSubject).HasMaxLength(100);
        step.Property(s => s.Reason).HasMaxLength(Reasons.MaxLength);
        step.Property(s => s.StepAnswers).HasMaxLength(PlatformText);
        step.Property(s => s.Before).HasMaxLength(PlatformText);
        step.Property(s => s.After).HasMaxLength(PlatformText);
        step.OwnsMany(s => s.Flags, flags => flags.ToJson());
        step.HasIndex(s => new { s.EntryId, s.Number }).IsUnique();
    });

    private static void DescribeIndexes(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RegisterValue>(value =>
        {
            value.HasKey(v => new { v.EntryId, v.Field, v.Position });
            value.Property(v => v.Register).HasMaxLength(MaxNameLength);
            value.Property(v => v.Field).HasMaxLength(MaxNameLength);
            value.Property(v => v.Text).HasMaxLength(RegisterValue.MaxTextLength);
            value.HasIndex(v => new { v.Programme, v.Register, v.Field, v.Text, v.EntryId });
        });
        modelBuilder.Entity<EntryGram>(gram =>
        {
            gram.HasKey(g => new { g.Gram, g.EntryId });
            gram.Property(g => g.Gram).HasMaxLength(SearchName.BigramLength);
        });
        modelBuilder.Entity<RegisterCounter>(counter =>
        {
            counter.HasKey(c => new { c.Programme, c.Register });
            counter.Property(c => c.Register).HasMaxLength(MaxNameLength);
        });
        modelBuilder.Entity<RegisterFile>(file =>
        {
            file.HasKey(f => f.AttachmentId);
            file.Property(f => f.Field).HasMaxLength(MaxNameLength);
            file.HasOne<Attachment>().WithOne().HasForeignKey<RegisterFile>(f => f.AttachmentId);
            file.HasOne<RegisterEntry>().WithMany().HasForeignKey(f => f.EntryId);
        });
    }

    private static void DescribePushes(ModelBuilder modelBuilder) => modelBuilder.Entity<RegisterPush>(push =>
    {
        push.Property(p => p.FromOrganisation).HasMaxLength(18);
        push.Property(p => p.ToOrganisation).HasMaxLength(18);
        push.OwnsMany(
            p => p.Reasons,
            reasons =>
            {
                reasons.ToJson();
                reasons.PrimitiveCollection(r => r.Shared);
            });
        push.OwnsOne(p => p.FromAnswer, answer => answer.ToJson());
        push.OwnsOne(p => p.ToAnswer, answer => answer.ToJson());
        push.HasIndex(p => new { p.FromEntryId, p.ToEntryId }).IsUnique();
        push.HasIndex(p => p.ToEntryId);
        push.HasIndex(p => new { p.Jurisdiction, p.Id });
        push.HasOne<RegisterEntry>().WithMany().HasForeignKey(p => p.FromEntryId).OnDelete(DeleteBehavior.Restrict);
        push.HasOne<RegisterEntry>().WithMany().HasForeignKey(p => p.ToEntryId).OnDelete(DeleteBehavior.Restrict);
    });

    private static int PlatformText => RegistryDb.UnboundedText;
}
