namespace VerifyCaseFile;

/// <summary>Something that is not as it must be.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="Where">The file, position, day or account.</param>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The sentence in English.</param>
internal sealed record Fault(string Code, string Where, string Zh, string En);

/// <summary>What was checked and what was found.</summary>
internal sealed class Report
{
    // A file that is forged throughout would have as many faults as postings.
    private const int MostFaults = 10_000;
    private const int MostShown = 100;

    private readonly List<Fault> faults = [];
    private readonly List<(string Zh, string En)> facts = [];

    /// <summary>The faults, up to a bound.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>Notes a fault.</summary>
    public void Add(string code, string where, string zh, string en)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(new Fault(code, where, zh, en));
        }
    }

    /// <summary>Notes what was checked.</summary>
    public void Tell(string zh, string en) => facts.Add((zh, en));

    /// <summary>Prints it for a person.</summary>
    public void Print(TextWriter output, bool english)
    {
        output.WriteLine(english ? "Verification of a case file" : "审计卷宗核验报告");
        foreach (var (zh, en) in facts)
        {
            output.WriteLine($"  {(english ? en : zh)}");
        }

        foreach (var fault in faults.Take(MostShown))
        {
            output.WriteLine($"  ✗ {fault.Code}  {fault.Where}: {(english ? fault.En : fault.Zh)}");
        }

        if (faults.Count > MostShown)
        {
            output.WriteLine(english ? $"  … and {faults.Count - MostShown} more" : $"  …… 另有 {faults.Count - MostShown} 处");
        }

        output.WriteLine(faults.Count == 0
            ? english ? "INTACT: every check passed." : "结论：完好，全部核验通过。"
            : english ? $"NOT INTACT: {faults.Count} faults." : $"结论：不完好，共 {faults.Count} 处不符。");
    }
}
