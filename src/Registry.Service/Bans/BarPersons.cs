using Contracts.Refusals;
using Policies;
using Registry.Applications;
using Registry.Sanctions;

namespace Registry.Bans;

/// <summary>
/// A register's step establishes a ground against the person that the register names as barred (HB-05): the unit may not be entered
/// again until the term is over. The step is taken by a second person with a document (P-5), so nothing more is to be confirmed.
/// </summary>
internal static class BarPersons
{
    /// <summary>The entry that the step was taken on, and the person behind it.</summary>
    internal sealed record BarredEntry(Guid EntryId, string Code, string Name);

    /// <summary>The decision behind it.</summary>
    internal sealed record Finding(string? DocumentNumber, DateOnly DecidedOn);

    /// <summary>The ban to add to the database, or why there is none. Called only for a step that names a ground.</summary>
    public static Outcome<Ban> Decide(PolicyPack pack, Register register, RegisterStep step, BarredEntry entry, Finding finding, DateOnly today)
    {
        if (step.Ground is not { } named || pack.Find(named) is not { Measure: SanctionMeasures.Ban, Term: not null, Subjects: [var subject, ..] } ground)
        {
            return Refusal.Conflict("ground-gone", step.Citation.ClauseId, "现行政策没有这一环节所依据的情形。", "The pack in force lacks the ground that this step establishes.")
                .With("ground", step.Ground);
        }

        var clause = ground.Citation.ClauseId;
        if (Documents.Check(finding.DocumentNumber ?? "", "decidedOn", finding.DecidedOn, today, clause) is { } undocumented)
        {
            return undocumented;
        }

        var measure = pack.Establish(ground.Name, finding.DecidedOn);
        return new Ban
        {
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            Covers = BanCovers.Of(pack, clause, finding.DecidedOn, register.Name),
            Subject = subject,
            Code = BanReach.Normal(entry.Code),
            Name = entry.Name,
            BarsLeading = false,
            Ground = ground.Name,
            GroundZh = ground.Label.Zh,
            GroundEn = ground.Label.En,
            Clause = clause,
            RegisterEntryId = entry.EntryId,
            DocumentNumber = finding.DocumentNumber!.Trim(),
            From = finding.DecidedOn,
            LastDay = measure.LastDay!.Value,
            Sheet = SanctionSheet.Write(measure.Sheet),
        };
    }
}
