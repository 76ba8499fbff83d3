using System.Text.Json;
using Contracts.Registry;
using ServiceDefaults.Problems;

namespace Reporting.Registers;

/// <summary>An entry of a register that a pack counts: the newest state that Registry published.</summary>
internal sealed class CountedEntry
{
    public required Guid Id { get; init; }

    /// <summary>The version of the state below; an older one never overwrites it.</summary>
    public long Version { get; set; }

    public required string Programme { get; init; }

    public required string Register { get; init; }

    /// <summary>The institution that it is about, or whose entry it is; null where there is none.</summary>
    public Guid? InstitutionId { get; set; }

    /// <summary>The entry that it is about; null where it is about none.</summary>
    public Guid? AboutEntryId { get; set; }

    /// <summary>The district that it concerns; null = the whole jurisdiction.</summary>
    public string? District { get; set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day on which it holds; null = no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The states that it went through, oldest first, a JSON list of <see cref="EntryState"/>.</summary>
    public string States { get; set; } = "[]";

    /// <summary>The answers that are counted by, a JSON list of <see cref="EntryAnswer"/>.</summary>
    public string Answers { get; set; } = "[]";

    /// <summary>Before the key of an entry: what events about it are kept under.</summary>
    public const string Subjects = "entry/";

    /// <summary>What events about it are kept under.</summary>
    public static string SubjectOf(EntryChanged said) => $"{Subjects}{said.EntryId:N}";

    public static CountedEntry Of(EntryChanged said) => new()
    {
        Id = said.EntryId,
        Programme = said.Programme,
        Register = said.Register,
    };

    /// <summary>
    /// Takes a state over; an older one changes nothing. One version is told again where a pack begins to count more of it: all that was told of
    /// it holds together, in whatever order it arrives.
    /// </summary>
    public void Take(EntryChanged said)
    {
        if (said.Version < Version)
        {
            return;
        }

        var before = said.Version == Version ? Read() : null;
        (InstitutionId, AboutEntryId) = (said.InstitutionId ?? before?.InstitutionId, said.AboutEntryId ?? before?.AboutEntryId);
        (Version, District, From, Until) = (said.Version, said.District, said.From, said.Until);
        var answers = said.Answers.Concat(before?.Answers.Select(known => new EntryAnswer { Field = known.Key, Text = known.Value }) ?? [])
            .DistinctBy(answer => answer.Field, StringComparer.Ordinal).OrderBy(answer => answer.Field, StringComparer.Ordinal);
        (States, Answers) = (JsonSerializer.Serialize(said.States, StrictJson.Options), JsonSerializer.Serialize(answers, StrictJson.Options));
    }

    /// <summary>As it is counted.</summary>
    public KnownEntry Read() => new(
        Id,
        Register,
        InstitutionId,
        District,
        From,
        Until,
        JsonSerializer.Deserialize<List<EntryState>>(States, StrictJson.Options)!,
        JsonSerializer.Deserialize<List<EntryAnswer>>(Answers, StrictJson.Options)!.ToDictionary(a => a.Field, a => a.Text, StringComparer.Ordinal))
    {
        AboutEntryId = AboutEntryId,
    };
}
