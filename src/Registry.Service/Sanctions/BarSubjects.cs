using Contracts.Refusals;
using Policies;
using Registry.Bans;
using Registry.Institutions;

namespace Registry.Sanctions;

/// <summary>Whom a confirmed ground bars, from what and until when: every subject that the clause names, and no other (ZS-20…22, EO-13).</summary>
internal static class BarSubjects
{
    /// <summary>The bans; none where the ground has no term, or its term is a rectification's.</summary>
    public static Outcome<IReadOnlyList<Ban>> Decide(
        SanctionCase sanction, Institution institution, Ground ground, SanctionTerm term, PolicyPack pack, CarryOut.Confirmation confirmation)
    {
        // A rectification's term is the rectification's; a ground without a term bans nobody (ZS-21).
        if (term.LastDay is not { } lastDay || ground.Measure == SanctionMeasures.Rectification)
        {
            return Array.Empty<Ban>();
        }

        // EO-13: what bars is the clause of the term, which need not be that of the ground (EO-12).
        var clause = pack.Parameters.First(parameter => parameter.Name == ground.Term).On(confirmation.DecidedOn)?.ClauseId ?? sanction.Clause;
        var bans = new List<Ban>();
        foreach (var subject in ground.Subjects)
        {
            if (institution.PersonsOf(subject) is not { } persons)
            {
                return Refusal.Conflict("subject-unknown", sanction.Clause, $"平台无法确定“{subject}”是谁。", $"The platform does not know who '{subject}' is.").With("subject", subject);
            }

            if (BanScope.Of(pack, ground, subject, institution, confirmation.DecidedOn) is not { } scope)
            {
                continue;
            }

            bans.AddRange(persons.Select(person => new Ban
            {
                Jurisdiction = institution.Jurisdiction,
                Programme = institution.Programme,
                Covers = BanCovers.Of(pack, clause, confirmation.DecidedOn, register: null),
                Category = scope.Category,
                Place = scope.Place,
                BarsHosting = scope.Hosting,
                Subject = subject,
                Code = person.Code,
                Name = person.Name,
                BarsLeading = ground.BarsLeading(),
                Ground = ground.Name,
                GroundZh = ground.Label.Zh,
                GroundEn = ground.Label.En,
                Clause = clause,
                InstitutionId = institution.Id,
                SanctionId = sanction.Id,
                DocumentNumber = confirmation.DocumentNumber,
                From = confirmation.DecidedOn,
                LastDay = lastDay,
            }));
        }

        // A host that is barred as the body's only person is barred once.
        return bans
            .DistinctBy(ban => (ban.Subject == BanReach.Host ? BanReach.Institution : ban.Subject, ban.Code, ban.Category, ban.Place))
            .ToList();
    }
}
