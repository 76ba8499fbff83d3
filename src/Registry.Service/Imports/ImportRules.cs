using Contracts.Registry;
using Policies;
using Registry.Applications;
using Registry.Institutions;

namespace Registry.Imports;

/// <summary>What a programme's pack allows in a row, by every word that it may be written with.</summary>
internal sealed class ImportRules
{
    private static readonly string[] Ends =
        [Standings.UnderRectification, .. StandingWords.All.Select(word => word.Key).Where(key => Standings.HasEnded(key) && key != Standings.Merged)];

    private ImportRules()
    {
    }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required IReadOnlyDictionary<string, string> Categories { get; init; }

    /// <summary>Null where the form has no choice of districts, or of fields.</summary>
    public required IReadOnlyDictionary<string, string>? Districts { get; init; }

    public required IReadOnlyDictionary<string, string>? Fields { get; init; }

    public required IReadOnlyDictionary<string, string> Standing { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The last day on which the plan takes something new, as the bureau has extended it (P-6); null = open-ended.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>The rules of a pack. A body that was merged comes with what it was merged into, not by a table.</summary>
    public static ImportRules Of(PolicyPack pack, DateOnly today, DateOnly? lastDay)
    {
        string[] becomes = pack.Routes.Count == 0 ? [Standings.UnderConstruction, Standings.Recognised] : [.. pack.Routes.Select(route => route.Becomes)];
        var standings = becomes.Concat(Ends).Distinct(StringComparer.Ordinal).Select(key => new Option(key, StandingWords.LabelOf(key)));
        return new ImportRules
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Categories = Words(pack.Categories.Select(category => new Option(category.Key, category.Label))),
            Districts = Options(pack, ApplicationFacts.DistrictField),
            Fields = Options(pack, ApplicationFacts.IndustryField),
            Standing = Words(standings),
            Today = today,
            LastDay = lastDay,
        };
    }

    /// <summary>
    /// As what a body of a category came on the register before it came to its present standing: what the category's route leads to
    /// (EO-12: filed), and recognised where a pack has no routes.
    /// </summary>
    public static string EarlierStanding(PolicyPack pack, string category)
    {
        var field = pack.Fields.FirstOrDefault(f => f.Type == FieldType.Category)?.Name;
        return pack.Routes
            .Where(route => Standings.IsRecognised(route.Becomes) && (route.Field is null || route.Field != field || route.Is.Contains(category, StringComparer.Ordinal)))
            .Select(route => route.Becomes)
            .FirstOrDefault(Standings.Recognised);
    }

    private static Dictionary<string, string>? Options(PolicyPack pack, string field) =>
        pack.Fields.FirstOrDefault(f => f.Name == field) is { Options.Count: > 0 } choice ? Words(choice.Options) : null;

    private static Dictionary<string, string> Words(IEnumerable<Option> options)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in options)
        {
            words.TryAdd(option.Key, option.Key);
            words.TryAdd(option.Label.Zh, option.Key);
            words.TryAdd(option.Label.En, option.Key);
        }

        return words;
    }
}
