using Policies;
using Shouldly;

namespace Registry.Tests.Separation;

/// <summary>The offices of the chain. One person holds one of them on one application.</summary>
internal enum Office
{
    /// <summary>Had a hand in filing it.</summary>
    Applicant,

    /// <summary>Recommended it for the district.</summary>
    Recommender,

    /// <summary>Scores it.</summary>
    Expert,

    /// <summary>Opened or concluded its review, recorded a decision on it, put it into the group's minutes or entered it on the register.</summary>
    Arranger,

    /// <summary>Decided on the list, or confirmed the decision or the minutes.</summary>
    Decider,
}

/// <summary>An application as the chain should treat it: who has had which office on it, and which steps of its route it has passed.</summary>
internal sealed class Case(Guid id, PolicyPack pack, Route route, string applicant)
{
    private readonly Dictionary<Office, HashSet<string>> holders = [];

    public Guid Id { get; } = id;

    public PolicyPack Pack { get; } = pack;

    public Route Route { get; } = route;

    /// <summary>The applicant's organisation.</summary>
    public string Applicant { get; } = applicant;

    public HashSet<string> Passed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is at an end: refused, left out, or a body on the register.</summary>
    public bool Over { get; set; }

    public Guid? CaseDecision { get; set; }

    public Guid? Resolution { get; set; }

    /// <summary>Who recorded and who confirmed the decision on it alone.</summary>
    public (Actor Recorder, Actor Confirmer)? Grounds { get; set; }

    /// <summary>Whether it is the turn of this step; <paramref name="again"/>: or of taking it once more.</summary>
    public bool IsNext(string step, bool again = false) => !Over && Route.Takes(step) && (again || !Passed.Contains(step)) && Route.Steps.TakeWhile(before => before != step).All(Passed.Contains);

    /// <summary>
    /// Somebody took a step in an office, and everybody whom the separation takes for that person with them: none of them may have filed it,
    /// belong to the applicant, or have held another office on it.
    /// </summary>
    public void Held(Office office, Actor by)
    {
        by.Organisation.ShouldNotBe(Applicant, $"{office}: nobody reviews what their own organisation filed");
        foreach (var (other, hands) in holders.Where(held => held.Key != office))
        {
            by.Counts.Intersect(hands).ShouldBeEmpty($"{office}: has been {other} of the same application");
        }

        Note(office, by);
    }

    /// <summary>The same without asking: who filed it.</summary>
    public void Note(Office office, Actor by)
    {
        holders.TryAdd(office, []);
        holders[office].UnionWith(by.Signs);
    }

    /// <summary>It got a standing by its route's last step: every step before has been taken.</summary>
    public void Stands(string by)
    {
        Route.Steps[^1].ShouldBe(by);
        Route.Steps.SkipLast(1).Except(Passed).ShouldBeEmpty($"no standing without the whole chain of {Pack.Programme}, {Route.Name}");
        Over.ShouldBeFalse();
        Over = true;
    }
}

/// <summary>Who acts: in person, or in the post of somebody whose deputy it is.</summary>
/// <param name="Person">The caller.</param>
/// <param name="Subject">Its account.</param>
/// <param name="Organisation">The organisation it files for; null = none.</param>
/// <param name="For">In whose post; null = its own.</param>
/// <param name="Linked">Whose deputy it is and who is its, now.</param>
internal sealed record Actor(Hosting.Person Person, string Subject, string? Organisation, string? For, IReadOnlyList<string> Linked)
{
    /// <summary>In whose name the act stands.</summary>
    public IEnumerable<string> Signs => For is null ? [Subject] : [Subject, For];

    /// <summary>Whom the separation takes for this person.</summary>
    public IEnumerable<string> Counts => Signs.Concat(Linked);
}
