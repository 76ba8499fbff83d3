namespace Policies.Evaluation;

/// <summary>A form of name with <c>*</c> for what varies: <c>舟山市*产业创新中心</c>, <c>*鄂州*</c>.</summary>
internal static class NameForm
{
    internal static bool Matches(string form, string? name)
    {
        // White space within a name must not be a way around the form.
        var bare = string.Concat((name ?? "").Where(c => !char.IsWhiteSpace(c)));
        var parts = form.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(bare, form, StringComparison.Ordinal);
        }

        var at = bare.StartsWith(parts[0], StringComparison.Ordinal) ? parts[0].Length : -1;
        foreach (var part in parts[1..^1])
        {
            at = at < 0 || bare.IndexOf(part, at, StringComparison.Ordinal) is not (>= 0 and var found) ? -1 : found + part.Length;
        }

        return at >= 0 && bare.Length - at >= parts[^1].Length && bare.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
