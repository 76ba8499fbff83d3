using System.Text.Json;
using Policies;
using Registry.Registers;

namespace Registry.Matches;

/// <summary>How two registers are compared, seen from one of them: what its pack says, or what the other's says, turned round.</summary>
/// <param name="With">The other register.</param>
/// <param name="On">Fields here and there.</param>
/// <param name="Clause">Where it comes from.</param>
internal sealed record Comparison(string With, IReadOnlyList<(string Here, string There)> On, string Clause)
{
    /// <summary>The comparisons of a register, each other register once.</summary>
    public static IReadOnlyList<Comparison> Of(PolicyPack pack, Register register)
    {
        var own = register.Matches.Select(match => new Comparison(match.With, [.. match.On.Select(pair => (pair.Key, pair.Value))], match.Citation.ClauseId));
        var turned = pack.Registers.SelectMany(other => other.Matches
            .Where(match => match.With == register.Name)
            .Select(match => new Comparison(other.Name, [.. match.On.Select(pair => (pair.Value, pair.Key))], match.Citation.ClauseId)));
        return [.. own.Concat(turned).DistinctBy(comparison => comparison.With, StringComparer.Ordinal)];
    }
}

/// <summary>Compares two entries. Pure: the same answers always give the same reasons.</summary>
internal static class MatchEntries
{
    /// <summary>What two entries share, field by field; empty = they do not go together.</summary>
    public static IReadOnlyList<MatchReason> Compare(JsonElement here, JsonElement there, Comparison comparison) =>
        [.. comparison.On
            .Select(pair => new MatchReason { Field = pair.Here, OtherField = pair.There, Shared = Shared(here, there, pair) })
            .Where(reason => reason.Shared.Count > 0)];

    /// <summary>How well they go together: first by the number of fields that agree, then by what they share in all.</summary>
    public static (int Fields, int Shared) Rank(IReadOnlyList<MatchReason> reasons) => (reasons.Count, reasons.Sum(reason => reason.Shared.Count));

    private static List<string> Shared(JsonElement here, JsonElement there, (string Here, string There) pair)
    {
        var theirs = Texts(there, pair.There).Select(EntryAnswers.Normal).ToHashSet(StringComparer.Ordinal);
        return [.. Texts(here, pair.Here).Where(text => theirs.Contains(EntryAnswers.Normal(text))).Distinct(StringComparer.Ordinal)];
    }

    public static IEnumerable<string> Texts(JsonElement answers, string field) =>
        EntryAnswers.Several(EntryAnswers.At(answers, field)).Select(EntryAnswers.Plain).Where(text => text.Length > 0);
}
