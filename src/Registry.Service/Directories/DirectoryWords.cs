using Policies;
using Registry.Applications;

namespace Registry.Directories;

/// <summary>The names of what the directory filters by, as the packs of a day have them; null where a pack has none.</summary>
internal sealed class DirectoryWords(PackLibrary library, DateOnly day)
{
    public Label? Programme(string programme) => library.Ruling(programme, day)?.Title;

    public Label? Category(string programme, string category) => library.Ruling(programme, day)?.Category(category)?.Label;

    public Label? District(string programme, string district) => Option(programme, ApplicationFacts.DistrictField, district);

    public Label? Field(string programme, string? field) => field is null ? null : Option(programme, ApplicationFacts.IndustryField, field);

    private Label? Option(string programme, string field, string key) =>
        library.Ruling(programme, day)?.Fields.FirstOrDefault(f => f.Name == field)?.Options.FirstOrDefault(option => option.Key == key)?.Label;
}
