using Policies;

namespace Reporting.Bulletins;

/// <summary>Why somebody is commended (HB-30).</summary>
internal enum CommendationGround
{
    /// <summary>A part in a task was done, and confirmed, before its last day.</summary>
    EarlyDuty,

    /// <summary>A year's plan of a target was exceeded.</summary>
    TargetExceeded,

    /// <summary>An example of the transfer of results (典型案例).</summary>
    Case,
}

/// <summary>Whom a commendation names, and for what (HB-30).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Of">The duty or target behind it; null for an example.</param>
/// <param name="Name">The unit or person.</param>
/// <param name="Title">The task, target or example.</param>
/// <param name="Fact">What the platform has on record; empty for an example.</param>
/// <param name="Text">What was achieved, in the bureau's words.</param>
internal sealed record CommendedCase(CommendationGround Ground, string? Of, string Name, Label Title, Label Fact, Label Text);

/// <summary>A case as a person names it: of a duty or target its title and fact are the platform's.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Of">The duty or target behind it, as <see cref="Commendable"/> has it; none for an example.</param>
/// <param name="Name">The unit or person; of a duty its unit, where none is given.</param>
/// <param name="Title">The example's title.</param>
/// <param name="Text">What was achieved.</param>
internal sealed record CommendedLine(CommendationGround Ground, string? Of, string? Name, Label? Title, Label Text);

/// <summary>What the records of a year give ground to commend.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Of">The duty or target behind it.</param>
/// <param name="Name">The unit of a duty; null where the bureau says whom a target is owed to.</param>
/// <param name="Title">The task or target.</param>
/// <param name="Fact">What is on record.</param>
internal sealed record Commendable(CommendationGround Ground, string Of, string? Name, Label Title, Label Fact);
