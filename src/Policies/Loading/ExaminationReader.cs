using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads which answers of the form a pack's conditions are held against.</summary>
internal sealed class ExaminationReader(IReadOnlyList<FormField> form, IReadOnlyList<Rule> rules)
{
    private static readonly Dictionary<string, ReferenceDay> Days = new(StringComparer.Ordinal)
    {
        ["application"] = ReferenceDay.Application, ["decision"] = ReferenceDay.Decision,
    };

    private readonly Bindings bindings = new(rules, form);

    internal IReadOnlyList<Examination> Read(Section file)
    {
        var examinations = file.List("examination", ReadExamination);
        PackWords.CheckUnique(file, "examination", examinations.Select(e => e.Condition));
        return examinations;
    }

    private Examination ReadExamination(Section section)
    {
        var (name, of) = (section.Text("condition"), section.Map("of"));
        bindings.Check(section, name, of);
        var (field, answers) = section.When(form);
        return new Examination(name, of, ReadDays(section), field, answers);
    }

    private static IReadOnlyList<ReferenceDay> ReadDays(Section section)
    {
        var at = section.Texts("at");
        if (at.Count == 0 || at.Any(d => !Days.ContainsKey(d)))
        {
            section.Wrong("at", $"应取自：{string.Join(", ", Days.Keys)}。", $"This must be of: {string.Join(", ", Days.Keys)}.");
        }

        return [.. at.Where(Days.ContainsKey).Select(d => Days[d])];
    }
}
