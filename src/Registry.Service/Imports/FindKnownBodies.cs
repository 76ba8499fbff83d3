using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Bans;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Clock;

namespace Registry.Imports;

/// <summary>What the register has against rows: their body is on it already, or one of their parties is barred.</summary>
internal sealed class FindKnownBodies(RegistryDb db, BusinessClock clock)
{
    private sealed record Known(Guid Id, string Name, string Category, string ImplementingBodyCode, string? CentreCode, string? Place);

    /// <summary>What the register knows of these rows.</summary>
    public async Task<IEnumerable<(ImportRow Row, RowProblem Problem)>> AskAsync(Import import, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var names = rows.Select(row => row.Name).ToList();
        var codes = rows.Select(row => row.ImplementingBodyCode).ToList();
        var centres = rows.Select(row => row.CentreCode).OfType<string>().ToList();
        var bearers = await db.Institutions.AsNoTracking()
            .Where(i => i.Jurisdiction == import.Jurisdiction && names.Contains(i.Name))
            .Select(i => i.Name)
            .ToListAsync(cancellationToken);
        var bodies = await OfAsync(import, i => codes.Contains(i.ImplementingBodyCode), cancellationToken);
        bodies.AddRange(await OfAsync(import, i => i.CentreCode != null && centres.Contains(i.CentreCode), cancellationToken));
        var (taken, byCode, byCentre) = (
            bearers.ToHashSet(StringComparer.Ordinal),
            bodies.ToLookup(body => (body.ImplementingBodyCode, body.Category)),
            bodies.Where(body => body.CentreCode is not null).ToLookup(body => body.CentreCode!, StringComparer.Ordinal));
        var bans = await BansAsync(import, rows, cancellationToken);
        return rows.SelectMany(row =>
            Judge(row, taken, byCode, byCentre).Concat(Barred(row, bans, import.Programme, clock.Today)).Select(problem => (row, problem)));
    }

    /// <summary>Nobody barred comes on the register, neither on the day of the document nor today; who has lost its standing comes with that.</summary>
    public static IEnumerable<RowProblem> Barred(ImportRow row, IReadOnlyList<Ban> bans, string programme, DateOnly today)
    {
        var banned = Standings.HasEnded(row.Standing)
            ? null
            : FindBan.Decide(bans, programme, row.Category, PartiesOf(row), row.DecidedOn) ?? FindBan.Decide(bans, programme, row.Category, PartiesOf(row), today);
        return banned is null ? [] : [new RowProblem(ImportColumns.BodyCode, row.ImplementingBodyCode, $"{banned.Clause}：{banned.Zh}", $"{banned.Clause}: {banned.En}")];
    }

    private static Parties PartiesOf(ImportRow row) => new(row.CentreCode, row.ImplementingBodyCode, [], row.HostCode, row.Place);

    private async Task<List<Ban>> BansAsync(Import import, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var asked = rows.Where(row => !Standings.HasEnded(row.Standing)).ToList();
        return asked.Count == 0
            ? []
            : await db.BansOfAsync(
                [.. asked.SelectMany(row => PartiesOf(row).Codes()).Distinct(StringComparer.Ordinal)], import.Jurisdiction, asked.Min(row => row.DecidedOn), cancellationToken);
    }

    private Task<List<Known>> OfAsync(Import import, System.Linq.Expressions.Expression<Func<Institution, bool>> which, CancellationToken cancellationToken) =>
        db.Institutions.AsNoTracking()
            .Where(i => i.Programme == import.Programme && i.Jurisdiction == import.Jurisdiction)
            .Where(which)
            .Select(i => new Known(i.Id, i.Name, i.Category, i.ImplementingBodyCode, i.CentreCode, i.Place))
            .ToListAsync(cancellationToken);

    private static IEnumerable<RowProblem> Judge(
        ImportRow row, HashSet<string> taken, ILookup<(string Body, string Category), Known> byCode, ILookup<string, Known> byCentre)
    {
        if (taken.Contains(row.Name))
        {
            yield return new RowProblem(ImportColumns.Name, row.Name, "已有机构使用该名称。", "An institution bears this name already.");
        }

        // The same question as SameBody asks of an application (ZS-04): years of support must not begin anew under another name.
        var same = row.CentreCode is { } centre
            ? byCentre[centre].Concat(byCode[(row.ImplementingBodyCode, row.Category)].Where(body => body.CentreCode is null)).FirstOrDefault(IsThere)
            : byCode[(row.ImplementingBodyCode, row.Category)].FirstOrDefault(IsThere);
        if (same is not null)
        {
            yield return new RowProblem(
                ImportColumns.BodyCode, row.ImplementingBodyCode, $"该单位在同一类型已作为“{same.Name}”在册。", $"This body is on the register already as '{same.Name}'.");
        }

        bool IsThere(Known body) => SameBody.AreAt(body.Place, row.Place);
    }
}

/// <summary>Which rows of one table name the same body or bear the same name; remembers the lines that it has seen.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Category), List<(int Line, string? Place)>> bodies = [];

    /// <summary>The faults of a row that repeats one higher up.</summary>
    public IEnumerable<RowProblem> Ask(ImportRow row)
    {
        if (!names.TryAdd(row.Name, row.Line))
        {
            yield return new RowProblem(ImportColumns.Name, row.Name, $"与第 {names[row.Name]} 行的名称重复。", $"Line {names[row.Name]} has the same name.");
        }

        var body = row.CentreCode is { } centre ? (centre, "") : (row.ImplementingBodyCode, row.Category);
        var higher = bodies.TryGetValue(body, out var seen) ? seen : bodies[body] = [];
        if (higher.Exists(one => SameBody.AreAt(one.Place, row.Place)))
        {
            var line = higher.Find(one => SameBody.AreAt(one.Place, row.Place)).Line;
            yield return new RowProblem(
                row.CentreCode is null ? ImportColumns.BodyCode : ImportColumns.CentreCode,
                body.Item1,
                $"与第 {line} 行是同一单位、同一类型。",
                $"Line {line} is the same body of the same type.");
        }

        higher.Add((row.Line, row.Place));
    }
}
