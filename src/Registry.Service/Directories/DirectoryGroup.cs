using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Registry.Institutions;

namespace Registry.Directories;

/// <summary>What institutions that the filters cannot tell apart have in common.</summary>
internal sealed record DirectoryTraits(string Jurisdiction, string Programme, string Category, string District, string? Field, string Standing)
{
    public static DirectoryTraits Of(Institution institution) => new(
        institution.Jurisdiction, institution.Programme, institution.Category, institution.District, institution.Field, institution.Standing);

    /// <summary>The key of their group, the same on every machine: nobody has to look it up, and two who found it at once found the same.</summary>
    public long GroupId =>
        BinaryPrimitives.ReadInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Jurisdiction, Programme, Category, District, Field, Standing))));
}

/// <summary>
/// All institutions of the same traits, and how many there are. There are some hundred groups whatever the number of institutions, so
/// that any combination of filters is a few groups, and what they count is known without counting.
/// </summary>
internal sealed class DirectoryGroup
{
    public required long Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required string Category { get; init; }

    public required string District { get; init; }

    public required string? Field { get; init; }

    public required string Standing { get; init; }

    public required int Count { get; init; }
}

/// <summary>An institution's place in the directory.</summary>
internal sealed class DirectoryEntry
{
    public required Guid InstitutionId { get; init; }

    public required long GroupId { get; init; }

    /// <summary>Its name as it is searched.</summary>
    public required string SearchName { get; init; }
}

/// <summary>Two characters that stand side by side in an institution's name: Chinese has no words to index.</summary>
internal sealed class NameBigram
{
    public required string Bigram { get; init; }

    public required Guid InstitutionId { get; init; }
}
