using System.Globalization;

namespace Policies.Loading;

/// <summary>Reads a programme's evaluations against the words, grounds, cycles and registers that they name.</summary>
internal sealed class EvaluationReader(PackWords words, IReadOnlyList<Register> registers, IReadOnlyList<Ground> grounds, IReadOnlyList<Cycle> cycles)
{
    private const int AllWeights = 100;
    private const int MostPoints = 1000;

    /// <summary>Few enough that nobody loses sight of who scored.</summary>
    private const int MostExperts = 50;

    private static readonly Dictionary<string, EvaluatedKind> Kinds = new(StringComparer.Ordinal)
    {
        ["bodies"] = EvaluatedKind.Bodies, ["carriers"] = EvaluatedKind.Carriers, ["universities"] = EvaluatedKind.Universities, ["units"] = EvaluatedKind.Units,
        ["companies"] = EvaluatedKind.Companies,
    };

    private static readonly Dictionary<string, EvaluationJudge> Judges = new(StringComparer.Ordinal)
    {
        ["third-party"] = EvaluationJudge.ThirdParty, ["experts"] = EvaluationJudge.Experts,
    };

    internal IReadOnlyList<PackEvaluation> Read(Section file)
    {
        var evaluations = file.List("evaluations", ReadEvaluation);
        PackWords.CheckUnique(file, "evaluations", evaluations.Select(e => e.Name));
        return evaluations;
    }

    private PackEvaluation ReadEvaluation(Section section)
    {
        var recorded = section.OptionalSection("recorded") is { } record ? Done(record, new RecordedEvaluation(record.Text("year"), record.Texts("states"))) : null;
        var judges = recorded is null ? ReadJudges(section) : [];
        var evaluation = new PackEvaluation(section.Name("name"), section.Label(), words.Sources.Cite(section))
        {
            Cycle = OneOf(section, "cycle", [.. cycles.Where(c => c.Every == Frequency.Year).Select(c => c.Name)]),
            Kind = section.OneOf("kind", Kinds),
            Subjects = section.Text("subjects"),
            Categories = section.Texts("categories"),
            Recorded = recorded,
            Judges = judges,
            Scoring = section.OptionalSection("scoring") is { } part ? Done(part, ReadScoring(part)) : null,
            Document = section.OptionalSection("document") is { } document ? Done(document, ReadDocument(document)) : null,
            Objection = section.Has("objection") ? words.ParameterName(section, "objection", ParameterKind.Days, ParameterKind.WorkingDays) : null,
            Ground = OneOf(section, "ground", [.. grounds.Select(g => g.Name)]),
            Promotes = OneOf(section, "promotes", [.. registers.Where(r => r.About == Register.Institution).Select(r => r.Name)]),
        };
        Check(section, evaluation);
        return evaluation;
    }

    private void Check(Section section, PackEvaluation evaluation)
    {
        string[] subjects = [Register.Institution, PackEvaluation.Named, .. registers.Select(r => r.Name)];
        CheckOneOf(section, "subjects", evaluation.Subjects, subjects);
        if (evaluation.Categories.Except(words.Categories.Select(c => c.Key), StringComparer.Ordinal).Any() || (evaluation.Categories.Count > 0 && evaluation.NamesBodies))
        {
            section.Wrong("categories", $"仅用于机构，应取自：{string.Join(", ", words.Categories.Select(c => c.Key))}。", $"This is for institutions, and of: {string.Join(", ", words.Categories.Select(c => c.Key))}.");
        }

        if (evaluation.Scoring is null && evaluation.Judges.Contains(EvaluationJudge.Experts))
        {
            section.Wrong("scoring", "由专家评分的评价须有指标体系。", "An evaluation that experts score needs an indicator system.");
        }

        CheckRecorded(section, evaluation);

        // HB-23: 將科技成果轉化作為…重要指標.
        if (evaluation is { Kind: EvaluatedKind.Carriers, Scoring: var scoring } && scoring?.Indicators.Any(indicator => indicator.Transfer) != true)
        {
            section.Wrong("scoring", "双创载体的评价指标体系须有科技成果转化指标（transfer: true）。", "The indicator system of carriers must have an indicator of transfer (transfer: true).");
        }
    }

    /// <summary>What a register records belongs to a cycle, for its year is what it falls due by; a step asks for that year.</summary>
    private void CheckRecorded(Section section, PackEvaluation evaluation)
    {
        if (evaluation.Recorded is not { } recorded || section.OptionalSection("recorded") is not { } part)
        {
            return;
        }

        var register = registers.FirstOrDefault(r => r.Name == evaluation.Subjects);
        if (register is null || evaluation.Cycle is null)
        {
            section.Wrong("recorded", "由登记册记录的评价须以该登记册为对象，并属于一个年度周期。", "An evaluation that a register records is of that register's entries and belongs to a yearly cycle.");
            return;
        }

        CheckOneOf(part, "year", recorded.Year, [.. register.Steps.SelectMany(s => s.Fields).Where(f => f.Type == FieldType.WholeNumber).Select(f => f.Name).Distinct(StringComparer.Ordinal)]);
        var states = register.States.Where(s => !s.Final).Select(s => s.Key).ToList();
        if (recorded.States.Count == 0 || recorded.States.Except(states, StringComparer.Ordinal).Any())
        {
            part.Wrong("states", $"应取自：{string.Join(", ", states)}。", $"This must be of: {string.Join(", ", states)}.");
        }
    }

    private static IReadOnlyList<EvaluationJudge> ReadJudges(Section section)
    {
        var texts = section.Texts("judges");
        if (texts.Count == 0 || texts.Any(text => !Judges.ContainsKey(text)))
        {
            section.Wrong("judges", $"应取自：{string.Join(", ", Judges.Keys)}。", $"This must be of: {string.Join(", ", Judges.Keys)}.");
        }

        return [.. texts.Where(Judges.ContainsKey).Select(text => Judges[text]).Distinct()];
    }

    private Scoring ReadScoring(Section section)
    {
        var scoring = new Scoring
        {
            Citation = words.Sources.Cite(section),
            Indicators = section.List("indicators", ReadIndicator),
            Lowest = section.Count("lowest"),
            Highest = section.Count("highest"),
            Experts = section.Count("experts"),
            Dispersion = section.OptionalCount("dispersion"),
            FurtherExperts = section.OptionalCount("further-experts") ?? 0,
            Moderation = section.OptionalCount("moderation"),
            Grades = ReadGrades(section),
        };
        CheckIndicators(section, scoring);
        CheckFigures(section, scoring);
        CheckGrades(section, scoring);
        return scoring;
    }

    private ScoredIndicator ReadIndicator(Section section)
    {
        var indicator = new ScoredIndicator(
            section.Name("name"), section.Label(), words.Sources.Cite(section), section.Count("weight"), section.OptionalFlag("transfer") ?? false);
        if (indicator.Weight is < 1 or > AllWeights)
        {
            section.Wrong("weight", "权重应为1至100的整数。", "A weight is a whole number from 1 to 100.");
        }

        return indicator;
    }

    private static void CheckIndicators(Section section, Scoring scoring)
    {
        PackWords.CheckUnique(section, "indicators", scoring.Indicators.Select(i => i.Name));
        var sum = scoring.Indicators.Sum(indicator => (long)indicator.Weight);
        if (sum != AllWeights)
        {
            section.Wrong("indicators", $"各指标权重合计应为100，现为{sum}。", $"The weights must add up to 100; they come to {sum}.");
        }
    }

    private static void CheckFigures(Section section, Scoring scoring)
    {
        if (scoring.Highest <= scoring.Lowest || scoring.Highest > MostPoints)
        {
            section.Wrong("highest", $"最高分应大于最低分，不超过{MostPoints}。", $"The highest score is above the lowest, and at most {MostPoints}.");
        }

        if (scoring.Experts is < 1 or > MostExperts)
        {
            section.Wrong("experts", $"专家人数应为1至{MostExperts}。", $"The number of experts is from 1 to {MostExperts}.");
        }

        if (scoring.Dispersion is null != (scoring.FurtherExperts == 0) || scoring.FurtherExperts > MostExperts)
        {
            section.Wrong("further-experts", "dispersion 与 further-experts 须同时给出。", "dispersion and further-experts go together.");
        }
    }

    /// <summary>Exactly the pack's grades; in its order, which is best first.</summary>
    private IReadOnlyList<GradeThreshold> ReadGrades(Section section)
    {
        section.Required("grades");
        var (texts, keys) = (section.Map("grades"), words.Grades.Select(g => g.Key).ToList());
        if (!keys.Order(StringComparer.Ordinal).SequenceEqual(texts.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            section.Wrong("grades", $"应恰好为每一等次给出最低分：{string.Join(", ", keys)}。", $"There must be a lowest score for exactly each grade: {string.Join(", ", keys)}.");
            return [];
        }

        return [.. keys.Select(key => new GradeThreshold(key, int.TryParse(texts[key], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : -1))];
    }

    /// <summary>Each grade begins below the one before, the last at the lowest score there is: every score has one grade.</summary>
    private static void CheckGrades(Section section, Scoring scoring)
    {
        if (scoring.Grades.Count > 0
            && (scoring.Grades.Zip(scoring.Grades.Skip(1)).Any(pair => pair.First.From <= pair.Second.From)
                || scoring.Grades[^1].From != scoring.Lowest || scoring.Grades[0].From > scoring.Highest))
        {
            section.Wrong("grades", "各等次的最低分应为整数，逐级降低，末级为最低分。", "The lowest scores are whole numbers and fall from grade to grade down to the lowest score there is.");
        }
    }

    private RequiredDocument ReadDocument(Section section)
    {
        var name = section.Text("register");
        var register = registers.FirstOrDefault(r => r.Name == name);
        CheckOneOf(section, "register", name, [.. registers.Select(r => r.Name)]);
        var document = new RequiredDocument(name, section.Text("field"), section.Text("is"), section.Text("state"));
        var field = register?.Fields.FirstOrDefault(f => f.Name == document.Field);
        if (register is not null)
        {
            CheckOneOf(section, "field", document.Field, [.. register.Fields.Select(f => f.Name)]);
            CheckOneOf(section, "state", document.State, [.. register.States.Select(s => s.Key)]);
        }

        if (field is not null)
        {
            CheckOneOf(section, "is", document.Is, [.. field.Options.Select(o => o.Key)]);
        }

        return document;
    }

    private static string? OneOf(Section section, string key, IReadOnlyList<string> known)
    {
        var text = section.OptionalText(key);
        if (text is not null)
        {
            CheckOneOf(section, key, text, known);
        }

        return text;
    }

    private static void CheckOneOf(Section section, string key, string text, IReadOnlyList<string> known)
    {
        if (text.Length > 0 && !known.Contains(text))
        {
            section.Wrong(key, $"“{text}”应取自：{string.Join(", ", known)}。", $"'{text}' is not one of: {string.Join(", ", known)}.");
        }
    }

    private static T Done<T>(Section part, T read)
    {
        part.Done();
        return read;
    }
}
