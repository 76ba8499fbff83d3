using System.Globalization;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Directories;

namespace Bench;

/// <summary>
/// Fills an empty register set-based: four programmes of four bureaus, some three thousand groups, names of eleven characters. Each trait is
/// drawn for itself, so that every bureau has every standing, type, district and word in the same measure.
/// </summary>
internal static class FillDirectory
{
    public const int Programmes = 4;
    public const int Categories = 5;
    public const int Districts = 6;
    public const int Fields = 4;
    public const string Cities = "舟山杭州宁波温州嘉兴湖州绍兴金华衢州台州丽水武汉鄂州襄阳宜昌长治上海苏州北京深圳";
    public const string Trades = "船舶药物材料芯片光电新能环保农业海洋航天智造软件通信食品纺织冶金化工建筑交通医疗";
    public const string Kinds = "创新中心研究院所孵化基地飞地园区转化平台中试基地实验中心技术联盟";

    /// <summary>By how often they are met: seven of ten are recognised, one of a hundred is revoked.</summary>
    public static readonly (string Standing, int UpTo)[] Standing =
    [
        (Standings.Recognised, 70), (Standings.Filed, 80), (Standings.UnderConstruction, 90), (Standings.UnderRectification, 96), (Standings.Delisted, 99), (Standings.Revoked, 100),
    ];

    public static async Task RunAsync(RegistryDb db, int rows)
    {
        await db.Database.EnsureCreatedAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var postgres = db.Database.IsNpgsql();
        await db.Database.OpenConnectionAsync();

        // A scratch database: what a power cut would take is made anew.
        await db.Database.ExecuteSqlRawAsync(postgres
            ? "SET work_mem = '512MB'; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off"
            : "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY");
        var (series, id) = postgres
            ? ($"SELECT n FROM generate_series(1, {rows}) AS s(n)", "(lpad(to_hex(n / 65536), 8, '0') || '-' || lpad(to_hex(n % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid")
            : ($"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {rows}) SELECT n FROM s", "printf('%08X-%04X-7000-8000-%012X', n / 65536, n % 65536, n)");
        var (empty, no, json) = postgres ? ("ARRAY[]::uuid[]", "FALSE", "'[]'::jsonb") : ("'[]'", "0", "'[]'");
        string Word(string words, int length, int draw) => $"substr('{words}', CAST({Drawn(words.Length / length, draw)} AS integer) * {length} + 1, {length})";
        var standing = string.Concat(Standing.Select(kind => $" WHEN {Drawn(100, draw: 1)} < {kind.UpTo} THEN '{kind.Standing}'"));
        var day = postgres ? $"DATE '2020-01-01' + CAST({Drawn(2000, draw: 2)} AS integer)" : $"date('2020-01-01', '+' || {Drawn(2000, draw: 2)} || ' days')";
        var decided = postgres ? "TIMESTAMPTZ '2026-01-01 00:00:00Z'" : "'2026-01-01 00:00:00'";

        async Task ExecuteAsync(string sql) => await db.Database.ExecuteSqlRawAsync(sql);
        await ExecuteAsync(
            $"""
             INSERT INTO "Institutions" ("Id", "Programme", "Jurisdiction", "District", "Name", "Category", "Field", "ImplementingBodyCode", "ImplementingBodyName", "CoBuilt",
               "Absorbed", "LeadBodies", "Standing", "StandingSince", "DecisionNumber", "RecognisedOn", "OpinionsIssued", "Version", "IsJointlyBuilt")
             SELECT {id}, 'programme-' || {Drawn(Programmes, draw: 3)}, 'bureau-' || {Drawn(Programmes, draw: 3)}, 'district-' || {Drawn(Districts, draw: 4)},
               {Word(Cities, 2, draw: 5)} || {Word(Trades, 2, draw: 6)} || {Word(Kinds, 4, draw: 7)} || n,
               'type-' || {Drawn(Categories, draw: 8)}, NULLIF('field-' || {Drawn(Fields, draw: 9)}, 'field-0'), '9133' || n, '某某公司', {no},
               {empty}, {json}, CASE {standing} END, {day}, '文', {day}, 0, 1, {no}
             FROM ({series}) AS numbers
             """);
        await ExecuteAsync(
            $"""
             INSERT INTO "StandingEntry" ("Id", "InstitutionId", "Number", "Standing", "EffectiveFrom", "DecisionNumber", "DecidedOn", "Clause", "RecordedAt", "RecordedBySubject", "RecordedByName")
             SELECT "Id", "Id", 1, "Standing", "StandingSince", '文', "StandingSince", 'ZS-17', {decided}, 'clerk', '某' FROM "Institutions"
             """);
        await GroupAsync(db);
        await ExecuteAsync(
            """
            INSERT INTO "DirectoryEntry" ("InstitutionId", "GroupId", "SearchName")
            SELECT i."Id", g."Id", i."Name" FROM "Institutions" i INNER JOIN "DirectoryGroup" g
              ON g."Programme" = i."Programme" AND g."Category" = i."Category" AND g."District" = i."District" AND COALESCE(g."Field", '') = COALESCE(i."Field", '') AND g."Standing" = i."Standing"
            """);
        var positions = string.Join(", ", Enumerable.Range(1, 20).Select(at => string.Create(CultureInfo.InvariantCulture, $"({at})")));
        await ExecuteAsync(
            $"""
             WITH positions(at) AS (SELECT * FROM (VALUES {positions}) AS p)
             INSERT INTO "NameBigram" ("Bigram", "InstitutionId")
             SELECT DISTINCT substr("SearchName", at, 2), "InstitutionId" FROM "DirectoryEntry" INNER JOIN positions ON at < length("SearchName") ORDER BY 1, 2
             """);
        await ExecuteAsync("ANALYZE");
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>The n-th number of a sequence of its own for each draw, from 0 to below <paramref name="among"/>; the same in every database.</summary>
    private static string Drawn(int among, int draw) => $"((CAST(n AS bigint) * {48271 + (6700417 * draw)} % 2147483647) / 1000 % {among})";

    private static async Task GroupAsync(RegistryDb db)
    {
        var groups = await db.Institutions.GroupBy(i => new { i.Jurisdiction, i.Programme, i.Category, i.District, i.Field, i.Standing })
            .Select(same => new { Traits = new DirectoryTraits(same.Key.Jurisdiction, same.Key.Programme, same.Key.Category, same.Key.District, same.Key.Field, same.Key.Standing), Count = same.Count() })
            .ToListAsync();
        foreach (var group in groups)
        {
            var traits = group.Traits;
            db.Add(new DirectoryGroup
            {
                Id = traits.GroupId,
                Jurisdiction = traits.Jurisdiction,
                Programme = traits.Programme,
                Category = traits.Category,
                District = traits.District,
                Field = traits.Field,
                Standing = traits.Standing,
                Count = group.Count,
            });
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
