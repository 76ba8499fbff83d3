using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Directories;

namespace Registry.Data;

/// <summary>The directory's two statements that EF has no expression for. Only names and numbers of ours are put into their text.</summary>
internal static class DirectorySql
{
    /// <summary>
    /// The first <paramref name="count"/> institutions of some groups after a key, newest first. Each group gives at most that many from its
    /// index, and these are merged: the cost is that of the page, however large the groups are. (SQLite knows no lateral join.)
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="after">The last key of the page before.</param>
    /// <param name="name">What the search name must have in it.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<List<Guid>> MergeAsync(
        RegistryDb db, IReadOnlyList<long> groups, Guid? after, string? name, int count, CancellationToken cancellationToken)
    {
        var (top, limit) = db.Database.IsSqlServer() ? ($"TOP({count}) ", "") : ("", $" LIMIT {count}");
        var text = new StringBuilder();
        foreach (var group in groups)
        {
            text.Append(text.Length == 0 ? "" : "\nUNION ALL ")
                .Append(CultureInfo.InvariantCulture, $"SELECT * FROM (SELECT {top}\"InstitutionId\" FROM \"{DirectoryModel.Entries}\" WHERE \"GroupId\" = {group}")
                .Append(after is null ? "" : " AND \"InstitutionId\" < {0}")
                .Append(name is null ? "" : $" AND {Contains(db)}")
                .Append(" ORDER BY \"InstitutionId\" DESC").Append(limit).Append(") AS g");
        }

        var sql = $"SELECT {top}\"InstitutionId\" AS \"Value\" FROM ({text}) AS merged ORDER BY \"InstitutionId\" DESC{limit}";
        return db.Database.SqlQueryRaw<Guid>(sql, after ?? Guid.Empty, name ?? "").ToListAsync(cancellationToken);
    }

    /// <summary>Counts a group's institutions up or down; the first one founds the group. Two who found it at once both succeed.</summary>
    public static Task CountAsync(RegistryDb db, DirectoryTraits traits, int more, CancellationToken cancellationToken)
    {
        const string columns = "\"Id\", \"Jurisdiction\", \"Programme\", \"Category\", \"District\", \"Field\", \"Standing\", \"Count\"";
        var field = traits.Field is null ? "NULL" : "@p5";
        var sql = db.Database.IsSqlServer()
            ? $"""
               MERGE "{DirectoryModel.Groups}" WITH (HOLDLOCK) AS known USING (SELECT @p0 AS "Id") AS asked ON known."Id" = asked."Id"
               WHEN MATCHED THEN UPDATE SET "Count" = known."Count" + @p7
               WHEN NOT MATCHED THEN INSERT ({columns}) VALUES (@p0, @p1, @p2, @p3, @p4, {field}, @p6, @p7);
               """
            : $"""
               INSERT INTO "{DirectoryModel.Groups}" AS known ({columns}) VALUES (@p0, @p1, @p2, @p3, @p4, {field}, @p6, @p7)
               ON CONFLICT ("Id") DO UPDATE SET "Count" = known."Count" + @p7
               """;
        return db.Database.ExecuteSqlRawAsync(
            sql, [traits.GroupId, traits.Jurisdiction, traits.Programme, traits.Category, traits.District, traits.Field ?? "", traits.Standing, more], cancellationToken);
    }

    private static string Contains(RegistryDb db) => db.Database.ProviderName switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "strpos(\"SearchName\", {1}) > 0",
        "Microsoft.EntityFrameworkCore.SqlServer" => "CHARINDEX({1}, \"SearchName\") > 0",
        _ => "instr(\"SearchName\", {1}) > 0",
    };
}
