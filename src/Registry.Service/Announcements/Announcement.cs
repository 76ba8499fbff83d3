using System.Security.Cryptography;
using Registry.Applications;
using Registry.Institutions;

namespace Registry.Announcements;

/// <summary>The numbered document that announces recognitions (ZS-17) or filings (EO-08); its date is the date of recognition (ZS-08).</summary>
internal sealed class Announcement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The notice before it; null for a filing that needs none (EO-07).</summary>
    public required Guid? NoticeId { get; init; }

    /// <summary>The running number within the programme and the year of its date, without a gap.</summary>
    public required int Serial { get; init; }

    public int Year { get; private init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The document's date. It may be recorded days later.</summary>
    public required DateOnly IssuedOn { get; init => (field, Year) = (value, value.Year); }

    public required string Clause { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string IssuedBySubject { get; init; }

    public required string IssuedByName { get; init; }

    public List<AnnouncedCentre> Centres { get; init; } = [];

    /// <summary>One more line, with the certificate of that recognition or filing.</summary>
    public AnnouncedCentre Add(Application application, Institution institution)
    {
        var line = new AnnouncedCentre
        {
            ApplicationId = application.Id,
            AnnouncementId = Id,
            InstitutionId = institution.Id,
            Number = Centres.Count + 1,
            Name = institution.Name,
            CertificateCode = AnnouncedCentre.NewCertificateCode(),
        };
        Centres.Add(line);
        return line;
    }
}

/// <summary>One line of an announcement, and the certificate of that recognition. An application is announced once.</summary>
internal sealed class AnnouncedCentre
{
    public required Guid ApplicationId { get; init; }

    public Guid AnnouncementId { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>Order in the document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name under which it was recognised (ZS-17).</summary>
    public required string Name { get; init; }

    /// <summary>What whoever holds the certificate checks it by: nobody guesses it.</summary>
    public required string CertificateCode { get; init; }

    /// <summary>120 random bits in letters and digits that nobody misreads.</summary>
    public static string NewCertificateCode() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 24);
}
