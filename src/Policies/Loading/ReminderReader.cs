namespace Policies.Loading;

/// <summary>Reads what a pack reminds of, against the registers and cycles that it names.</summary>
internal sealed class ReminderReader(PackWords words, IReadOnlyList<Register> registers, IReadOnlyList<Cycle> cycles)
{
    private static readonly Dictionary<string, ReminderKind> Kinds = new(StringComparer.Ordinal)
    {
        ["missing"] = ReminderKind.Missing, ["overdue"] = ReminderKind.Overdue,
    };

    private static readonly FieldType[] Days = [FieldType.Day, FieldType.PastDay];
    private static readonly FieldType[] Worded = [FieldType.Choice, FieldType.Choices, FieldType.Flag, FieldType.Category];

    internal IReadOnlyList<Reminder> Read(Section file)
    {
        var reminders = file.List("reminders", ReadReminder);
        PackWords.CheckUnique(file, "reminders", reminders.Select(r => r.Name));
        return reminders;
    }

    private Reminder ReadReminder(Section section)
    {
        var register = Register(section, "register", section.Text("register"));
        var reminder = new Reminder
        {
            Name = section.Name("name"),
            Label = section.Label(),
            Citation = words.Sources.Cite(section),
            Kind = section.OneOf("kind", Kinds),
            Register = register?.Name ?? "",
            States = ReadStates(section, register),
        };
        return reminder.Kind == ReminderKind.Overdue ? ReadOverdue(section, reminder, register) : ReadMissing(section, reminder, register);
    }

    private Reminder ReadOverdue(Section section, Reminder reminder, Register? register)
    {
        section.Required("states");
        return reminder with
        {
            Since = Field(section, "since", section.Text("since"), register, Days),
            Period = section.Has("period") ? words.ParameterName(section, "period", ParameterKind.Period, ParameterKind.Days) : null,
        };
    }

    private Reminder ReadMissing(Section section, Reminder reminder, Register? register)
    {
        var of = section.Text("of");
        var asked = of == Policies.Register.Institution ? null : Register(section, "of", of);
        var by = ReadKey(section, asked, register);
        if (register is not null && by is null && register.About != of)
        {
            section.Wrong("register", $"“{register.Name}”不是关于“{of}”的登记册；应以 by 说明凭哪一代码对应。", $"'{register.Name}' is not about '{of}'; 'by' must say by which codes they go together.");
        }

        var categories = section.Texts("categories");
        if (categories.Except(words.Categories.Select(c => c.Key), StringComparer.Ordinal).Any() || (categories.Count > 0 && asked is not null))
        {
            section.Wrong("categories", $"仅用于机构，应取自：{string.Join(", ", words.Categories.Select(c => c.Key))}。", $"This is for institutions, and of: {string.Join(", ", words.Categories.Select(c => c.Key))}.");
        }

        return reminder with { Of = of, By = by, Categories = categories, Includes = ReadIncludes(section, register), Turn = ReadTurn(section, of, register) };
    }

    private static IReadOnlyList<string> ReadStates(Section section, Register? register)
    {
        var open = register?.States.Where(s => !s.Final).Select(s => s.Key).ToList() ?? [];
        var states = section.Texts("states");
        if (register is not null && states.Except(open, StringComparer.Ordinal).Any())
        {
            section.Wrong("states", $"应取自尚未终结的状态：{string.Join(", ", open)}。", $"This must be of the states that are not final: {string.Join(", ", open)}.");
        }

        return states.Count > 0 ? states : open;
    }

    private static ReminderKey? ReadKey(Section section, Register? asked, Register? register)
    {
        if (!section.Has("by"))
        {
            return null;
        }

        if (section.Map("by") is not { Count: 1 } pair || asked is null)
        {
            section.Wrong("by", "应为一对代码项，且只用于登记册之间。", "This is one pair of fields, between two registers.");
            return null;
        }

        var (of, here) = pair.Single();
        return new ReminderKey(Field(section, "by", of, asked, FieldType.SocialCreditCode), Field(section, "by", here, register, FieldType.SocialCreditCode));
    }

    private ReminderAnswers? ReadIncludes(Section section, Register? register)
    {
        if (section.OptionalSection("includes") is not { } part)
        {
            return null;
        }

        var includes = new ReminderAnswers(Field(section, "includes", part.Text("field"), register, Worded), part.Texts("all-of"));
        part.Done();
        var field = register?.Fields.FirstOrDefault(f => f.Name == includes.Field);
        var known = field?.Type == FieldType.Category ? [.. words.Categories.Select(c => c.Key)] : field is null ? null : WhenReader.Words(field);
        if (includes.AllOf.Count == 0 || (known is not null && includes.AllOf.Except(known, StringComparer.Ordinal).Any()))
        {
            section.Wrong("includes", $"应列出“{includes.Field}”可取的内容。", $"This must list answers that '{includes.Field}' can have.");
        }

        return includes;
    }

    private ReminderTurn? ReadTurn(Section section, string of, Register? register)
    {
        if (section.OptionalSection("turn") is not { } part)
        {
            return null;
        }

        var turn = new ReminderTurn(part.Text("cycle"), Field(section, "turn", part.Text("year"), register, FieldType.WholeNumber));
        part.Done();
        if (of != Policies.Register.Institution || !cycles.Any(c => c.Name == turn.Cycle && c.Every == Frequency.Year))
        {
            section.Wrong("turn", "只用于机构，且须为每年一次的周期事项。", "This is for institutions, and of a cycle that recurs every year.");
        }

        return turn;
    }

    private Register? Register(Section section, string key, string name)
    {
        var register = registers.FirstOrDefault(r => r.Name == name);
        if (register is null && name.Length > 0)
        {
            section.Wrong(key, $"没有登记册“{name}”。", $"There is no register '{name}'.");
        }

        return register;
    }

    private static string Field(Section section, string key, string name, Register? register, params FieldType[] types)
    {
        if (register is not null && name.Length > 0 && !register.Fields.Any(f => f.Name == name && types.Contains(f.Type)))
        {
            section.Wrong(key, $"“{register.Name}”没有可用于此处的项“{name}”。", $"'{register.Name}' has no field '{name}' that could stand here.");
        }

        return name;
    }
}
