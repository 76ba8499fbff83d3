using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>Somebody who keeps a register begins a draft, about what the register's entries are about.</summary>
internal static class StartEntry
{
    /// <summary>The most drafts that one person leaves lying in one register.</summary>
    public const int MaxDrafts = 50;

    internal sealed record StartRequest(JsonElement? Answers = null, Guid? AboutId = null);

    /// <summary>
    /// What an entry is about: whose it is and where; <paramref name="KnownByCode"/>: others may tell of it as well, and what they tell
    /// concerns their own district and park (EI-02).
    /// </summary>
    internal sealed record Subject(Guid Id, bool IsInstitution, string? District, string? Park, bool RunByCaller, bool HasEnded, bool KnownByCode = false);

    public static async Task<CreatedAnswer<EntryView>> HandleAsync(
        string programme,
        string register,
        StartRequest request,
        HttpContext http,
        RegistryDb db,
        RegisterDesk desk,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        await db.EnsureCounterAsync(desk, programme, register, caller, cancellationToken);
        var outcome = await db.WriteAsync<Outcome<EntryView>>(
            async ct =>
            {
                var known = await desk.RulesForNewAsync(programme, register, request.AboutId is not null, caller, ct);
                if (!known.Accepted(out var rules, out var closed))
                {
                    return closed;
                }

                var subject = request.AboutId is { } about ? await FindSubjectAsync(db, rules, about, caller, ct) : null;
                var drafts = await db.RegisterEntries.CountAsync(
                    e => e.Programme == programme && e.Register == register && e.State == RegisterEntry.Draft && e.StartedBySubject == caller.Subject, ct);
                var park = await db.ParkOfAsync(programme, caller, ct);
                if (!Decide(rules, request, subject, drafts, caller, clock.Today, park).Accepted(out var entry, out var refused))
                {
                    return refused;
                }

                db.RegisterEntries.Add(entry);
                await db.SaveChangesAsync(ct);
                return (await desk.OpenAsync(entry.Id, caller, ct)).Accepted(out var open, out var missing) ? await desk.ViewAsync(open, clock.Today, ct) : missing;
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/registry/entries/{view.Id}");
    }

    public static Outcome<RegisterEntry> Decide(
        RegisterRules rules, StartRequest request, Subject? subject, int drafts, Caller caller, DateOnly today, string? organisationsPark = null)
    {
        var register = rules.Register;
        if (CheckSubject(register, request.AboutId, subject) is { } unrelated)
        {
            return unrelated;
        }

        if (CheckEnded(rules, subject) is { } over)
        {
            return over;
        }

        if (RoleOf(register, subject, caller) is not { } role)
        {
            return Refusal.Forbidden(
                register.Citation.ClauseId,
                $"您不能登记“{register.Label.Zh}”：该登记由{rules.Pack.Called(register.Roles).Zh}办理，且须与本单位、本地区有关。",
                $"You cannot enter '{register.Label.En}': its entries are made by {rules.Pack.Called(register.Roles).En}, for their own organisation or territory.");
        }

        if (drafts >= MaxDrafts)
        {
            return Refusal.Conflict("too-many-drafts", register.Citation.ClauseId, $"您在该登记册已有 {drafts} 份草稿，请先登记或删除。", $"You have {drafts} drafts in this register already; file or delete some first.")
                .With("drafts", drafts);
        }

        var entry = new RegisterEntry
        {
            Programme = rules.Pack.Programme,
            Jurisdiction = rules.Pack.Jurisdiction,
            District = subject is { KnownByCode: true } ? caller.District ?? subject.District : subject?.District ?? caller.District,
            Park = subject is null ? caller.Park ?? organisationsPark : subject is { KnownByCode: true, RunByCaller: false } ? caller.Park ?? organisationsPark : subject.Park,
            Organisation = role == Roles.Operator ? caller.Organisation : null,
            Register = register.Name,
            AboutInstitutionId = subject is { IsInstitution: true } ? subject.Id : null,
            AboutEntryId = subject is { IsInstitution: false } ? subject.Id : null,
            StartedOn = today,
            StartedBySubject = caller.Subject,
        };
        entry.FiledFrom(caller.Subject);
        return request.Answers is { } answers ? SaveEntry.Draft(entry, answers, rules, caller) : entry;
    }

    /// <summary>The role in which a caller may begin an entry; null where it may not.</summary>
    private static string? RoleOf(Register register, Subject? subject, Caller caller) => register.Roles.FirstOrDefault(role => caller.Is(role) && role switch
    {
        Roles.Operator => caller.Organisation is not null && (subject is null or { KnownByCode: true } || subject.RunByCaller || register.IsReviewed()),
        Roles.DistrictReviewer => caller.District is not null && (subject is null or { KnownByCode: true } || subject.District == caller.District),
        Roles.ParkReviewer => caller.Park is not null && (subject is null or { KnownByCode: true } || subject.Park == caller.Park),
        _ => true,
    });

    private static Refusal? CheckSubject(Register register, Guid? aboutId, Subject? subject) => (register.About, aboutId) switch
    {
        (null, null) => null,
        (null, _) => Refusal.BadInput("aboutId", aboutId, "该登记册的条目不针对其他对象。", "Entries of this register are about nothing else."),
        (_, null) => Refusal.BadInput("aboutId", given: null, "请指明该条目针对的对象。", "Say what the entry is about."),
        _ => subject is null ? Refusal.NotFound("aboutId", aboutId, "对象") : null,
    };

    /// <summary>
    /// Nothing new is entered about an institution that has ended; null where all is well. Of an entry that has ended more may be told:
    /// a tenant lands after it has left (SD-09), and what it owes is still collected (SD-04).
    /// </summary>
    public static Refusal? CheckEnded(RegisterRules rules, Subject? subject) =>
        subject is not { HasEnded: true }
            ? null
            : Refusal.Conflict(
                    "subject-ended",
                    rules.Register.Citation.ClauseId,
                    "该条目针对的机构已终止，不再登记新的条目。",
                    "The institution that the entry is about has ended; nothing new is entered about it.")
                .With("aboutId", subject.Id);

    /// <summary>What an entry of a register may be about; null where there is no such thing for this caller.</summary>
    public static async Task<Subject?> FindSubjectAsync(RegistryDb db, RegisterRules rules, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var (jurisdiction, programme, register) = (caller.Jurisdiction, rules.Pack.Programme, rules.Register.About);
        if (register == Policies.Register.Institution)
        {
            var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(
                i => i.Id == id && i.Jurisdiction == jurisdiction && i.Programme == programme, cancellationToken);
            return institution is null
                ? null
                : new Subject(id, true, institution.District, institution.Park, await db.Institutions.RunBy(caller).AnyAsync(i => i.Id == id, cancellationToken), Standings.HasEnded(institution.Standing));
        }

        // EI-02: who found it by its code may not see it, and tells of it all the same.
        var known = rules.Register.KnowsSubjectByCode(rules.Pack);
        var entry = await (known ? db.RegisterEntries.Where(e => e.Jurisdiction == jurisdiction) : db.VisibleTo(caller)).AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == id && e.Programme == programme && e.Register == register && e.State != RegisterEntry.Draft, cancellationToken);
        return entry is null
            ? null
            : new Subject(
                id,
                false,
                entry.District,
                entry.Park,
                (entry.Organisation is not null && entry.Organisation == caller.Organisation)
                || await db.Institutions.RunBy(caller).AnyAsync(i => i.Id == entry.AboutInstitutionId, cancellationToken),
                HasEnded: false,
                known);
    }

    /// <summary>The register's counter is there before the first filing needs it; two at once leave one.</summary>
    private static async Task EnsureCounterAsync(
        this RegistryDb db, RegisterDesk desk, string programme, string register, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await desk.RulesAsync(programme, register, caller, cancellationToken)).Accepted(out _, out _)
            || await db.Set<RegisterCounter>().AnyAsync(c => c.Programme == programme && c.Register == register, cancellationToken))
        {
            return;
        }

        try
        {
            await db.WriteAsync(
                ct =>
                {
                    db.Add(new RegisterCounter { Programme = programme, Register = register });
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // The other one made it.
        }
    }
}
