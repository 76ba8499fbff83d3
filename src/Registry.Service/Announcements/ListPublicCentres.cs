using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Announcements;

/// <summary>The recognised bodies, for everybody (ZS-17): those under rectification are still recognised, and shown as what they are.</summary>
internal static class ListPublicCentres
{
    /// <summary>A line of the public list.</summary>
    internal sealed record PublicCentre(
        Guid Id,
        string Programme,
        string Jurisdiction,
        string Name,
        string Category,
        Label? Field,
        string District,
        string ImplementingBodyName,
        string? CentreName,
        DateOnly? RecognisedOn,
        string Standing,
        DateOnly StandingSince,
        string DecisionNumber);

    /// <summary>In the order of entry; <paramref name="field"/> is a category of the programme.</summary>
    public static async Task<Page<PublicCentre>> HandleAsync(
        string? programme,
        string? jurisdiction,
        string? field,
        string? district,
        PageQuery page,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var rows = db.Institutions.AsNoTracking()
            .Include(i => i.History)
            .Where(i => i.Standing == Standings.Recognised || i.Standing == Standings.Filed || i.Standing == Standings.UnderRectification);
        rows = programme is null ? rows : rows.Where(i => i.Programme == programme);
        rows = jurisdiction is null ? rows : rows.Where(i => i.Jurisdiction == jurisdiction);
        rows = field is null ? rows : rows.Where(i => i.Category == field);
        rows = district is null ? rows : rows.Where(i => i.District == district);
        var (today, library) = (clock.Today, await packs.OpenAsync(cancellationToken));
        return (await rows.ToPageAsync(page, i => i.Id, cancellationToken)).Select(i => Show(i, library, today));
    }

    private static PublicCentre Show(Institution institution, PackLibrary library, DateOnly today)
    {
        // What a decision lets begin later is not yet what the body is.
        var ruling = StandingOn.Find(institution.History, today);
        return new PublicCentre(
            institution.Id,
            institution.Programme,
            institution.Jurisdiction,
            institution.Name,
            institution.Category,
            library.Ruling(institution.Programme, today)?.Category(institution.Category)?.Label,
            institution.District,
            institution.ImplementingBodyName,
            institution.CentreName,
            institution.RecognisedOn,
            ruling?.Standing ?? institution.Standing,
            ruling?.EffectiveFrom ?? institution.StandingSince,
            ruling?.DecisionNumber ?? institution.DecisionNumber);
    }
}
