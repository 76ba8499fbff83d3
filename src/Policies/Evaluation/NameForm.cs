namespace Policies.Evaluation;

/// <summary>A form of name with one <c>*</c> for what varies: <c>舟山市*产业创新中心</c>.</summary>
internal static class NameForm
{
    internal static bool Matches(string form, string? name)
    {
        // White space within a name must not be a way around the form.
        var bare = string.Concat((name ?? "").Where(c => !char.IsWhiteSpace(c)));
        var parts = form.Split('*');
        return parts.Length == 2
            ? bare.Length >= parts[0].Length + parts[1].Length && bare.StartsWith(parts[0], StringComparison.Ordinal) && bare.EndsWith(parts[1], StringComparison.Ordinal)
            : string.Equals(bare, form, StringComparison.Ordinal);
    }
}
