using System.Globalization;

namespace Registry.Announcements;

/// <summary>An announcement as it is shown and printed.</summary>
internal sealed record AnnouncementView(
    Guid Id,
    string Programme,
    Guid? NoticeId,
    string Number,
    string DocumentNumber,
    DateOnly IssuedOn,
    string Clause,
    DateTime RecordedAt,
    string IssuedByName,
    IReadOnlyList<AnnouncementView.AnnouncementLine> Centres)
{
    /// <summary>One line of it.</summary>
    internal sealed record AnnouncementLine(int Number, Guid ApplicationId, Guid InstitutionId, string Name);

    /// <summary>The running number as it is written: <c>2026-0007</c>.</summary>
    public static string NumberOf(Announcement announcement) => string.Create(CultureInfo.InvariantCulture, $"{announcement.Year}-{announcement.Serial:D4}");

    public static AnnouncementView Of(Announcement announcement) => new(
        announcement.Id,
        announcement.Programme,
        announcement.NoticeId,
        NumberOf(announcement),
        announcement.DocumentNumber,
        announcement.IssuedOn,
        announcement.Clause,
        announcement.RecordedAt,
        announcement.IssuedByName,
        [.. announcement.Centres.OrderBy(c => c.Number).Select(c => new AnnouncementLine(c.Number, c.ApplicationId, c.InstitutionId, c.Name))]);
}
