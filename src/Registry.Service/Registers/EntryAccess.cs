using Policies;
using Registry.Data;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>Which entries a caller may see, and in which role it stands to one. What it may not see does not exist for it.</summary>
internal static class EntryAccess
{
    /// <summary>Who may look into registers at all.</summary>
    public static readonly string[] Concerned = [Roles.Operator, Roles.DistrictReviewer, Roles.ParkReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    /// <summary>
    /// An operator its organisation's entries, those about what it runs or entered, and what was pushed to it; a district and a park (EI-13) its own
    /// and those about its bodies, whatever other district they concern (EO-16); the
    /// city's posts their jurisdiction's; everybody there what is published. A draft is its maker's and its organisation's alone.
    /// </summary>
    public static IQueryable<RegisterEntry> VisibleTo(this RegistryDb db, Caller caller)
    {
        var (jurisdiction, subject) = (caller.Jurisdiction, caller.Subject);
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park : null;
        if (caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor))
        {
            return db.RegisterEntries.Where(e =>
                e.Jurisdiction == jurisdiction && (e.State != RegisterEntry.Draft || e.StartedBySubject == subject || (organisation != null && e.Organisation == organisation)));
        }

        return db.RegisterEntries.Where(e =>
            e.Jurisdiction == jurisdiction
            && (e.IsPublished
                || e.StartedBySubject == subject
                || (e.State != RegisterEntry.Draft && ((district != null && (e.District == district || db.Institutions.Any(i => i.Id == e.AboutInstitutionId && i.District == district)))
                    || (park != null && e.Park == park)))
                || (organisation != null
                    && (e.Organisation == organisation
                        || (e.State != RegisterEntry.Draft
                            && (db.Institutions.Any(i => i.Id == e.AboutInstitutionId && (i.ImplementingBodyCode == organisation || i.CentreCode == organisation))
                                || db.RegisterEntries.Any(about => about.Id == e.AboutEntryId && about.Organisation == organisation)
                                || db.RegisterPushes.Any(push =>
                                    (push.FromEntryId == e.Id && push.ToOrganisation == organisation)
                                    || (push.ToEntryId == e.Id && push.FromOrganisation == organisation))))))));
    }

    /// <summary>
    /// The filed entries that a caller has to do with: what it may see, without what is merely published or was pushed to it, but with what
    /// names its organisation in <paramref name="codeField"/>.
    /// </summary>
    public static IQueryable<RegisterEntry> ConcernOf(this RegistryDb db, Caller caller, string? codeField)
    {
        var jurisdiction = caller.Jurisdiction;
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var code = organisation is null ? null : EntryAnswers.Normal(organisation);
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park : null;
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        return db.RegisterEntries.Where(e =>
            e.Jurisdiction == jurisdiction
            && e.State != RegisterEntry.Draft
            && (city
                || (district != null && e.District == district)
                || (park != null && e.Park == park)
                || (organisation != null
                    && (e.Organisation == organisation
                        || db.Institutions.Any(i => i.Id == e.AboutInstitutionId && (i.ImplementingBodyCode == organisation || i.CentreCode == organisation))
                        || db.RegisterEntries.Any(about => about.Id == e.AboutEntryId && about.Organisation == organisation)
                        || (codeField != null && e.Values.Any(v => v.Field == codeField && v.Text == code))))));
    }

    /// <summary>The roles in which a caller stands to an entry. <paramref name="runsAbout"/>: whether its organisation runs what the entry is about.</summary>
    public static IReadOnlyList<string> Hats(this RegisterEntry entry, Caller caller, bool runsAbout)
    {
        bool Stands(string role) => caller.Is(role) && caller.Jurisdiction == entry.Jurisdiction && role switch
        {
            Roles.Operator => caller.Organisation is not null && (caller.Organisation == entry.Organisation || runsAbout),
            Roles.DistrictReviewer => caller.District is not null && caller.District == entry.District,
            Roles.ParkReviewer => caller.Park is not null && caller.Park == entry.Park,
            _ => true,
        };
        return [.. caller.Roles.Where(Stands)];
    }

    /// <summary>
    /// The role in which a caller makes and amends this entry; null where it may not. An operator keeps its own organisation's entries,
    /// and the bureau's posts those of their territory.
    /// </summary>
    public static string? KeeperRole(this RegisterEntry entry, Register register, Caller caller) =>
        register.Roles.Intersect(entry.Hats(caller, runsAbout: false), StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The role in which a caller takes a step of this entry; null where it may not.</summary>
    public static string? StepRole(this RegisterEntry entry, RegisterStep step, Caller caller, bool runsAbout) =>
        step.Roles.Intersect(entry.Hats(caller, runsAbout), StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether what its entries are about is found by its code by those who may not see it (EI-02).</summary>
    public static bool KnowsSubjectByCode(this Register register, PolicyPack pack) => register.About is { } about && pack.Register(about)?.KnownBy is not null;

    /// <summary>Whether somebody else lets its entries in: only then may an operator enter something about what another runs.</summary>
    public static bool IsReviewed(this Register register) => register.Steps.Any(step =>
        step.From.Contains(register.States[0].Key, StringComparer.Ordinal)
        && step.To != register.States[0].Key
        && register.IsLive(step.To)
        && !step.Roles.Contains(Roles.Operator, StringComparer.Ordinal));
}
