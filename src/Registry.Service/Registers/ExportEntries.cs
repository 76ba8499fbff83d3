using System.Globalization;
using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Registry.Registers;

/// <summary>All that the filters of a list choose, as a table: every answer of the form, read by the handful while it is sent.</summary>
internal static class ExportEntries
{
    private const int RowsAtOnce = 500;

    public static async Task<IResult> HandleAsync(
        string programme,
        string register,
        Choice<SheetFormat>? format,
        string? state,
        Guid? about,
        string? q,
        DateOnly? on,
        HttpContext http,
        RegistryDb db,
        RegisterDesk desk,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await desk.RulesAsync(programme, register, caller, cancellationToken)).Accepted(out var rules, out var unknown))
        {
            return new ProblemAnswer(unknown);
        }

        if (!EntryQuery.Read(rules.Register, state, about, q, on, http.Request.Query).Accepted(out var query, out var misread))
        {
            return new ProblemAnswer(misread);
        }

        var rows = query.Narrow(db.VisibleTo(caller).AsNoTracking().Where(e => e.Programme == programme && e.Register == register), db);
        var count = await rows.LongCountAsync(cancellationToken);
        if (count >= XlsxSheet.MostRows)
        {
            return new ProblemAnswer(Refusal.Conflict("export-too-large", "export", $"一次最多导出 {XlsxSheet.MostRows - 1} 行，当前条件下有 {count} 行，请增加筛选条件。", $"An export has at most {XlsxSheet.MostRows - 1} rows and this filter {count}; narrow it.")
                .With("rows", count));
        }

        var english = http.Request.PrefersEnglish();
        var name = $"{(english ? register : rules.Register.Label.Zh)}-{on ?? clock.Today:yyyyMMdd}";
        return new SheetDownload(format?.Value ?? SheetFormat.Csv, name, (sheet, ct) => WriteAsync(sheet, rows, rules, on, caller, english, db, ct));
    }

    private static async Task WriteAsync(
        SheetWriter sheet, IQueryable<RegisterEntry> rows, RegisterRules rules, DateOnly? on, Caller caller, bool english, RegistryDb db, CancellationToken cancellationToken)
    {
        var columns = ColumnsOf(rules).ToList();
        await sheet.AddAsync(columns.ConvertAll(column => english ? column.Title.En : column.Title.Zh), cancellationToken);
        Page<RegisterEntry> page;
        string? after = null;
        do
        {
            page = await rows.ToPageAsync(new PageQuery(after, RowsAtOnce), e => e.Id, cancellationToken);
            var dated = await db.AsOfAsync(page.Items, on, cancellationToken);
            var shown = dated.Select(row => row.Entry.ShowsAllTo(caller) ? row : row with { Answers = rules.Register.Shown(row.Answers) }).ToList();
            var names = await db.NamesAsync(caller.Jurisdiction, shown.SelectMany(row => row.Entry.Named(rules.Register, row.Answers)), cancellationToken);
            foreach (var (entry, state, answers) in shown)
            {
                var line = new ExportLine(entry, state, answers, names, english);
                await sheet.AddAsync(columns.ConvertAll(column => column.Cell(line)), cancellationToken);
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>An entry on its way into a table.</summary>
    internal sealed record ExportLine(RegisterEntry Entry, string State, JsonElement Answers, IReadOnlyDictionary<Guid, string> Names, bool English)
    {
        public string Say(Label? label) => label is null ? "" : English ? label.En : label.Zh;

        public string? Name(Guid? id) => id is { } known ? Names.GetValueOrDefault(known) : null;
    }

    internal sealed record Column(Label Title, Func<ExportLine, string?> Cell);

    private static IEnumerable<Column> ColumnsOf(RegisterRules rules)
    {
        yield return new Column(new Label("编号", "Number"), line => line.Entry.Number?.ToString(CultureInfo.InvariantCulture));
        if (rules.Register.About is not null)
        {
            yield return new Column(new Label("针对", "About"), line => line.Name(line.Entry.AboutInstitutionId ?? line.Entry.AboutEntryId));
        }

        foreach (var field in rules.Register.Fields.Where(field => field.Type != FieldType.Attachment))
        {
            yield return new Column(
                field.Type == FieldType.Amount ? new Label($"{field.Label.Zh}（元）", $"{field.Label.En} (yuan)") : field.Label,
                line => EntryAnswers.At(line.Answers, field.Name) is { } answer ? Say(field, answer, line, rules.Pack) : null);
        }

        yield return new Column(new Label("状态", "State"), line => line.State == RegisterEntry.Draft ? line.Say(new Label("草稿", "draft")) : line.Say(rules.Register.StateOf(line.State)?.Label));
        yield return new Column(new Label("起始日", "From"), line => Iso(line.Entry.From));
        yield return new Column(new Label("截止日", "Until"), line => Iso(line.Entry.Until));
        yield return new Column(new Label("终结日", "Ended on"), line => Iso(line.Entry.EndedOn));
        yield return new Column(new Label("登记日", "Filed on"), line => Iso(line.Entry.FiledOn));
        yield return new Column(new Label("提示", "Flags"), line => string.Join("; ", line.Entry.Flags.Select(flag => $"{flag.Clause} {(line.English ? flag.En : flag.Zh)}")));
    }

    private static string Say(FormField field, JsonElement answer, ExportLine line, PolicyPack pack) =>
        field.Type == FieldType.List
            ? string.Join("; ", EntryAnswers.Several(answer).Select(item => string.Join(", ", field.Fields
                .Select(inner => (inner, given: EntryAnswers.At(item, inner.Name)))
                .Where(pair => pair.given is not null)
                .Select(pair => $"{line.Say(pair.inner.Label)}: {Say(pair.inner, pair.given!.Value, line, pack)}"))))
            : string.Join("; ", EntryAnswers.Several(answer).Select(one => Single(field, one, line, pack)));

    private static string Single(FormField field, JsonElement answer, ExportLine line, PolicyPack pack) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => line.Say(field.Options.FirstOrDefault(option => option.Key == EntryAnswers.Plain(answer))?.Label),
        FieldType.Category => line.Say(pack.Category(EntryAnswers.Plain(answer))?.Label),
        FieldType.Flag => line.Say(answer.ValueKind == JsonValueKind.True ? new Label("是", "yes") : new Label("否", "no")),
        FieldType.Link => Guid.TryParse(EntryAnswers.Plain(answer), out var id) ? line.Name(id) ?? "" : "",
        // Without thousands separators, so that the figure can be reckoned with; exact to the fen.
        FieldType.Amount when answer.TryGetInt64(out var fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100}.{fen % 100:00}"),
        _ => EntryAnswers.Plain(answer),
    };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
