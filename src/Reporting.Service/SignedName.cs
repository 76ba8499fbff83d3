using ServiceDefaults.Authentication;

namespace Reporting;

/// <summary>How who acts signs what is kept (P-5).</summary>
internal static class Signing
{
    /// <summary>The person's name; of a deputy also for whom it acted, as it is signed on paper: 王五（代李四）.</summary>
    public static string SignedName(this Caller caller) => caller.For is { } principal ? $"{caller.Name}（代{principal.Name}）" : caller.Name;

    /// <summary>Whose hands are in it: the person's, and those of the one for whom it acted.</summary>
    public static IEnumerable<string> Hands(this Caller caller) => caller.For is { } principal ? [caller.Subject, principal.Subject] : [caller.Subject];
}
