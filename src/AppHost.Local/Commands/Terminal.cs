namespace AppHost.Local.Commands;

/// <summary>The person's terminal, which may be closed at any time.</summary>
internal static class Terminal
{
    private static readonly bool Colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Say(string text) => Write(Console.Out, text);

    public static void Complain(string text) => Write(Console.Error, text);

    public static string Green(string text) => Colour(text, 32);

    public static string Red(string text) => Colour(text, 31);

    public static string Faint(string text) => Colour(text, 2);

    private static string Colour(string text, int code) => Colours ? $"\e[{code}m{text}\e[0m" : text;

    private static void Write(TextWriter writer, string text)
    {
        try
        {
            writer.WriteLine(text);
        }
        catch (IOException)
        {
            // Closed: there is nobody to tell any more.
        }
    }
}
