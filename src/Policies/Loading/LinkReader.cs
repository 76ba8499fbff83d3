namespace Policies.Loading;

/// <summary>Reads what conditions may read of whatever a link leads to.</summary>
internal static class LinkReader
{
    private static readonly Dictionary<string, bool> Types = new(StringComparer.Ordinal) { ["text"] = false, ["day"] = true };

    private static readonly Dictionary<string, string> Parties = new(StringComparer.Ordinal) { [LinkRead.ImplementingBody] = LinkRead.ImplementingBody };

    /// <summary>One of a link's <c>reads</c>; <paramref name="target"/> is what the link leads to.</summary>
    internal static LinkRead Read(Section section, string target)
    {
        var when = section.OptionalSection("when");
        var read = new LinkRead
        {
            Name = section.Name("name", camel: true),
            IsDay = section.Has("type") && section.OneOf("type", Types),
            Register = section.OptionalText("register"),
            States = section.Texts("state"),
            WhenField = when?.Text("field"),
            WhenIs = when?.Texts("is") ?? [],
            Field = section.OptionalText("field"),
            Else = section.OptionalText("else"),
            Step = section.OptionalText("step"),
            Party = section.Has("party") ? section.OneOf("party", Parties) : null,
            Labels = section.OptionalText("labels"),
        };
        when?.Done();
        Check(section, read, target == Register.Institution);
        return read;
    }

    private static void Check(Section section, LinkRead read, bool ofInstitution)
    {
        var plain = read is { Register: null, Field: not null };
        var ways = new[] { plain, read.Register is not null, read.Step is not null, read.Party is not null }.Count(way => way);
        if (ways != 1 || (read.Register is not null && read.Field is null))
        {
            section.Wrong("name", "应恰好写明取自何处：field、register 及其 field、step 或 party。", "It says exactly one place to read from: a field, a register with its field, a step or a party.");
        }

        if (read.Register is null && (read.States.Count > 0 || read.WhenField is not null || read.Else is not null))
        {
            section.Wrong("register", "state、when 和 else 只用于登记册。", "'state', 'when' and 'else' belong to a register.");
        }

        if (ofInstitution ? read.Step is not null : read.Register is not null || read.Party is not null)
        {
            section.Wrong("name", "机构没有 step，条目没有 register 和 party。", "An institution has no steps; an entry has neither registers nor parties.");
        }

        if (read.Step is not null && !read.IsDay)
        {
            section.Wrong("type", "环节所取的是日期，应写 type: day。", "What is read of a step is a day: type: day.");
        }
    }
}
