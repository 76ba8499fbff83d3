using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Policies.Loading;

/// <summary>A node of a YAML file, with its line.</summary>
internal abstract record Node(int Line);

internal sealed record ScalarNode(int Line, string Text) : Node(Line);

internal sealed record SequenceNode(int Line, IReadOnlyList<Node> Items) : Node(Line);

internal sealed record MapNode(int Line, IReadOnlyDictionary<string, (int Line, Node Value)> Entries) : Node(Line);

/// <summary>
/// Reads YAML into plain nodes. Its own tree, because a duplicate key must be reported with its line beside the file's other
/// problems, and because anchors, tags and further documents have no place in a rule.
/// </summary>
internal sealed class YamlTree(LoadProblems problems)
{
    private const int MaxCharacters = 1_000_000;
    private const int MaxDepth = 20;
    private int depth;

    /// <summary>The root map; null where the text is not YAML at all, or no map.</summary>
    internal MapNode? Read(string text)
    {
        if (text.Length > MaxCharacters)
        {
            problems.Add(1, "file", "文件过大。", "The file is too large.");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                problems.Add(1, "file", "文件是空的。", "The file is empty.");
                return null;
            }

            var root = Next(parser);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                problems.Add((int)second.Start.Line, "---", "一个文件只能有一个文档。", "A file holds one document only.");
            }

            return root as MapNode ?? NoMap(root);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The scanner throws InvalidOperationException at some places where it should say what is wrong.
            var mark = e is YamlException yaml ? yaml.Start : parser.Current?.End ?? Mark.Empty;
            problems.Add((int)mark.Line, "yaml", $"YAML 格式错误：{e.Message}", $"This is not YAML: {e.Message}");
            return null;
        }
    }

    private MapNode? NoMap(Node root)
    {
        problems.Add(root.Line, "file", "文件应为键值形式。", "The file must be a map of keys.");
        return null;
    }

    private Node Next(Parser parser)
    {
        if (++depth > MaxDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply");
        }

        var node = Read(parser);
        depth--;
        return node;
    }

    private Node Read(Parser parser)
    {
        if (parser.Current is NodeEvent { IsCanonical: true } or NodeEvent { Anchor.IsEmpty: false })
        {
            Reject(parser.Current);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode((int)scalar.Start.Line, scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Next(parser));
            }

            return new SequenceNode((int)sequence.Start.Line, items);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return ReadMap(parser, (int)mapping.Start.Line);
        }

        var alias = parser.Consume<AnchorAlias>();
        Reject(alias);
        return new ScalarNode((int)alias.Start.Line, "");
    }

    private MapNode ReadMap(Parser parser, int line)
    {
        var entries = new Dictionary<string, (int, Node)>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(parser);
            var value = Next(parser);
            if (key is not ScalarNode { Text: var name })
            {
                problems.Add(key.Line, "key", "键应为文字。", "A key must be a text.");
            }
            else if (!entries.TryAdd(name, (key.Line, value)))
            {
                problems.Add(key.Line, name, $"键“{name}”重复。", $"The key '{name}' is given twice.");
            }
        }

        return new MapNode(line, entries);
    }

    private void Reject(ParsingEvent node) =>
        problems.Add((int)node.Start.Line, "&*!", "不允许使用锚点、别名或标签。", "Anchors, aliases and tags are not allowed.");
}
