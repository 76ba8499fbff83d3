using System.Globalization;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Registry.Directories;

/// <summary>All that a filter chooses, as a table: the same rows as the list, read page by page while they are sent.</summary>
internal static class ExportDirectory
{
    /// <summary>What everybody may take at once; a whole register of a million rows is for who is signed in.</summary>
    public const int MostPublicRows = 20_000;

    private const int RowsAtOnce = 1000;

    public static async Task<IResult> PublicAsync(
        string? jurisdiction,
        Choice<SheetFormat>? format,
        [AsParameters] DirectoryQuery query,
        HttpContext http,
        FindInstitutions find,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var asked = query.In(string.IsNullOrWhiteSpace(jurisdiction) ? null : jurisdiction, clock);
        return await ExportAsync(asked, format, MostPublicRows, withCodes: false, http, find, db, packs, clock, cancellationToken);
    }

    public static Task<IResult> HandleAsync(
        Choice<SheetFormat>? format,
        [AsParameters] DirectoryQuery query,
        HttpContext http,
        FindInstitutions find,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken) =>
        ExportAsync(query.For(http.Caller(), clock), format, XlsxSheet.MostRows - 1, withCodes: true, http, find, db, packs, clock, cancellationToken);

    private static async Task<IResult> ExportAsync(
        Outcome<DirectoryFilter> asked,
        Choice<SheetFormat>? format,
        int mostRows,
        bool withCodes,
        HttpContext http,
        FindInstitutions find,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        if (!asked.Accepted(out var filter, out var refused) || (refused = await CheckSizeAsync(filter, mostRows, find, db, cancellationToken)) is not null)
        {
            return ((Outcome<DirectoryRow>)refused).ToHttp();
        }

        var (words, english) = (new DirectoryWords(await packs.OpenAsync(cancellationToken), clock.Today), http.Request.PrefersEnglish());
        var columns = ColumnsOf(words).Where(column => withCodes || !column.SignedIn).ToList();
        var name = $"{(english ? "institutions" : "机构名录")}-{filter.AsOf?.On ?? clock.Today:yyyyMMdd}";
        return new SheetDownload(format?.Value ?? SheetFormat.Csv, name, async (sheet, ct) =>
        {
            await sheet.AddAsync(columns.ConvertAll(column => column.Title(english)), ct);
            Guid? after = null;
            do
            {
                var ids = await find.PageAsync(filter, after, RowsAtOnce, ct);
                foreach (var row in await ListDirectory.RowsAsync(ids, filter.AsOf, db, ct))
                {
                    await sheet.AddAsync(columns.ConvertAll(column => column.Cell(row, english)), ct);
                }

                after = ids.Count == RowsAtOnce ? ids[^1] : null;
            }
            while (after is not null);
        });
    }

    /// <summary>
    /// Counted by groups, as a past day had no more bodies than are known now. Groups know neither names nor parks: where these may narrow
    /// too many to few enough, the keys are counted, as far as it matters.
    /// </summary>
    private static async Task<Refusal?> CheckSizeAsync(DirectoryFilter filter, int mostRows, FindInstitutions find, RegistryDb db, CancellationToken cancellationToken)
    {
        var chosen = filter.AsOf is null ? filter : filter with { Standings = [] };
        var rows = await chosen.Of(db.DirectoryGroups).SumAsync(g => (long)g.Count, cancellationToken);
        if (rows > mostRows && (filter.Name is not null || filter.Park is not null))
        {
            rows = (await find.PageAsync(filter, after: null, mostRows + 1, cancellationToken)).Count;
        }

        return rows <= mostRows
            ? null
            : Refusal.Conflict("export-too-large", "export", $"一次最多导出 {mostRows} 行，当前条件下约有 {rows} 行，请增加筛选条件。", $"An export has at most {mostRows} rows and this filter about {rows}; narrow it.")
                .With("rows", rows)
                .With("mostRows", mostRows);
    }

    private static Column[] ColumnsOf(DirectoryWords words) =>
    [
        new("项目", "Programme", row => words.Programme(row.Programme), row => row.Programme),
        new("机构名称", "Name", _ => null, row => row.Name),
        new("类型", "Type", row => words.Category(row.Programme, row.Category), row => row.Category),
        new("领域", "Field", row => words.Field(row.Programme, row.Field), row => row.Field),
        new("所在区县", "District", row => words.District(row.Programme, row.District), row => row.District),
        new("实施主体", "Implementing body", _ => null, row => row.ImplementingBodyName),
        new("统一社会信用代码", "Social credit code", _ => null, row => row.ImplementingBodyCode) { SignedIn = true },
        new("状态", "Standing", row => StandingWords.LabelOf(row.Standing), row => row.Standing),
        new("状态起始日", "Since", _ => null, row => Iso(row.StandingSince)),
        new("认定日期", "Recognised on", _ => null, row => row.RecognisedOn is { } day ? Iso(day) : null),
        new("文号", "Document", _ => null, row => row.DecisionNumber),
    ];

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A column: its title, and what it says of a row, in words where there are some.</summary>
    private sealed record Column(string Zh, string En, Func<InstitutionRow, Label?> Label, Func<InstitutionRow, string?> Text)
    {
        /// <summary>Whether it is for who is signed in.</summary>
        public bool SignedIn { get; init; }

        public string Title(bool english) => english ? En : Zh;

        public string? Cell(InstitutionRow row, bool english) => Label(row) is { } label ? english ? label.En : label.Zh : Text(row);
    }
}
