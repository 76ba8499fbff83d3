using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;

namespace Registry.Meetings;

/// <summary>What a motion is about, as the group sees it: its name, and the legal persons with a part in it.</summary>
internal sealed record MotionSubject(string Title, IReadOnlySet<string> Parties, Application? Application = null)
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The subject, of this programme and jurisdiction; <paramref name="title"/> names what the register does not keep.</summary>
    public static async Task<Outcome<MotionSubject>> FindAsync(
        RegistryDb db, Meeting meeting, SubjectKind kind, Guid? id, string title, CancellationToken cancellationToken) => kind switch
        {
            SubjectKind.Application => await ApplicationAsync(db, meeting, id, cancellationToken),
            SubjectKind.Institution => await InstitutionAsync(db, meeting, id, cancellationToken),
            SubjectKind.Other => id is null
                ? new MotionSubject(title, Nobody)
                : Refusal.BadInput("subject.id", id, "其他事项不关联登记对象。", "A matter that the register does not keep has no ID."),
            _ => Refusal.NotFound("entry", id?.ToString() ?? "", "登记事项"),
        };

    private static async Task<Outcome<MotionSubject>> ApplicationAsync(
        RegistryDb db, Meeting meeting, Guid? id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking()
            .Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended))
            .SingleOrDefaultAsync(
                a => a.Id == id && a.Programme == meeting.Programme && a.Jurisdiction == meeting.Jurisdiction && a.Status != ApplicationStatus.Draft, cancellationToken);
        if (application is null)
        {
            return ApplicationDesk.NotFound(id ?? Guid.Empty);
        }

        var parties = AnsweredCodes.Of(JsonElement.Parse(application.Answers)).Append(application.Organisation).Append(application.CentreCode ?? "").Concat(application.LeadBodyCodes);
        return new MotionSubject(application.Title ?? application.Organisation, parties.ToHashSet(StringComparer.Ordinal), application);
    }

    private static async Task<Outcome<MotionSubject>> InstitutionAsync(RegistryDb db, Meeting meeting, Guid? id, CancellationToken cancellationToken)
    {
        var body = await db.Institutions.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == id && i.Programme == meeting.Programme && i.Jurisdiction == meeting.Jurisdiction, cancellationToken);
        return body is null ? Refusal.NotFound("institution", id ?? Guid.Empty, "机构") : new MotionSubject(body.Name, body.PartyCodes.ToHashSet(StringComparer.Ordinal));
    }
}
