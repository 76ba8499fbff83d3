namespace Policies.Loading;

/// <summary>
/// A map being read strictly: every key is asked for by name, and what nobody asked for is an error. A read that fails notes the
/// problem and yields a stand-in, so that reading goes on; a file with a problem never becomes a pack.
/// </summary>
internal sealed partial class Section(MapNode map, string path, LoadProblems problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal int Line => map.Line;

    internal LoadProblems Problems => problems;

    internal bool Has(string key) => map.Entries.ContainsKey(key);

    internal int LineOf(string key) => map.Entries.TryGetValue(key, out var entry) ? entry.Line : map.Line;

    internal void Wrong(string key, string zh, string en) => problems.Add(LineOf(key), Path(key), zh, en);

    /// <summary>Reports every key that was not asked for.</summary>
    internal void Done()
    {
        foreach (var (key, (line, _)) in map.Entries.Where(e => !asked.Contains(e.Key)))
        {
            problems.Add(line, Path(key), $"不认识的键“{key}”。可用的键：{Known()}。", $"Unknown key '{key}'. Known here: {Known()}.");
        }
    }

    internal Section? OptionalSection(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case MapNode child:
                return new Section(child, Path(key), problems);
            default:
                Wrong(key, "应为键值形式。", "This must be a map of keys.");
                return null;
        }
    }

    internal IReadOnlyList<T> List<T>(string key, Func<Section, T> read)
    {
        var items = new List<T>();
        foreach (var (index, node) in Items(key).Index())
        {
            var itemPath = $"{Path(key)}[{index}]";
            if (node is MapNode child)
            {
                var section = new Section(child, itemPath, problems);
                items.Add(read(section));
                section.Done();
            }
            else
            {
                problems.Add(node.Line, itemPath, "应为键值形式。", "This must be a map of keys.");
            }
        }

        return items;
    }

    /// <summary>A list of texts, or a single text.</summary>
    internal IReadOnlyList<string> Texts(string key)
    {
        if (Has(key) && map.Entries[key].Value is ScalarNode)
        {
            return [Text(key)];
        }

        var nodes = Items(key);
        if (nodes.Any(n => n is not ScalarNode { Text.Length: > 0 }))
        {
            Wrong(key, "应为文字列表。", "This must be a list of texts.");
        }

        return [.. nodes.OfType<ScalarNode>().Select(n => n.Text)];
    }

    /// <summary>Every key with its text: a map whose keys are data, such as grades.</summary>
    internal IReadOnlyDictionary<string, string> Map(string key)
    {
        var section = OptionalSection(key);
        return section is null ? new Dictionary<string, string>(StringComparer.Ordinal) : section.AllTexts();
    }

    /// <summary>The texts under a key of a list's items, looked at before the list itself is read.</summary>
    internal IReadOnlyList<string> Peek(string key, string name) =>
        map.Entries.TryGetValue(key, out var entry) && entry.Value is SequenceNode { Items: var items }
            ? [.. items.OfType<MapNode>().Select(i => i.Entries.TryGetValue(name, out var own) ? own.Value : null).OfType<ScalarNode>().Select(s => s.Text)]
            : [];

    internal bool Required(string key)
    {
        asked.Add(key);
        if (Has(key))
        {
            return true;
        }

        problems.Add(map.Line, Path(key), $"缺少“{key}”。", $"'{key}' is missing.");
        return false;
    }

    internal string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    internal IReadOnlyDictionary<string, string> AllTexts() => map.Entries.Keys.ToDictionary(k => k, Text, StringComparer.Ordinal);

    internal Node? Take(string key)
    {
        asked.Add(key);
        return map.Entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private IReadOnlyList<Node> Items(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case SequenceNode sequence:
                return sequence.Items;
            default:
                Wrong(key, "应为列表。", "This must be a list.");
                return [];
        }
    }

    private string Known() => string.Join(", ", asked.Order(StringComparer.Ordinal));
}
