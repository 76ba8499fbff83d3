namespace Demo;

/// <summary>Tells the story while it is played: chapters, steps with their figures, refusals with their clause.</summary>
/// <param name="output">Where to.</param>
public sealed class Narrator(TextWriter output)
{
    private readonly long began = TimeProvider.System.GetTimestamp();
    private int chapters;

    /// <summary>A new chapter, with the business day on which it begins and the seconds that the story has taken.</summary>
    public void Chapter(DateOnly day, string zh, string en) =>
        output.WriteLine($"\n{++chapters}. [{day:yyyy-MM-dd}] {zh}  ({TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s)\n   {en}");

    /// <summary>Something was done.</summary>
    public void Done(string zh, string en) => output.WriteLine($"   ✓ {zh} — {en}");

    /// <summary>A line of the table at the end.</summary>
    public void Row(params IReadOnlyList<string> cells) => output.WriteLine($"   {string.Join("  |  ", cells)}");

    /// <summary>Something was rightly refused.</summary>
    public void Refused(Refused refused) => output.WriteLine($"   ✗ [{refused.Clause}] {refused.Zh}\n              {refused.En}");
}
