using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Notifications;

namespace Reporting.Institutions;

/// <summary>Keeps the newest state of each institution and every standing that it had, and applies what waited for it.</summary>
internal sealed class OnInstitutionChanged(ReportingDb db, WaitingEvents waiting, RoundMembers members, TellOccasion tell) : IOn<InstitutionChanged>
{
    public async Task<Applied> ApplyAsync(InstitutionChanged message, CancellationToken cancellationToken)
    {
        var known = await db.Institutions.Include(i => i.Standings).SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken);
        var before = known?.Standing;
        var institution = known ?? db.Institutions.Add(From(message)).Entity;
        if (known is null || message.Version > known.Version)
        {
            Take(institution, message);
        }

        // A standing counts whenever it is told: what a body was at a year's end may arrive after what it is now.
        if (institution.Standings.TrueForAll(entry => entry.Version != message.Version))
        {
            institution.Standings.Add(StandingOf(message));
        }

        await db.SaveChangesAsync(cancellationToken);
        await members.FollowAsync(institution, cancellationToken);
        await tell.StandingAsync(institution, message, before, cancellationToken);
        if (known is null)
        {
            await waiting.ApplyAsync(Institution.WaitingKey(message.InstitutionId), cancellationToken);
        }

        return Applied.Done;
    }

    /// <summary>Takes the state over.</summary>
    public static void Take(Institution institution, InstitutionChanged said)
    {
        (institution.Version, institution.District, institution.Name) = (said.Version, said.District, said.Name);
        (institution.Organisation, institution.Category) = (said.ImplementingBodyCode, said.Category);
        (institution.Standing, institution.StandingSince) = (said.Standing, said.StandingSince);
        (institution.RecognisedOn, institution.RectificationUntil) = (said.RecognisedOn, said.RectificationUntil);
        institution.PartyCodes = [.. said.PartyCodes ?? [said.ImplementingBodyCode]];
        institution.IsJointlyBuilt = said.IsJointlyBuilt ?? false;
    }

    /// <summary>The standing that a version told.</summary>
    public static StandingEntry StandingOf(InstitutionChanged said) => new()
    {
        InstitutionId = said.InstitutionId, Version = said.Version, Standing = said.Standing, Since = said.StandingSince,
    };

    /// <summary>An institution that is new here.</summary>
    public static Institution From(InstitutionChanged message) => new()
    {
        Id = message.InstitutionId,
        Version = message.Version,
        Programme = message.Programme,
        Jurisdiction = message.Jurisdiction,
        District = message.District,
        Name = message.Name,
        Organisation = message.ImplementingBodyCode,
        Standing = message.Standing,
    };
}
