using ServiceDefaults.Data;

namespace Registry.Registers;

/// <summary>
/// An entry of a register that a policy pack defines: a mentor, a tenant, a fee that is due. Which fields, states and steps it has
/// stands in the pack (<see cref="Policies.Register"/>); here is only what all of them have in common.
/// </summary>
internal sealed class RegisterEntry : IVersioned
{
    /// <summary>The state before it is filed; no pack may name one so.</summary>
    public const string Draft = "draft";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>
    /// Whose district it concerns: the one that its register's field names (EO-16), else that of what it is about, else of who made it;
    /// null = the whole jurisdiction.
    /// </summary>
    public string? District { get; set; }

    /// <summary>Whose park it concerns (EI-13), kept in step with that of its institution (<see cref="EntryParks"/>); null = none.</summary>
    public string? Park { get; set; }

    /// <summary>The organisation whose operator made it; null where the bureau did.</summary>
    public string? Organisation { get; init; }

    public required string Register { get; init; }

    public Guid? AboutInstitutionId { get; init; }

    public Guid? AboutEntryId { get; init; }

    /// <summary>Its number in the register, without gaps, given at filing.</summary>
    public int? Number { get; set; }

    /// <summary>The answer that names it, for lists and links.</summary>
    public string Title { get; set; } = "";

    /// <summary><see cref="Draft"/>, then one of the register's states.</summary>
    public string State { get; set; } = Draft;

    /// <summary>Whether it counts: filed, and not ended by a step.</summary>
    public bool IsLive { get; set; }

    /// <summary>Whether everybody may see it: live, of a public register, past its first state.</summary>
    public bool IsPublished { get; set; }

    /// <summary>The answers, a JSON object by field name. A draft's may be incomplete.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>What a search looks into: number, title, columns and words, as they are compared.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>The first day on which it holds; null in a draft.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day on which it holds; null = open-ended.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The day of the step that ended it: from it on it holds no more.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>What conditions that only flag have to say about it.</summary>
    public List<EntryFlag> Flags { get; set; } = [];

    /// <summary>What stands once among the live entries, as a hash; null where the register has no such key or it does not count.</summary>
    public string? UniqueKey { get; set; }

    public required DateOnly StartedOn { get; init; }

    public required string StartedBySubject { get; init; }

    public DateOnly? FiledOn { get; set; }

    /// <summary>Everyone who had a hand in filing or amending it: none of them takes a second person's step.</summary>
    public List<string> FiledBy { get; init; } = [];

    /// <summary>The pack that judged the latest filing, amendment or step.</summary>
    public string? PolicyHash { get; set; }

    /// <summary>By what it was told last to those who count it (<see cref="TellCounted.CountedBy"/>); null = not yet.</summary>
    public string? ToldBy { get; set; }

    /// <summary>Number of the latest line of its timeline.</summary>
    public int StepCount { get; set; }

    public List<RegisterStepTaken> Steps { get; init; } = [];

    public List<RegisterValue> Values { get; init; } = [];

    public List<EntryGram> Grams { get; init; } = [];

    public long Version { get; set; }

    public bool IsDraft => State == Draft;

    public void FiledFrom(string subject)
    {
        if (!FiledBy.Contains(subject, StringComparer.Ordinal))
        {
            FiledBy.Add(subject);
        }
    }
}

/// <summary>What a condition says about an entry without refusing it.</summary>
internal sealed record EntryFlag
{
    /// <summary>The condition, as the pack names it.</summary>
    public required string Condition { get; init; }

    public required string Clause { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Where it was asked: <see cref="Policies.RegisterCheck.Filing"/> or a step's key.</summary>
    public required string At { get; init; }

    /// <summary>Since when.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether a person has to say what comes of it before the entry moves on.</summary>
    public bool WantsPerson { get; init; }

    /// <summary>Who said it; null while nobody has.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>And what.</summary>
    public string? Answer { get; init; }
}
