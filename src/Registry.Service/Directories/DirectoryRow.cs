using Policies;
using Registry.Institutions;

namespace Registry.Directories;

/// <summary>A line of the public directory: what everybody may know of an institution.</summary>
internal sealed record DirectoryRow
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required Label? ProgrammeLabel { get; init; }

    public required string Name { get; init; }

    /// <summary>Its type: a category of the programme.</summary>
    public required string Type { get; init; }

    public required Label? TypeLabel { get; init; }

    public required string District { get; init; }

    public required Label? DistrictLabel { get; init; }

    /// <summary>What it specialises in; null where the programme does not ask.</summary>
    public required string? Field { get; init; }

    public required Label? FieldLabel { get; init; }

    public required string ImplementingBodyName { get; init; }

    public required string? CentreName { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required DateOnly? RecognisedOn { get; init; }

    public required string DecisionNumber { get; init; }

    public static DirectoryRow Of(InstitutionRow row, DirectoryWords words) => new()
    {
        Id = row.Id,
        Jurisdiction = row.Jurisdiction,
        Programme = row.Programme,
        ProgrammeLabel = words.Programme(row.Programme),
        Name = row.Name,
        Type = row.Category,
        TypeLabel = words.Category(row.Programme, row.Category),
        District = row.District,
        DistrictLabel = words.District(row.Programme, row.District),
        Field = row.Field,
        FieldLabel = words.Field(row.Programme, row.Field),
        ImplementingBodyName = row.ImplementingBodyName,
        CentreName = row.CentreName,
        Standing = row.Standing,
        StandingSince = row.StandingSince,
        RecognisedOn = row.RecognisedOn,
        DecisionNumber = row.DecisionNumber,
    };
}
