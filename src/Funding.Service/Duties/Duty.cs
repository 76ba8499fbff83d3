using ServiceDefaults.Authentication;

namespace Funding.Duties;

/// <summary>How a person meets a duty.</summary>
internal enum Meets
{
    /// <summary>It is nothing for this person.</summary>
    No,

    /// <summary>Somebody else does it; how much of it there is may be seen.</summary>
    Sees,

    /// <summary>It waits for this person.</summary>
    Does,
}

/// <summary>One kind of work, and all of it that waits.</summary>
/// <param name="Name">Which.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Waiting">What waits, from where a person sits, in the order in which it is taken up.</param>
internal sealed record Duty(DutyName Name, DutySection Section, string Role, Func<Desk, IQueryable<DutyItem>> Waiting)
{
    /// <summary>Every duty, in the order of the money.</summary>
    public static IReadOnlyList<Duty> All { get; } = [.. ApprovalDuties.All, .. PaymentDuties.All, .. ClawbackDuties.All];

    /// <summary>
    /// How somebody of these roles meets it: whoever does it has it to do; leaders and auditors see all of the bureau's work; makers and
    /// approvers also see of each other what is late, held or wrong, because it stops their own.
    /// </summary>
    public static Meets MeetingOf(DutySection section, string role, IReadOnlySet<string> roles) =>
        roles.Contains(role) ? Meets.Does
        : roles.Contains(Roles.Leader) || roles.Contains(Roles.Auditor) ? Meets.Sees
        : section is DutySection.Overdue or DutySection.Held or DutySection.Differs ? Meets.Sees
        : Meets.No;
}
