using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Packs;

/// <summary>A pack as it was published.</summary>
/// <param name="Programme">The programme that it rules.</param>
/// <param name="From">The day from which it rules.</param>
/// <param name="Hash">SHA-256 of the content, lower-case hexadecimal.</param>
/// <param name="Content">The YAML text.</param>
public sealed record PackText(string Programme, DateOnly From, string Hash, string Content);

/// <summary>A year's working-day calendar as it was published.</summary>
/// <param name="Year">The year.</param>
/// <param name="Hash">SHA-256 of the content, lower-case hexadecimal.</param>
/// <param name="Content">The YAML text.</param>
public sealed record CalendarText(int Year, string Hash, string Content);

/// <summary>The texts behind decisions, as they were published, for somebody who checks them elsewhere.</summary>
public static class PublishedTexts
{
    /// <summary>Every version of a jurisdiction's packs, or of one of its programmes.</summary>
    public static IAsyncEnumerable<PackText> PackTexts(this PlatformDbContext db, string jurisdiction, string? programme) =>
        db.Set<PolicyVersion>().AsNoTracking()
            .Where(version => version.Jurisdiction == jurisdiction && (programme == null || version.Programme == programme))
            .OrderBy(version => version.Programme).ThenBy(version => version.From)
            .Select(version => new PackText(version.Programme, version.From, version.Hash, version.Content))
            .AsAsyncEnumerable();

    /// <summary>Every calendar.</summary>
    public static IAsyncEnumerable<CalendarText> CalendarTexts(this PlatformDbContext db) =>
        db.Set<CalendarVersion>().AsNoTracking()
            .OrderBy(version => version.Year).ThenBy(version => version.Hash)
            .Select(version => new CalendarText(version.Year, version.Hash, version.Content))
            .AsAsyncEnumerable();
}
