using Policies;

namespace Registry.Packs;

/// <summary>Posts in a programme's own words: one has a district science department where another has an operating company.</summary>
internal static class RoleWords
{
    /// <summary>Roles as a pack calls them, for people.</summary>
    public static Label Called(this PolicyPack pack, params IReadOnlyList<string> roles)
    {
        var labels = roles.Select(role => pack.Roles.FirstOrDefault(known => known.Key == role)?.Label ?? new Label(role, role)).ToList();
        return new Label(string.Join("、", labels.Select(label => label.Zh)), string.Join(", ", labels.Select(label => label.En)));
    }
}
