using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.Registers;
using ServiceDefaults.Authentication;

namespace Registry.Meetings;

/// <summary>What a motion is about, as the group sees it: its name, who has a part in it, and what stands against moving it at all.</summary>
internal sealed record MotionSubject(string Title, Parties Parties)
{
    public Application? Application { get; init; }

    public RegisterEntry? Entry { get; init; }

    /// <summary>Whether what was named as an entry's step is one that the group resolves on from where the entry stands.</summary>
    public bool StepFits { get; init; } = true;

    /// <summary>
    /// Nobody has their own, or their organisation's, matter in hands here, nor one that they recommended to the group; null where this
    /// person does not.
    /// </summary>
    public Refusal? CheckSeparation(Caller caller, string clause) =>
        Application?.CheckSeparation(caller, clause)
        ?? Application?.CheckSecondPerson(caller, clause)
        ?? (Entry is { } entry && (entry.FiledBy.Exists(caller.Counts) || (entry.Organisation is not null && entry.Organisation == caller.Organisation))
            ? new Refusal(RefusalKind.Forbidden, "reviewer-filed-it", clause, "不得办理本人或本单位提交的事项。", "Nobody handles what they or their own organisation filed.").With("entryId", entry.Id)
            : null);
}

/// <summary>Finds what a motion is about, of the meeting's programme and jurisdiction.</summary>
internal static class MotionSubjects
{
    public static async Task<Outcome<MotionSubject>> FindSubjectAsync(
        this RegistryDb db, PackShelf packs, Meeting meeting, MoveMotion.Subject subject, CancellationToken cancellationToken) => subject switch
        {
            { Kind: SubjectKind.Application, Id: { } id, Step: null } => await ApplicationAsync(db, meeting, id, cancellationToken),
            { Kind: SubjectKind.Entry, Id: { } id, Step: { } step } => await EntryAsync(db, packs, meeting, id, step, cancellationToken),
            { Kind: SubjectKind.Institution, Id: { } id, Step: null } => await InstitutionAsync(db, meeting, id, cancellationToken),
            { Kind: SubjectKind.Other, Id: null, Step: null } => new MotionSubject(subject.Title?.Trim() ?? "", new Parties()),
            _ => Refusal.BadInput(
                "subject",
                subject.Kind,
                "申请和机构应给出编号，登记事项还应给出办理环节，其他事项只写名称。",
                "Give the ID of an application or institution, the ID and the step of an entry, and only the title of anything else."),
        };

    private static async Task<Outcome<MotionSubject>> ApplicationAsync(RegistryDb db, Meeting meeting, Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended)).SingleOrDefaultAsync(
            a => a.Id == id && a.Programme == meeting.Programme && a.Jurisdiction == meeting.Jurisdiction && a.Status != ApplicationStatus.Draft, cancellationToken);
        return application is null
            ? ApplicationDesk.NotFound(id)
            : new MotionSubject(application.Title ?? application.Organisation, new Parties().Of(application)) { Application = application };
    }

    private static async Task<Outcome<MotionSubject>> EntryAsync(
        RegistryDb db, PackShelf packs, Meeting meeting, Guid id, string step, CancellationToken cancellationToken)
    {
        var entry = await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.Id == id && e.Programme == meeting.Programme && e.Jurisdiction == meeting.Jurisdiction && e.State != RegisterEntry.Draft, cancellationToken);
        if (entry is null)
        {
            return Refusal.NotFound("entry", id, "登记事项");
        }

        var parties = new Parties().Of(JsonElement.Parse(entry.Answers)).Of(entry.Organisation);
        if (entry.AboutInstitutionId is { } about && await FindInstitutionAsync(db, meeting, about, cancellationToken) is { } body)
        {
            await AddAsync(parties, db, body, cancellationToken);
        }

        var register = (await packs.OpenAsync(cancellationToken)).ByHash(meeting.PolicyHash)?.Registers.FirstOrDefault(r => r.Name == entry.Register);
        return new MotionSubject(entry.Title, parties)
        {
            Entry = entry,
            StepFits = register?.Steps.Any(s => s.Key == step && s.Meeting && s.From.Contains(entry.State, StringComparer.Ordinal)) == true,
        };
    }

    private static async Task<Outcome<MotionSubject>> InstitutionAsync(RegistryDb db, Meeting meeting, Guid id, CancellationToken cancellationToken)
    {
        if (await FindInstitutionAsync(db, meeting, id, cancellationToken) is not { } body)
        {
            return Refusal.NotFound("institution", id, "机构");
        }

        var parties = new Parties();
        await AddAsync(parties, db, body, cancellationToken);
        return new MotionSubject(body.Name, parties);
    }

    private static Task<Institution?> FindInstitutionAsync(RegistryDb db, Meeting meeting, Guid id, CancellationToken cancellationToken) =>
        db.Institutions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Programme == meeting.Programme && i.Jurisdiction == meeting.Jurisdiction, cancellationToken);

    /// <summary>An institution's parties are its own and those of the application that it came of, where its operator and founders are named.</summary>
    private static async Task AddAsync(Parties parties, RegistryDb db, Institution body, CancellationToken cancellationToken)
    {
        var answers = await db.Applications.Where(a => a.Id == body.ApplicationId).Select(a => a.Answers).SingleOrDefaultAsync(cancellationToken);
        parties.Of(body.PartyCodes).Of(JsonElement.Parse(answers ?? "{}"));
    }
}
