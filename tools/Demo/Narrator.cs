namespace Demo;

/// <summary>Tells the story while it is played: chapters, steps with their figures, refusals with their clause.</summary>
/// <param name="output">Where to.</param>
public sealed class Narrator(TextWriter output)
{
    private int chapters;

    /// <summary>A new chapter.</summary>
    public void Chapter(string zh, string en) => output.WriteLine($"\n{++chapters}. {zh}\n   {en}");

    /// <summary>Something was done.</summary>
    public void Done(string zh, string en) => output.WriteLine($"   ✓ {zh} — {en}");

    /// <summary>Something was rightly refused.</summary>
    public void Refused(Refused refused) => output.WriteLine($"   ✗ [{refused.Clause}] {refused.Zh}\n              {refused.En}");
}
