using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;

namespace Registry.Applications;

/// <summary>The offices of the chain between the applicant and the standing.</summary>
internal enum Office
{
    /// <summary>Recommends it for the district.</summary>
    Recommender,

    /// <summary>Scores it.</summary>
    Expert,

    /// <summary>Arranges and concludes its review, puts it into the group's minutes, enters it on the register.</summary>
    Arranger,

    /// <summary>Decides on the list, confirms the minutes or the decision on it alone.</summary>
    Decider,
}

/// <summary>Somebody who has held an office on an application, in person or through a deputy.</summary>
internal sealed class OfficeHeld
{
    public required Guid ApplicationId { get; init; }

    public required Office Office { get; init; }

    public required string Subject { get; init; }
}

/// <summary>Nobody holds two offices on one application, whatever roles they have and whoever's deputy they are.</summary>
internal static class Offices
{
    private static readonly Dictionary<Office, (string Zh, string En)> Names = new()
    {
        [Office.Recommender] = ("推荐", "recommended it"),
        [Office.Expert] = ("专家评审", "scored it"),
        [Office.Arranger] = ("组织办理", "arranged its review or its entry"),
        [Office.Decider] = ("审定确认", "decided on it"),
    };

    /// <summary>
    /// The caller takes an office on these applications; the refusal where it, or somebody whom the separation takes for it, has held another.
    /// Within the write that does the act.
    /// </summary>
    public static Task<Refusal?> TakeOfficeAsync(
        this RegistryDb db, IEnumerable<Guid> applications, Office office, Caller caller, string clause, CancellationToken cancellationToken) =>
        db.TakeOfficeAsync(applications, office, caller.For is { } principal ? [caller.Subject, principal.Subject] : [caller.Subject], caller.Counts, clause, cancellationToken);

    /// <summary>As above, of somebody who acted earlier: who recorded or confirmed the decision that an application rests on, and whom the separation took for it then.</summary>
    public static Task<Refusal?> NoteOfficeAsync(
        this RegistryDb db, Guid application, Office office, string subject, IReadOnlyCollection<string> countsAs, string clause, CancellationToken cancellationToken) =>
        db.TakeOfficeAsync([application], office, [subject, .. countsAs], other => other == subject || countsAs.Contains(other), clause, cancellationToken);

    private static async Task<Refusal?> TakeOfficeAsync(
        this RegistryDb db,
        IEnumerable<Guid> applications,
        Office office,
        IReadOnlyList<string> subjects,
        Func<string, bool> counts,
        string clause,
        CancellationToken cancellationToken)
    {
        var ids = applications.ToHashSet();
        var stored = await db.OfficesHeld.AsNoTracking().Where(held => ids.Contains(held.ApplicationId)).ToListAsync(cancellationToken);
        var held = stored.Concat(db.OfficesHeld.Local.Where(one => ids.Contains(one.ApplicationId))).ToList();
        if (Check(held, office, counts, clause) is { } refused)
        {
            return refused;
        }

        var known = held.Select(one => (one.ApplicationId, one.Office, one.Subject)).ToHashSet();
        db.OfficesHeld.AddRange(
            ids.SelectMany(_ => subjects, (id, subject) => (id, office, subject)).Where(one => !known.Contains(one))
                .Select(one => new OfficeHeld { ApplicationId = one.id, Office = one.office, Subject = one.subject }));
        return null;
    }

    /// <summary>What stands against an office beside those that are held; null where nothing does.</summary>
    public static Refusal? Check(IEnumerable<OfficeHeld> held, Office office, Func<string, bool> counts, string clause) =>
        held.FirstOrDefault(one => one.Office != office && counts(one.Subject)) is { } other
            ? new Refusal(
                    RefusalKind.Forbidden,
                    "two-offices",
                    clause,
                    $"您（或您代理、代理您的人）已在同一申请上承担“{Names[other.Office].Zh}”，不得再承担“{Names[office].Zh}”，请由另一人办理。",
                    $"You, or somebody whose deputy you are or who is yours, {Names[other.Office].En}; on one application a person holds one office. Another person must do it.")
                .With("applicationId", other.ApplicationId).With("held", other.Office).With("office", office)
            : null;
}
