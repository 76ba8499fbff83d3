using Contracts.Refusals;

namespace Policies.Loading;

/// <summary>One thing wrong in a file, where and in words for the person who wrote it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key at fault, with the path to it: <c>parameters[2].values[0].from</c>.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">What is wrong, in English.</param>
public sealed record LoadProblem(string File, int Line, string Key, string Zh, string En);

/// <summary>The problems of one file, gathered while it is read, so that its author sees all of them at once.</summary>
internal sealed class LoadProblems(string file)
{
    private const int Shown = 20;
    private readonly List<LoadProblem> all = [];

    internal bool Any => all.Count > 0;

    internal void Add(int line, string key, string zh, string en) => all.Add(new LoadProblem(file, line, key, zh, en));

    internal Refusal ToRefusal()
    {
        var ordered = all.OrderBy(p => p.Line).ToList();
        var zh = string.Join("\n", ordered.Take(Shown).Select(p => $"{p.File} 第{p.Line}行 {p.Key}：{p.Zh}"));
        var en = string.Join("\n", ordered.Take(Shown).Select(p => $"{p.File} line {p.Line}, {p.Key}: {p.En}"));
        return new Refusal(RefusalKind.BadInput, "file-invalid", "content", zh, en)
            .With("file", file).With("problemCount", ordered.Count).With("problems", ordered);
    }
}
