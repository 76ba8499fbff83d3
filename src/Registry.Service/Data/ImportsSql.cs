using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Directories;
using Registry.Imports;
using Registry.Institutions;

namespace Registry.Data;

/// <summary>
/// Staged rows become institutions by a statement for each table, whatever their number: EF has no expression for inserting what was
/// selected. Columns are taken from the model: one that is new and may be empty stays empty, one that may not must be given here.
/// </summary>
[SuppressMessage("Security", "EF1002", Justification = "Only names and words of ours are put into the text.")]
internal static class ImportsSql
{
    /// <summary>Inserts institutions, the histories of their standing and their places in the directory, in the running write.</summary>
    /// <param name="db">The register.</param>
    /// <param name="import">What takes effect.</param>
    /// <param name="earlier">As what a body of each category came on the register first; words of the pack.</param>
    /// <param name="clause">The clause of the entry.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task TakeEffectAsync(
        RegistryDb db, Import import, IEnumerable<(string Category, string Standing)> earlier, string clause, DateTime now, CancellationToken cancellationToken)
    {
        object[] values = [import.Id, import.Programme, import.Jurisdiction, import.ConfirmedBySubject!, import.ConfirmedByName!, clause, now];
        var entry = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(StandingEntry.Id)] = "r.\"EntryId\"",
            [nameof(StandingEntry.Number)] = "CASE WHEN r.\"RecognitionEntryId\" IS NULL THEN 1 ELSE 2 END",
            [nameof(StandingEntry.EffectiveFrom)] = "r.\"StandingSince\"",
            [nameof(StandingEntry.Clause)] = "{5}",
            [nameof(StandingEntry.RecordedAt)] = "{6}",
            [nameof(StandingEntry.RecordedBySubject)] = "{3}",
            [nameof(StandingEntry.RecordedByName)] = "{4}",
        };
        var recognition = new Dictionary<string, string>(entry, StringComparer.Ordinal)
        {
            [nameof(StandingEntry.Id)] = "r.\"RecognitionEntryId\"",
            [nameof(StandingEntry.Number)] = "1",
            [nameof(StandingEntry.Standing)] = $"CASE r.\"Category\" {string.Join(' ', earlier.Select(one => $"WHEN '{one.Category}' THEN '{one.Standing}'"))} ELSE '{Contracts.Registry.Standings.Recognised}' END",
            [nameof(StandingEntry.EffectiveFrom)] = "r.\"RecognisedOn\"",
            [nameof(StandingEntry.DecidedOn)] = "r.\"RecognisedOn\"",
            [nameof(StandingEntry.DecisionNumber)] = "r.\"RecognitionNumber\"",
        };
        await db.Database.ExecuteSqlRawAsync(Insert<Institution>(db, OfInstitution(db)), values, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Insert<StandingEntry>(db, recognition, "AND r.\"RecognitionEntryId\" IS NOT NULL"), values, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Insert<StandingEntry>(db, entry), values, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Insert<DirectoryEntry>(db, []), values, cancellationToken);
    }

    /// <summary>
    /// The bigrams of the names of some lines, each once, however often this is begun again. They may come before the effect: what has no
    /// place in the directory is found by nobody.
    /// </summary>
    public static Task SpellAsync(RegistryDb db, Guid importId, int fromLine, int upToLine, CancellationToken cancellationToken)
    {
        var (substring, length) = db.Database.IsSqlServer() ? ("SUBSTRING", "LEN") : ("substr", "length");
        var positions = string.Join(", ", Enumerable.Range(1, ImportColumns.All[0].Most - 1).Select(at => $"({at})"));
        return db.Database.ExecuteSqlRawAsync(
            $"""
             WITH positions(at) AS (SELECT * FROM (VALUES {positions}) AS p{(db.Database.IsSqlite() ? "" : "(at)")})
             INSERT INTO "NameBigram" ("Bigram", "InstitutionId")
             SELECT DISTINCT {substring}(r."SearchName", at, 2), r."InstitutionId"
             FROM "{ImportsModel.Rows}" r INNER JOIN positions ON at < {length}(r."SearchName")
             WHERE r."ImportId" = @p0 AND r."Line" >= @p1 AND r."Line" <= @p2
               AND NOT EXISTS (SELECT 1 FROM "NameBigram" b WHERE b."Bigram" = {substring}(r."SearchName", at, 2) AND b."InstitutionId" = r."InstitutionId")
             """,
            [importId, fromLine, upToLine],
            cancellationToken);
    }

    private static Dictionary<string, string> OfInstitution(RegistryDb db) => new(StringComparer.Ordinal)
    {
        [nameof(Institution.Id)] = "r.\"InstitutionId\"",
        [nameof(Institution.Programme)] = "{1}",
        [nameof(Institution.Jurisdiction)] = "{2}",
        [nameof(Institution.CoBuilt)] = Flag(db),
        [nameof(Institution.IsJointlyBuilt)] = Flag(db),
        [nameof(Institution.OpinionsIssued)] = "0",
        [nameof(Institution.RecognisedPerson)] = $"CASE WHEN r.\"Standing\" IN ({RecognisedOnes}) THEN r.\"CentreCode\" END",
        [nameof(Institution.Absorbed)] = IsPostgres(db) ? "ARRAY[]::uuid[]" : "'[]'",
        [nameof(Institution.Version)] = "1",
    };

    private static string RecognisedOnes =>
        string.Join(", ", StandingWords.All.Select(word => word.Key).Where(Contracts.Registry.Standings.IsRecognised).Select(key => $"'{key}'"));

    private static bool IsPostgres(RegistryDb db) => db.Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    private static string Flag(RegistryDb db) => IsPostgres(db) ? "FALSE" : "0";

    private static string EmptyJson(RegistryDb db) => IsPostgres(db) ? "'[]'::jsonb" : "'[]'";

    private static string Insert<TTarget>(RegistryDb db, Dictionary<string, string> given, string and = "")
    {
        var staged = db.Model.FindEntityType(typeof(ImportRow))!.GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var target = db.Model.FindEntityType(typeof(TTarget))!;
        var columns = target.GetProperties()
            .Select(property => (Column: property.GetColumnName(), Value: given.GetValueOrDefault(property.Name) ?? (staged.Contains(property.Name) ? $"r.\"{property.Name}\"" : Empty(property))))
            .Where(column => column.Value is not null)
            .Concat(target.GetNavigations().Where(lists => lists.TargetEntityType.IsMappedToJson()).Select(lists => (Column: lists.TargetEntityType.GetContainerColumnName()!, Value: (string?)EmptyJson(db))))
            .ToList();
        return $"""
                INSERT INTO "{target.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column.Column}\""))})
                SELECT {string.Join(", ", columns.Select(column => column.Value))}
                FROM "{ImportsModel.Rows}" r WHERE r."ImportId" = {Parameter(0)} AND r."LeftOut" = {Flag(db)} {and}
                """;
    }

    private static string Parameter(int at) => "{" + at + "}";

    private static string? Empty(IProperty property) => property.IsNullable
        ? null
        : throw new InvalidOperationException($"An import does not say what {property.DeclaringType.DisplayName()}.{property.Name} becomes.");
}
