using Microsoft.EntityFrameworkCore;
using Registry.Directories;
using Registry.Institutions;

namespace Registry.Data;

/// <summary>The mapping of the directory.</summary>
internal static class DirectoryModel
{
    public const string Groups = "DirectoryGroup";
    public const string Entries = "DirectoryEntry";
    private const int WordLength = 100;

    public static void DescribeDirectory(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DirectoryGroup>(group =>
        {
            group.ToTable(Groups);
            group.Property(g => g.Category).HasMaxLength(WordLength);
            group.Property(g => g.Field).HasMaxLength(WordLength);
            group.HasIndex(g => new { g.Jurisdiction, g.Programme });
        });
        modelBuilder.Entity<DirectoryEntry>(entry =>
        {
            entry.ToTable(Entries);
            entry.HasKey(e => e.InstitutionId);
            entry.Property(e => e.InstitutionId).ValueGeneratedNever();
            entry.HasOne<Institution>().WithOne().HasForeignKey<DirectoryEntry>(e => e.InstitutionId);

            // A page of a filter is the merged beginning of its groups, each in the order of this index.
            entry.HasIndex(e => new { e.GroupId, e.InstitutionId });
        });
        modelBuilder.Entity<NameBigram>(bigram =>
        {
            bigram.ToTable("NameBigram");
            bigram.HasKey(b => new { b.Bigram, b.InstitutionId });
            bigram.Property(b => b.Bigram).HasMaxLength(SearchName.BigramLength);
        });
    }
}
