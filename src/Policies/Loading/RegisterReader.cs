using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads a pack's registers and boards.</summary>
internal sealed class RegisterReader(PackWords words, FormReader forms, IReadOnlyList<Rule> rules, IReadOnlyList<Ground> grounds)
{
    private static readonly FieldType[] Single =
    [
        FieldType.Text, FieldType.WholeNumber, FieldType.Amount, FieldType.Day, FieldType.PastDay, FieldType.Flag, FieldType.Choice, FieldType.Category,
        FieldType.SocialCreditCode, FieldType.Reference, FieldType.Link,
    ];

    private static readonly FieldType[] Named = [FieldType.Text, FieldType.WholeNumber, FieldType.Day, FieldType.PastDay, FieldType.Choice, FieldType.Category, FieldType.SocialCreditCode];
    private static readonly FieldType[] Several = [.. Single, FieldType.Choices, FieldType.Words];
    private static readonly FieldType[] Days = [FieldType.Day, FieldType.PastDay];

    /// <summary>A list's address has parameters of its own; a filter of the same name could not be told from them.</summary>
    private static readonly string[] ListParameters = ["state", "about", "q", "on", "after", "limit", "format", "jurisdiction"];

    // What a register says of another one waits until all are read.
    private readonly List<Action<IReadOnlyList<Register>>> waiting = [];

    internal IReadOnlyList<Register> Read(Section file)
    {
        var registers = file.List("registers", ReadRegister);
        PackWords.CheckUnique(file, "registers", registers.Select(r => r.Name));
        waiting.ForEach(check => check(registers));
        return registers;
    }

    private Register ReadRegister(Section section)
    {
        var (name, fields, states) = (section.Name("name"), forms.Read(section), ReadStates(section));
        var steps = new RegisterStepReader(words, forms, grounds, states).Read(section);
        var balances = section.List("balances", s => ReadBalance(s, name));
        var (period, known) = (section.OptionalSection("period"), section.OptionalSection("known-by"));
        var register = new Register
        {
            Name = name,
            Label = section.Label(),
            Citation = words.Sources.Cite(section),
            About = ReadAbout(section, name),
            Roles = words.RoleNames(section),
            Public = section.OptionalFlag("public") ?? false,
            Title = Field(section, "title", section.Text("title"), fields, Named),
            Unique = [.. section.Texts("unique").Select(f => Field(section, "unique", f, fields, Single))],
            Columns = [.. section.Texts("columns").Select(f => Field(section, "columns", f, fields, Several))],
            Filters = [.. section.Texts("filters").Select(f => Field(section, "filters", f, fields, Several))],
            From = period?.OptionalText("from") is { } from ? Field(section, "period", from, fields, Days) : null,
            Until = period?.OptionalText("until") is { } until ? Field(section, "period", until, fields, Days) : null,
            Barred = section.OptionalText("barred") is { } barred ? Field(section, "barred", barred, fields, FieldType.SocialCreditCode) : null,
            District = section.OptionalText("district") is { } district ? Field(section, "district", district, fields, FieldType.Choice) : null,
            KnownBy = known is null ? null : Field(section, "known-by", known.Text("code"), fields, FieldType.SocialCreditCode),
            KnownWith = known?.Texts("with") ?? [],
            Fields = fields,
            States = states,
            Steps = steps,
            Balances = balances,
            Checks = section.List("checks", s => ReadCheck(s, fields, steps, balances)),
            Matches = section.List("matches", s => ReadMatch(s, fields)),
        };
        period?.Done();
        known?.Done();
        waiting.Add(all => CheckKnown(section, register, all));
        waiting.Add(all => CheckReads(section, register.Fields.Concat(steps.SelectMany(s => s.Fields)), all));
        Check(section, register);
        return register;
    }

    /// <summary>What is read of entries of the pack's own registers stands there; what another programme holds is not known here.</summary>
    internal static void CheckReads(Section section, IEnumerable<FormField> fields, IReadOnlyList<Register> all)
    {
        foreach (var field in fields.Where(f => f.Reads.Count > 0))
        {
            var target = all.FirstOrDefault(r => r.Name == field.Of);
            foreach (var read in field.Reads.Where(r => target is not null && !(r.Step is { } step ? target.Steps.Any(s => s.Key == step) : target.Fields.Any(f => f.Name == r.Field))))
            {
                section.Wrong("fields", $"“{field.Name}.{read.Name}”所取的内容不在“{target!.Name}”中。", $"What '{field.Name}.{read.Name}' reads does not stand in '{target.Name}'.");
            }
        }
    }

    private static void CheckKnown(Section section, Register register, IReadOnlyList<Register> all)
    {
        foreach (var with in register.KnownWith.Where(with => !all.Any(r => r.Name == with && r.About == register.Name)))
        {
            section.Wrong("known-by", $"“{with}”不是关于“{register.Name}”的登记册。", $"'{with}' is no register about '{register.Name}'.");
        }
    }

    private static void Check(Section section, Register register)
    {
        PackWords.CheckUnique(section, "balances", register.Balances.Select(b => b.Name));
        PackWords.CheckUnique(section, "checks", register.Checks.Select(c => c.Condition));
        PackWords.CheckUnique(section, "steps", [.. Files(register.Fields), .. register.Steps.SelectMany(s => s.Files)]);
        if (register.Fields.FirstOrDefault(f => f.Name == register.Title) is { Required.Always: false })
        {
            section.Wrong("title", $"“{register.Title}”是条目的名称，应为必填。", $"'{register.Title}' names the entry and must be required.");
        }

        foreach (var step in register.Steps.Where(s => s.Ground is not null && register.Barred is null))
        {
            section.Wrong("barred", $"步骤“{step.Key}”会限制申报，却没有说明受限制的人在哪一项。", $"The step '{step.Key}' bars somebody; 'barred' must say which field names them.");
        }

        foreach (var filter in register.Filters.Intersect(ListParameters, StringComparer.Ordinal))
        {
            section.Wrong("filters", $"“{filter}”已是名单的参数名，请为该项另取名称。", $"'{filter}' is a parameter of every list; give the field another name.");
        }

        foreach (var field in register.Fields.Where(f => f.Name is "step" or "entries" or "balance" or "attachments"))
        {
            section.Wrong("fields", $"“{field.Name}”另有用途，不能作名称。", $"'{field.Name}' has another meaning and cannot be a field's name.");
        }
    }

    private static IEnumerable<string> Files(IReadOnlyList<FormField> fields) => fields.Where(f => f.Type == FieldType.Attachment).Select(f => f.Name);

    private static IReadOnlyList<RegisterState> ReadStates(Section section)
    {
        var states = section.List("states", s => new RegisterState(s.Name("key"), s.Label(), s.OptionalFlag("final") ?? false));
        PackWords.CheckUnique(section, "states", states.Select(s => s.Key));
        if (states.Count == 0 || states[0].Final || states.Any(s => s.Key == "draft"))
        {
            section.Wrong("states", "应列出状态，第一个不得为终结状态；draft 由平台使用。", "States must be listed, the first of them not final; 'draft' is the platform's own.");
        }

        return states;
    }

    private string? ReadAbout(Section section, string name)
    {
        var about = section.OptionalText("about");
        if (about is { Length: > 0 } and not Register.Institution && (about == name || !words.Registers.Contains(about, StringComparer.Ordinal)))
        {
            section.Wrong("about", $"“{about}”既不是 institution，也不是另一登记册。", $"'{about}' is neither institution nor another register.");
        }

        return about;
    }

    private RegisterCheck ReadCheck(Section section, IReadOnlyList<FormField> fields, IReadOnlyList<RegisterStep> steps, IReadOnlyList<RegisterBalance> balances)
    {
        var check = new RegisterCheck(section.Text("condition"), section.Map("of"), section.Texts("at"));
        if (check.At.Count == 0 || check.At.Any(at => at != RegisterCheck.Filing && !steps.Any(s => s.Key == at)))
        {
            section.Wrong("at", $"应取自：{string.Join(", ", steps.Select(s => s.Key).Prepend(RegisterCheck.Filing))}。", $"This must be of: {string.Join(", ", steps.Select(s => s.Key).Prepend(RegisterCheck.Filing))}.");
        }

        var figures = balances.DistinctBy(b => b.Name).ToDictionary(b => RegisterCheck.Balance + b.Name, _ => InputType.Amount, StringComparer.Ordinal);
        figures[RegisterCheck.Live] = InputType.Count;
        foreach (var field in fields.Where(f => Single.Contains(f.Type)))
        {
            figures[RegisterCheck.Overlapping + field.Name] = InputType.Count;
        }

        new Bindings(rules, fields)
        {
            Steps = check.At.Contains(RegisterCheck.Filing, StringComparer.Ordinal) ? [] : [.. steps.Where(s => check.At.Contains(s.Key, StringComparer.Ordinal)).Select(s => s.Fields)],
            Figures = figures,
        }.Check(section, check.Condition, check.Of);
        return check;
    }

    private RegisterBalance ReadBalance(Section section, string register)
    {
        var balance = new RegisterBalance(section.Name("name"), section.Label(), words.Sources.Cite(section), ReadSum(section, "owed"), ReadSum(section, "paid"));
        waiting.Add(all =>
        {
            foreach (var (key, sum) in new[] { ("owed", balance.Owed), ("paid", balance.Paid) })
            {
                if (all.FirstOrDefault(r => r.Name == sum.Register) is not { } other || other.About != register)
                {
                    section.Wrong(key, $"“{sum.Register}”不是关于“{register}”的登记册。", $"'{sum.Register}' is no register about '{register}'.");
                    continue;
                }

                Field(section, key, sum.Amount, other.Fields, FieldType.Amount);
                Field(section, key, sum.Day, other.Fields, Days);
            }
        });
        return balance;
    }

    private static RegisterSum ReadSum(Section section, string key)
    {
        if (!section.Required(key) || section.OptionalSection(key) is not { } part)
        {
            return new RegisterSum("", "", "");
        }

        var sum = new RegisterSum(part.Text("register"), part.Text("amount"), part.Text("day"));
        part.Done();
        return sum;
    }

    private RegisterMatch ReadMatch(Section section, IReadOnlyList<FormField> fields)
    {
        var match = new RegisterMatch(section.Text("with"), section.Map("on"), words.Sources.Cite(section));
        if (match.On.Count == 0)
        {
            section.Wrong("on", "没有列出比对的项。", "It lists no fields to compare.");
        }

        waiting.Add(all =>
        {
            if (all.FirstOrDefault(r => r.Name == match.With) is not { } other)
            {
                section.Wrong("with", $"没有登记册“{match.With}”。", $"There is no register '{match.With}'.");
                return;
            }

            foreach (var (here, there) in match.On.Where(on => !Alike(fields.FirstOrDefault(f => f.Name == on.Key), other.Fields.FirstOrDefault(f => f.Name == on.Value))))
            {
                section.Wrong("on", $"“{here}”与“{there}”无法比对。", $"'{here}' cannot be compared with '{there}'.");
            }
        });
        return match;
    }

    private static bool Alike(FormField? here, FormField? there) => Kind(here) is { } kind && kind == Kind(there)
        && (kind != FieldType.Choices || here!.Options.IntersectBy(there!.Options.Select(o => o.Key), o => o.Key, StringComparer.Ordinal).Any());

    private static FieldType? Kind(FormField? field) => field?.Type switch
    {
        FieldType.Choice or FieldType.Choices => FieldType.Choices,
        FieldType.Category or FieldType.Words or FieldType.Text or FieldType.SocialCreditCode => field.Type,
        _ => null,
    };

    private static string Field(Section section, string key, string name, IReadOnlyList<FormField> fields, params FieldType[] types)
    {
        if (name.Length > 0 && !fields.Any(f => f.Name == name && types.Contains(f.Type)))
        {
            section.Wrong(key, $"没有可用于此处的项“{name}”。", $"There is no field '{name}' that could stand here.");
        }

        return name;
    }
}
