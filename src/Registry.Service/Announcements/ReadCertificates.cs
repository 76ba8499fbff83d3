using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Announcements;

/// <summary>A certificate tells by its code who was recognised, since when, and what it is today.</summary>
internal static class ReadCertificates
{
    /// <summary>The certificate as of today.</summary>
    internal sealed record CertificateView
    {
        public required string Code { get; init; }

        public required Guid InstitutionId { get; init; }

        public required string Programme { get; init; }

        /// <summary>The programme's name.</summary>
        public required Label? Title { get; init; }

        /// <summary>The name under which it was recognised (ZS-17).</summary>
        public required string Name { get; init; }

        public required string ImplementingBodyName { get; init; }

        public required string? CentreName { get; init; }

        public required string District { get; init; }

        /// <summary>The date of the announcing document.</summary>
        public required DateOnly RecognisedOn { get; init; }

        public required string DocumentNumber { get; init; }

        /// <summary>The day that this answer is about.</summary>
        public required DateOnly CheckedOn { get; init; }

        /// <summary>What the body is on that day, one of <see cref="Standings"/>.</summary>
        public required string? Standing { get; init; }

        public required DateOnly? StandingSince { get; init; }

        /// <summary>Whether the certificate counts today: it is the body's latest, and the body is recognised.</summary>
        public required bool Valid { get; init; }
    }

    public static async Task<Answer<CertificateView>> CheckAsync(
        string code, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var written = code.Trim().ToUpperInvariant();
        var issued = await Issued(db).SingleOrDefaultAsync(pair => pair.Centre.CertificateCode == written, cancellationToken);
        var latest = issued is null ? null : await LatestOfAsync(issued.Centre.InstitutionId, db, cancellationToken);
        return (await ViewAsync(issued, latest, db, packs, clock, cancellationToken) is { } view ? view : NotFound(code)).ToHttp();
    }

    public static async Task<Answer<CertificateView>> OfInstitutionAsync(
        Guid id, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (!(await ReadInstitutions.FindAsync(id, http.Caller(), db, cancellationToken)).Accepted(out _, out var hidden))
        {
            return ((Outcome<CertificateView>)hidden).ToHttp();
        }

        var latest = await LatestOfAsync(id, db, cancellationToken);
        return (await ViewAsync(latest, latest, db, packs, clock, cancellationToken) is { } view ? view : NotFound(id)).ToHttp();
    }

    /// <summary>The latest certificate of an institution; null before its first recognition.</summary>
    public static Task<IssuedCertificate?> LatestOfAsync(Guid institutionId, RegistryDb db, CancellationToken cancellationToken) =>
        Issued(db)
            .Where(pair => pair.Centre.InstitutionId == institutionId)
            .OrderByDescending(pair => pair.IssuedOn)
            .ThenByDescending(pair => pair.RecordedAt)
            .FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<IssuedCertificate> Issued(RegistryDb db) =>
        db.Announcements.AsNoTracking().SelectMany(
            a => a.Centres, (a, centre) => new IssuedCertificate { Centre = centre, DocumentNumber = a.DocumentNumber, IssuedOn = a.IssuedOn, RecordedAt = a.RecordedAt });

    private static async Task<Outcome<CertificateView>?> ViewAsync(
        IssuedCertificate? issued, IssuedCertificate? latest, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (issued is null)
        {
            return null;
        }

        var today = clock.Today;
        var institution = await db.Institutions.AsNoTracking().Include(i => i.History).SingleAsync(i => i.Id == issued.Centre.InstitutionId, cancellationToken);
        var entry = StandingOn.Find(institution.History, today);
        return new CertificateView
        {
            Code = issued.Centre.CertificateCode,
            InstitutionId = institution.Id,
            Programme = institution.Programme,
            Title = (await packs.OpenAsync(cancellationToken)).Ruling(institution.Programme, issued.IssuedOn)?.Title,
            Name = issued.Centre.Name,
            ImplementingBodyName = institution.ImplementingBodyName,
            CentreName = institution.CentreName,
            District = institution.District,
            RecognisedOn = issued.IssuedOn,
            DocumentNumber = issued.DocumentNumber,
            CheckedOn = today,
            Standing = entry?.Standing,
            StandingSince = entry?.EffectiveFrom,
            Valid = entry is not null && Standings.IsRecognised(entry.Standing) && latest?.Centre.CertificateCode == issued.Centre.CertificateCode,
        };
    }

    private static Outcome<CertificateView> NotFound(object key) => Refusal.NotFound("certificate", key, "证书");

    /// <summary>A line of an announcement with its document.</summary>
    internal sealed class IssuedCertificate
    {
        public required AnnouncedCentre Centre { get; init; }

        public required string DocumentNumber { get; init; }

        public required DateOnly IssuedOn { get; init; }

        public required DateTime RecordedAt { get; init; }
    }
}
