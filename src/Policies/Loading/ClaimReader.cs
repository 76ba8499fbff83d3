using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads what a programme pays on a claim, and what it rewards.</summary>
internal sealed class ClaimReader(PackWords words, FormReader forms, IReadOnlyList<Rule> rules)
{
    private static readonly Dictionary<string, ClaimBeneficiary> Beneficiaries = new(StringComparer.Ordinal)
    {
        ["company"] = ClaimBeneficiary.Company, ["institution"] = ClaimBeneficiary.Institution,
    };

    private static readonly Dictionary<string, RewardBasis> Bases = new(StringComparer.Ordinal) { ["grade"] = RewardBasis.Grade, ["body"] = RewardBasis.Body };
    private static readonly Dictionary<string, bool> Counts = new(StringComparer.Ordinal) { ["within"] = true, ["beside"] = false };
    private static readonly FieldType[] Worded = [FieldType.Text, FieldType.LongText, FieldType.Choice, FieldType.SocialCreditCode, FieldType.Reference, FieldType.Category];

    private static readonly FieldType[] Single = [FieldType.Text, FieldType.WholeNumber, FieldType.Day, FieldType.PastDay, FieldType.Choice, FieldType.Category, FieldType.SocialCreditCode];

    internal IReadOnlyList<ClaimKind> ReadClaims(Section file)
    {
        var claims = file.List("claims", ReadClaim);
        PackWords.CheckUnique(file, "claims", claims.Select(c => c.Name));
        return claims;
    }

    internal IReadOnlyList<Reward> ReadRewards(Section file)
    {
        var rewards = file.List("rewards", ReadReward);
        PackWords.CheckUnique(file, "rewards", rewards.Select(r => r.Name));
        return rewards;
    }

    private ClaimKind ReadClaim(Section section)
    {
        var fields = forms.Read(section);
        var proofs = ReadProofs(section, fields);
        var calculation = ReadCalculation(section);
        var of = section.Map("of");
        var kind = new ClaimKind
        {
            Name = section.Name("name"),
            Label = section.Label(),
            Citation = words.Sources.Cite(section),
            Beneficiary = section.OneOf("beneficiary", Beneficiaries),
            Fields = fields,
            Proofs = proofs,
            Calculation = calculation?.Name,
            Of = of,
            Tariff = section.OptionalText("tariff"),
            Unique = section.Texts("unique"),
            Checks = section.List("checks", s => ReadCheck(s, fields)),
            Shares = ReadShares(section),
        };
        if (calculation is not null)
        {
            CheckBindings(section, calculation, kind);
        }

        if (kind.Tariff is { } tariff && (calculation is not null || !fields.Any(f => f.Name == tariff && f.Type == FieldType.Choice && f.Required.Always)))
        {
            section.Wrong("tariff", "应为必填的单选项，且不得与 calculation 并用。", "This must be a required choice, and stand without 'calculation'.");
        }

        foreach (var name in kind.Unique.Where(name => !fields.Any(f => f.Name == name && Single.Contains(f.Type) && f.Required.Always)))
        {
            section.Wrong("unique", $"没有可用于此处的必填项“{name}”。", $"There is no required field '{name}' that could stand here.");
        }

        PackWords.CheckUnique(section, "checks", kind.Checks.Select(c => c.Condition));
        return kind with { Ceiling = ReadCeiling(section, calculation, kind) };
    }

    private Reward ReadReward(Section section)
    {
        var by = section.OneOf("by", Bases);
        var reward = new Reward
        {
            Name = section.Name("name"),
            Label = section.Label(),
            Citation = words.Sources.Cite(section),
            By = by,
            Grades = by == RewardBasis.Grade ? words.ParameterName(section, "grades", ParameterKind.Choice) : null,
            Categories = section.Texts("categories"),
            Shares = ReadShares(section),
        };
        if (reward.Grades is { } grades && words.Choices.TryGetValue(grades, out var chosen) && chosen.Except(words.Grades.Select(g => g.Key), StringComparer.Ordinal).Any())
        {
            section.Wrong("grades", $"“{grades}”含有不是等次的词。", $"'{grades}' holds words that are no grades.");
        }

        if (reward.Categories.Except(words.Categories.Select(c => c.Key), StringComparer.Ordinal).Any())
        {
            section.Wrong("categories", $"应取自：{string.Join(", ", words.Categories.Select(c => c.Key))}。", $"This must be of: {string.Join(", ", words.Categories.Select(c => c.Key))}.");
        }

        return reward;
    }

    private CalculationRule? ReadCalculation(Section section)
    {
        if (section.OptionalText("calculation") is not { } name)
        {
            return null;
        }

        var rule = rules.OfType<CalculationRule>().FirstOrDefault(r => r.Name == name);
        if (rule?.Steps[^1] is null or TermStep)
        {
            section.Wrong("calculation", $"没有得出金额的计算“{name}”。", $"There is no calculation '{name}' that yields an amount.");
        }

        return rule;
    }

    private static ClaimProofs? ReadProofs(Section section, IReadOnlyList<FormField> fields)
    {
        if (section.OptionalSection("proofs") is not { } part)
        {
            return null;
        }

        var list = part.Text("list");
        var items = fields.FirstOrDefault(f => f.Name == list && f.Type == FieldType.List && f.Required.Always)?.Fields;
        if (items is null)
        {
            part.Wrong("list", $"“{list}”不是必填的列表项。", $"'{list}' is no required list.");
        }

        var proofs = new ClaimProofs(
            list,
            Item("number", FieldType.Text)!,
            Item("seller", FieldType.Text)!,
            part.Has("seller-code") ? Item("seller-code", FieldType.SocialCreditCode, optional: true) : null,
            Item("amount", FieldType.Amount)!,
            Item("day", FieldType.PastDay)!,
            part.OptionalText("evidence"));
        if (proofs.Evidence is { } evidence && !fields.Any(f => f.Name == evidence && f.Type == FieldType.Attachment))
        {
            part.Wrong("evidence", $"没有附件项“{evidence}”。", $"There is no attachment field '{evidence}'.");
        }

        part.Done();
        return proofs;

        string? Item(string key, FieldType type, bool optional = false)
        {
            var name = part.Text(key);
            if (items is not null && name.Length > 0 && !items.Any(f => f.Name == name && f.Type == type && (optional || f.Required.Always)))
            {
                part.Wrong(key, $"“{list}”的项目中没有可用于此处的必填项“{name}”。", $"An item of '{list}' has no required field '{name}' that could stand here.");
            }

            return name;
        }
    }

    private RegisterCheck ReadCheck(Section section, IReadOnlyList<FormField> fields)
    {
        var check = new RegisterCheck(section.Text("condition"), section.Map("of"), [RegisterCheck.Filing]);
        new Bindings(rules, fields).Check(section, check.Condition, check.Of);
        return check;
    }

    private PayerShares? ReadShares(Section section)
    {
        if (section.OptionalSection("shares") is not { } part)
        {
            return null;
        }

        var shares = new PayerShares(part.OneOf("counted", Counts), part.List("payers", p => new Option(p.Name("key"), p.Label())), words.Sources.Cite(part));
        if (shares.Payers.Count == 0)
        {
            part.Wrong("payers", "没有列出其他出资方。", "It lists no other payers.");
        }

        PackWords.CheckUnique(part, "payers", shares.Payers.Select(p => p.Key));
        part.Done();
        return shares;
    }

    private static void CheckBindings(Section section, CalculationRule rule, ClaimKind kind)
    {
        if (!kind.Of.Keys.Order(StringComparer.Ordinal).SequenceEqual(rule.Inputs.Select(i => i.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            section.Wrong("of", $"应恰好给出计算的每项数据：{string.Join(", ", rule.Inputs.Select(i => i.Name))}。", $"It must bind exactly the calculation's inputs: {string.Join(", ", rule.Inputs.Select(i => i.Name))}.");
            return;
        }

        foreach (var input in rule.Inputs.Where(i => !Fits(kind, i.Type, kind.Of[i.Name])))
        {
            section.Wrong("of", $"“{kind.Of[input.Name]}”不能用作“{input.Name}”。", $"'{kind.Of[input.Name]}' cannot be the input '{input.Name}'.");
        }
    }

    // What a calculation takes must be given: an amount that may be left out would come to nothing without anybody having said so.
    private static bool Fits(ClaimKind kind, InputType input, string path) => (input, path) switch
    {
        (InputType.Amounts, ClaimKind.Accepted) => kind.Proofs is not null,
        (InputType.Amount, ClaimKind.Used) => true,
        (InputType.Amount, _) => kind.Fields.Any(f => f.Name == path && f.Type == FieldType.Amount && f.Required.Always),
        (InputType.Text, _) => kind.Fields.Any(f => f.Name == path && Worded.Contains(f.Type)),
        (InputType.Category, _) => kind.Fields.Any(f => f.Name == path && f.Type == FieldType.Category && f.Required.Always),
        _ => false,
    };

    // The ceiling is the calculation's own: said once, it cannot differ from what is calculated.
    private static ClaimCeiling? ReadCeiling(Section section, CalculationRule? rule, ClaimKind kind)
    {
        var caps = rule?.Steps.OfType<CapStep>().Select(s => s.Cap).ToList() ?? [];
        List<string> used = [.. kind.Of.Where(o => o.Value == ClaimKind.Used).Select(o => o.Key)];
        if (caps.Count == 0 && used.Count == 0)
        {
            return null;
        }

        var subject = kind.Beneficiary == ClaimBeneficiary.Company ? "company" : "institution";
        if (caps is not [var cap] || used is not [var input] || !cap.Used.SequenceEqual([input], StringComparer.Ordinal) || cap.Subject != subject)
        {
            section.Wrong(
                "calculation",
                $"计算应有且仅有一个以“{subject}”为对象的上限，其已用额取自 used。",
                $"The calculation must have one cap of the subject '{subject}', whose used amount is bound to 'used'.");
            return null;
        }

        return new ClaimCeiling(cap.Parameter, cap.Subject, cap.Period);
    }
}
