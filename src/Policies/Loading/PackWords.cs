namespace Policies.Loading;

/// <summary>What the rest of a pack may refer to by name, as far as it has been read.</summary>
internal sealed class PackWords
{
    internal required SourceReader Sources { get; init; }

    internal required DateOnly From { get; init; }

    internal required IReadOnlyList<PackRole> Roles { get; init; }

    internal required IReadOnlyList<Category> Categories { get; init; }

    internal required IReadOnlyList<Grade> Grades { get; init; }

    internal IReadOnlyList<Parameter> Parameters { get; set; } = [];

    /// <summary>The names of the registers, which forms may link to before the registers are read.</summary>
    internal required IReadOnlyList<string> Registers { get; init; }

    /// <summary>The words that each choice allows.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Choices { get; } = new(StringComparer.Ordinal);

    internal Parameter? Parameter(string name) => Parameters.FirstOrDefault(p => p.Name == name);

    /// <summary>A parameter that must exist and be of one of these kinds.</summary>
    internal string ParameterName(Section section, string key, params ReadOnlySpan<ParameterKind> kinds)
    {
        var name = section.Text(key);
        if (name.Length > 0 && (Parameter(name) is not { } parameter || !kinds.Contains(parameter.Kind)))
        {
            section.Wrong(key, $"没有可用于此处的参数“{name}”。", $"There is no parameter '{name}' that could stand here.");
        }

        return name;
    }

    /// <summary>The roles under <c>roles</c>: some of the pack's, at least one.</summary>
    internal IReadOnlyList<string> RoleNames(Section section)
    {
        var roles = section.Texts("roles");
        if (roles.Count == 0 || roles.Any(role => !Roles.Any(r => r.Key == role)))
        {
            section.Wrong("roles", $"应取自：{string.Join(", ", Roles.Select(r => r.Key))}。", $"This must be of: {string.Join(", ", Roles.Select(r => r.Key))}.");
        }

        return roles;
    }

    internal static void CheckUnique(Section section, string key, IEnumerable<string> names)
    {
        foreach (var name in names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            section.Wrong(key, $"“{name}”重复。", $"'{name}' is given twice.");
        }
    }
}
