using Contracts.Refusals;
using Policies.Loading;

namespace Policies.Places;

/// <summary>Reads the platform's file of places, strictly.</summary>
public static class PlaceLoader
{
    private static readonly Dictionary<string, string> Kinds = PlaceKinds.All.ToDictionary(kind => kind, kind => kind, StringComparer.Ordinal);

    /// <summary>Reads the places; refused with every problem of the file, each with its line and key.</summary>
    public static Outcome<PlaceFile> Load(string text, string fileName)
    {
        var problems = new LoadProblems(fileName);
        var places = new YamlTree(problems).Read(text) is { } root ? Read(new Section(root, "", problems)) : null;
        return places is null || problems.Any ? problems.ToRefusal() : places;
    }

    /// <summary>Reads the platform's file.</summary>
    /// <exception cref="PolicyException">It does not load.</exception>
    public static PlaceFile LoadFile(string path) => Content.Read(path, Load);

    private static PlaceFile Read(Section file)
    {
        var places = file.List("places", place => ReadPlace(place));
        PackWords.CheckUnique(file, "places", places.Select(place => $"{place.Jurisdiction}/{place.Code}"));
        foreach (var park in places.Where(place => place.Parent is not null && !places.Any(other => Holds(other, place))))
        {
            file.Wrong("places", $"“{park.Code}”的上级“{park.Parent}”不是本地区的县（区）或功能区。", $"The parent '{park.Parent}' of '{park.Code}' is no district or zone of the jurisdiction.");
        }

        file.Done();
        return new PlaceFile(places);
    }

    private static bool Holds(KnownPlace other, KnownPlace park) =>
        other.Code == park.Parent && other.Jurisdiction == park.Jurisdiction && other.Kind != PlaceKinds.Park;

    private static KnownPlace ReadPlace(Section section)
    {
        var place = new KnownPlace(
            section.Name("jurisdiction"),
            section.Name("code"),
            section.OneOf("kind", Kinds),
            section.OptionalText("parent"),
            section.Label(),
            section.Day("from"),
            section.OptionalDay("until"));
        if (place.Parent is null == (place.Kind == PlaceKinds.Park))
        {
            section.Wrong("parent", "园区须注明所在县（区）或功能区，其余不得注明。", "A park names the district or zone that it lies in, and nothing else does.");
        }

        if (place.Until < place.From)
        {
            section.Wrong("until", "截止日早于起始日。", "It ends before it begins.");
        }

        return place;
    }
}
