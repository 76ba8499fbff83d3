namespace Policies.Loading;

/// <summary>Reads league tables: heads, the figures under them, and weights that add up to 100.</summary>
internal sealed class ComparisonReader(PackWords words, IReadOnlyList<FormField> indicators)
{
    private static readonly Dictionary<string, ComparisonSubject> Subjects = new(StringComparer.Ordinal)
    {
        ["institution"] = ComparisonSubject.Institution, ["district"] = ComparisonSubject.District,
    };

    internal IReadOnlyList<PackComparison> Read(Section file)
    {
        var comparisons = file.List("comparisons", ReadComparison);
        PackWords.CheckUnique(file, "comparisons", comparisons.Select(c => c.Name));
        return comparisons;
    }

    private PackComparison ReadComparison(Section s)
    {
        var heads = s.List("heads", h => new ComparisonHead(h.Name("name"), h.Label(), words.Sources.Cite(h), h.List("parts", ReadPart)));
        PackWords.CheckUnique(s, "heads", heads.Select(h => h.Name));
        PackWords.CheckUnique(s, "heads", heads.SelectMany(h => h.Parts).Select(p => p.Indicator));
        var total = heads.Sum(h => h.Weight);
        if (total != PackComparison.FullScore)
        {
            s.Wrong("heads", $"各项权重之和应为 100，现为 {total}。", $"The weights add up to {total}; they must add up to 100.");
        }

        return new PackComparison(s.Name("name"), s.Label(), words.Sources.Cite(s), s.OneOf("of", Subjects), heads);
    }

    private ComparisonPart ReadPart(Section s)
    {
        var (indicator, weight) = (s.Text("indicator"), s.Count("weight"));
        if (indicator.Length > 0 && !indicators.Any(field => field.Name == indicator && field.Type is (FieldType.WholeNumber or FieldType.Amount)))
        {
            s.Wrong("indicator", $"监测数据项中没有数值“{indicator}”。", $"There is no figure '{indicator}' among the indicators.");
        }

        if (weight is < 1 or > PackComparison.FullScore)
        {
            s.Wrong("weight", "权重应为 1 至 100 的整数。", "A weight is a whole number from 1 to 100.");
        }

        return new ComparisonPart(indicator, weight);
    }
}
