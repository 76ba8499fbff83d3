using Funding.BureauTables;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>A shadow run in a list.</summary>
internal sealed record ShadowRunView(
    Guid Id,
    string Programme,
    string Title,
    ShadowRunState State,
    DateOnly? AsOf,
    DateOnly? PackFrom,
    string? PackHash,
    SignatureView Begun,
    bool BegunByMe,
    DateTime? DoneAt,
    int Rows,
    int RowsLeftOut,
    int Faults,
    int Findings,
    long PaidFen,
    long AboveCapFen,
    long UnclaimedFen,
    long ClaimedTwiceFen,
    long TotalFen,
    string? FaultZh,
    string? FaultEn,
    long Version) : IETagged
{
    public static ShadowRunView Of(ShadowRun run, string subject) => new(
        run.Id,
        run.Programme,
        run.Title,
        run.State,
        run.AsOf,
        run.PackFrom,
        run.PackHash,
        SignatureView.Of(run.Begun),
        run.Begun.Subject == subject,
        run.DoneAt,
        run.Rows,
        run.RowsLeftOut,
        run.Faults,
        run.Findings,
        run.PaidFen,
        run.AboveCapFen,
        run.UnclaimedFen,
        run.ClaimedTwiceFen,
        run.TotalFen,
        run.FaultZh,
        run.FaultEn,
        run.Version);
}

/// <summary>How far a run is.</summary>
internal sealed record ShadowProgress(JobState State, int Done, int Total);

/// <summary>A column of a table as it is read, with the table's own title.</summary>
internal sealed record ReadColumn(string Key, string Zh, string En, string Title);

/// <summary>A table of a run's files and how it is read.</summary>
internal sealed record ShadowTableView(
    int Number,
    string FileName,
    string Sha256,
    string Name,
    int TitleLine,
    IReadOnlyList<string> Titles,
    IReadOnlyList<IReadOnlyList<string>> Preview,
    TableKind? Kind,
    AmountUnit? Unit,
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyList<ReadColumn> Read)
{
    public static ShadowTableView Of(ShadowTable table)
    {
        var (titles, mapping) = (Json.Read<List<string>>(table.Titles), Json.Read<TableMapping>(table.Mapping));
        return new ShadowTableView(
            table.Number,
            table.FileName,
            table.Sha256,
            table.Name,
            table.TitleLine,
            titles,
            Json.Read<List<List<string>>>(table.Preview),
            mapping.Kind,
            mapping.Unit,
            mapping.Columns,
            mapping.Kind is null ? [] : [.. TableLayout.Of(mapping, titles).Columns.Select(c => new ReadColumn(c.Key, c.Zh, c.En, mapping.Columns[c.Key]))]);
    }
}

/// <summary>A shadow run with its tables and, once it is done, its figures.</summary>
internal sealed record ShadowRunDetail(ShadowRunView Run, IReadOnlyList<ShadowTableView> Tables, ShadowSummary? Summary, ShadowProgress? Progress) : IETagged
{
    public long Version => Run.Version;

    public static ShadowRunDetail Of(ShadowRun run, IEnumerable<ShadowTable> tables, Job? job, string subject) => new(
        ShadowRunView.Of(run, subject),
        [.. tables.OrderBy(t => t.Number).Select(ShadowTableView.Of)],
        run.Summary is { } summary ? Json.Read<ShadowSummary>(summary) : null,
        run.State == ShadowRunState.Running && job is not null ? new ShadowProgress(job.State, job.Done, job.Total) : null);
}

/// <summary>A finding with what it rests on.</summary>
internal sealed record ShadowFindingView(
    int Number, FindingKind Kind, FindingGroup Group, string? Body, int? FiscalYear, long AmountFen, long CountedFen, string Zh, string En, FindingDetail Detail)
{
    public static ShadowFindingView Of(ShadowFinding finding) => new(
        finding.Number,
        finding.Kind,
        finding.Group,
        finding.Body,
        finding.FiscalYear,
        finding.AmountFen,
        finding.CountedFen,
        finding.Zh,
        finding.En,
        Json.Read<FindingDetail>(finding.Detail));
}

/// <summary>A fault of a table.</summary>
internal sealed record ShadowFaultView(int Number, int Table, int Line, string Column, string ColumnZh, string ColumnEn, string Value, string Zh, string En)
{
    public static ShadowFaultView Of(ShadowFault fault) =>
        Of(fault.Number, new RowFault(fault.Table, fault.Line, fault.Column, fault.Value, fault.Zh, fault.En));

    public static ShadowFaultView Of(int number, RowFault fault)
    {
        var column = Enum.GetValues<TableKind>().SelectMany(TableColumns.Of).FirstOrDefault(c => c.Key == fault.Column);
        return new ShadowFaultView(number, fault.Table, fault.Line, fault.Column, column?.Zh ?? fault.Column, column?.En ?? fault.Column, fault.Value, fault.Zh, fault.En);
    }
}
