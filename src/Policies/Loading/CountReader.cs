namespace Policies.Loading;

/// <summary>Reads what is counted of a register: <c>{ register: premises, sum: floorArea }</c>.</summary>
internal static class CountReader
{
    private static readonly Dictionary<string, bool> Subjects = new(StringComparer.Ordinal) { [Register.Institution] = true };

    /// <summary>The count under a key; null where there is none.</summary>
    internal static RegisterCount? CountOf(this Section section, string key)
    {
        if (section.OptionalSection(key) is not { } part)
        {
            return null;
        }

        var when = part.OptionalSection("when");
        var about = part.CountOf("about");
        var count = new RegisterCount
        {
            Register = part.Name("register"),
            States = part.Texts("states"),
            Reached = part.Texts("reached"),
            Sum = part.OptionalText("sum"),
            WhenField = when?.Text("field"),
            WhenIs = when?.Texts("is") ?? [],
            PerInstitution = part.Has("per") && part.OneOf("per", Subjects),
            Of = part.OptionalText("of"),
            During = part.OptionalText("during"),
            About = about,
        };
        when?.Done();
        part.Done();
        return count;
    }

    /// <summary>Holds every count against the register that it names, once the registers are read.</summary>
    internal static void CheckCounts(Section file, PolicyPack pack)
    {
        foreach (var target in pack.Targets)
        {
            if (target.Counted is { } count && (Fault(count, pack) ?? OfReports(count)) is { } fault)
            {
                file.Wrong("targets", $"“{target.Name}”：{fault.Zh}", $"'{target.Name}': {fault.En}");
            }
        }

        foreach (var figure in pack.Indicators)
        {
            if (figure.Known is { } count && (Fault(count, pack) ?? OfOneBody(count, pack) ?? InSpan(count, pack) ?? OfSubject(count, pack)) is { } fault)
            {
                file.Wrong("indicators", $"“{figure.Name}”：{fault.Zh}", $"'{figure.Name}': {fault.En}");
            }
        }
    }

    private static Label? Fault(RegisterCount count, PolicyPack pack)
    {
        if (pack.Register(count.Register) is not { } register)
        {
            return new Label($"没有登记册“{count.Register}”。", $"there is no register '{count.Register}'.");
        }

        var unknown = count.States.Concat(count.Reached).FirstOrDefault(state => register.States.All(known => known.Key != state));
        if (unknown is not null)
        {
            return new Label($"登记册没有状态“{unknown}”。", $"the register has no state '{unknown}'.");
        }

        if (count.Sum is { } sum && register.Fields.FirstOrDefault(f => f.Name == sum)?.Type is not (FieldType.WholeNumber or FieldType.Amount))
        {
            return new Label($"登记册没有数字“{sum}”。", $"the register has no number '{sum}'.");
        }

        if (count.WhenField is { } field && Words(register, field).Intersect(count.WhenIs, StringComparer.Ordinal).Count() != count.WhenIs.Count)
        {
            return new Label($"登记册没有选择项“{field}”，或其中没有所列选项。", $"the register has no choice '{field}', or none of these answers.");
        }

        return count.PerInstitution && (register.About != Register.Institution || count.WhenField is null || count.Sum is not null)
            ? new Label("per: institution 须为机构的登记册，并写明 when，不得有 sum。", "per: institution takes a register about institutions and a 'when', and no 'sum'.")
            : null;
    }

    private static Label? OfReports(RegisterCount count) => count is { Of: null, During: null, About: null }
        ? null
        : new Label("of、during、about 只用于填报数据。", "of, during and about are of a report's figures alone.");

    // One register tells whose its entries are in one way.
    private static Label? OfOneBody(RegisterCount count, PolicyPack pack)
    {
        var register = pack.Register(count.Register)!;
        var named = count.Of is { } link ? register.About != Register.Institution && Answer(register.Fields, link) is { Type: FieldType.Link, Of: Register.Institution } : register.About == Register.Institution;
        return named && pack.Counts.Where(other => other.Register == count.Register).All(other => other.Of == count.Of)
            ? null
            : new Label(
                "填报数据只能取自机构的登记册，或以 of 指明登记册中链接到机构的一项。",
                "a report's figure is known from a register about institutions alone, or from one by the link to an institution that 'of' names.");
    }

    private static Label? InSpan(RegisterCount count, PolicyPack pack)
    {
        var register = pack.Register(count.Register)!;
        return count.During is { } day && Answer(register.Fields.Concat(register.Steps.SelectMany(step => step.Fields)), day) is not { Type: FieldType.Day or FieldType.PastDay }
            ? new Label($"登记册没有日期“{day}”。", $"the register has no day '{day}'.")
            : null;
    }

    private static Label? OfSubject(RegisterCount count, PolicyPack pack) => count.About is not { } subject ? null
        : subject.Register != pack.Register(count.Register)!.About || count.Sum is not null || count.PerInstitution || subject.Sum is not null || subject.PerInstitution
            ? new Label("about 须为该登记册所关于的登记册，两者均不得有 sum 和 per。", "about names the register that the entries are about, and neither has a 'sum' or 'per'.")
        : Fault(subject, pack) ?? OfReports(subject);

    private static FormField? Answer(IEnumerable<FormField> fields, string name) => fields.FirstOrDefault(field => field.Name == name);

    private static IEnumerable<string> Words(Register register, string field) =>
        register.Fields.FirstOrDefault(f => f.Name == field && f.Type == FieldType.Choice)?.Options.Select(option => option.Key) ?? [];
}
