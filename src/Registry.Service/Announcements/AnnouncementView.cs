namespace Registry.Announcements;

/// <summary>An announcement as it is shown and printed.</summary>
internal sealed record AnnouncementView(
    Guid Id,
    string Programme,
    Guid NoticeId,
    string DocumentNumber,
    DateOnly IssuedOn,
    string Clause,
    DateTime RecordedAt,
    string IssuedByName,
    IReadOnlyList<AnnouncementView.AnnouncementLine> Centres)
{
    /// <summary>One line of it.</summary>
    internal sealed record AnnouncementLine(int Number, Guid ApplicationId, Guid InstitutionId, string Name);

    public static AnnouncementView Of(Announcement announcement) => new(
        announcement.Id,
        announcement.Programme,
        announcement.NoticeId,
        announcement.DocumentNumber,
        announcement.IssuedOn,
        announcement.Clause,
        announcement.RecordedAt,
        announcement.IssuedByName,
        [.. announcement.Centres.OrderBy(c => c.Number).Select(c => new AnnouncementLine(c.Number, c.ApplicationId, c.InstitutionId, c.Name))]);
}
