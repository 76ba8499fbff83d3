using Contracts.Refusals;
using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.ShadowRuns;

/// <summary>A file comes in, as the first of a new shadow run or beside others; each sheet with titles is a table, mapped as its titles suggest.</summary>
internal sealed class BringFiles(FundingDb db, AttachmentStore store, PackShelf packs, BusinessClock clock)
{
    private const int MostTables = 40;
    private const int MostRuns = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/shadow-runs", async (string programme, BringFiles files, HttpContext http, CancellationToken ct) =>
            (await files.BeginAsync(programme, http, ct)).ToCreated(made => $"/api/funding/shadow-runs/{made.Run.Id}"))
            .RequireRoles(ShadowRunAccess.Roles).AcceptsAttachment();
        api.MapPost("/shadow-runs/{id:guid}/files", async (Guid id, BringFiles files, HttpContext http, CancellationToken ct) =>
            (await files.AddAsync(id, http, ct)).ToHttp()).RequireRoles(ShadowRunAccess.Roles).AcceptsAttachment();
    }

    private async Task<Outcome<ShadowRunDetail>> BeginAsync(string programme, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        if (!(await packs.ForMoneyAsync(programme, caller, clock.Today, ct)).Accepted(out _, out var refused)
            || (refused = await TooManyAsync(caller, ct)) is not null
            || !(await ReceiveAsync(http, ct)).Accepted(out var received, out refused))
        {
            return refused!;
        }

        var run = new ShadowRun
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = caller.Jurisdiction!,
            Programme = programme,
            Title = Path.GetFileNameWithoutExtension(received.File.FileName),
            Begun = caller.Signs(clock),
        };
        var tables = received.Tables(run.Id, 0);
        return await db.WriteAsync<Outcome<ShadowRunDetail>>(
            async inner =>
            {
                db.Add(run);
                db.AddRange(tables);
                await db.SaveChangesAsync(inner);
                return ShadowRunDetail.Of(run, tables, job: null, caller.Subject);
            },
            ct);
    }

    private async Task<Outcome<ShadowRunDetail>> AddAsync(Guid id, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var seen, out var refused)
            || (refused = ShadowRunAccess.NotDraft(seen)) is not null
            || !(await ReceiveAsync(http, ct)).Accepted(out var received, out refused))
        {
            return refused!;
        }

        return await db.WriteAsync<Outcome<ShadowRunDetail>>(
            async inner =>
            {
                if (!(await db.FindAsync(id, caller, inner)).Accepted(out var run, out var gone) || (gone = ShadowRunAccess.NotDraft(run)) is not null)
                {
                    return gone;
                }

                var known = await db.ShadowTables.Where(t => t.ShadowRunId == id).ToListAsync(inner);
                if (known.Exists(table => table.Sha256 == received.File.Sha256))
                {
                    return Refusal.Conflict("file-known", "P-4", $"“{received.File.FileName}”已在本次演练中。", $"'{received.File.FileName}' is in this run already.");
                }

                var tables = received.Tables(id, known.Max(t => (int?)t.Number) ?? 0);
                if (known.Count + tables.Count > MostTables)
                {
                    return Refusal.BadInput("body", known.Count + tables.Count, $"一次演练最多 {MostTables} 张表。", $"A run has at most {MostTables} tables.");
                }

                db.AddRange(tables);
                db.Entry(run).State = EntityState.Modified;
                await db.SaveChangesAsync(inner);
                return ShadowRunDetail.Of(run, known.Concat(tables), job: null, caller.Subject);
            },
            ct);
    }

    private async Task<Refusal?> TooManyAsync(Caller caller, CancellationToken ct) =>
        await db.ShadowRuns.CountAsync(r => r.Jurisdiction == caller.Jurisdiction, ct) < MostRuns
            ? null
            : Refusal.Conflict("too-many-shadow-runs", "P-4", $"已有 {MostRuns} 次演练，请先删除不再需要的。", $"There are {MostRuns} shadow runs; delete those that are no longer needed.");

    private async Task<Outcome<Received>> ReceiveAsync(HttpContext http, CancellationToken ct)
    {
        if (!(await store.SaveAsync(http, ct)).Accepted(out var file, out var refused))
        {
            return refused;
        }

        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".CSV" or ".XLSX"))
        {
            return Refusal.BadInput("body", file.FileName, "请上传 .xlsx 或 .csv 文件（旧版 .xls 请另存为 .xlsx）。", "Send an .xlsx or .csv file; save an old .xls as .xlsx.");
        }

        try
        {
            await using var content = await store.OpenAsync(file, ct);
            var tables = await FindTables.InAsync(content, file.FileName, ct);
            return tables.Count == 0
                ? Refusal.BadInput("body", file.FileName, "文件中没有带标题行的表格。", "The file has no table with a row of titles.")
                : new Received(file, tables);
        }
        catch (UnreadableSheetException fault)
        {
            return Refusal.BadInput("body", file.FileName, fault.Zh, fault.Message);
        }
    }

    private sealed record Received(Attachment File, IReadOnlyList<FoundTable> Found)
    {
        public List<ShadowTable> Tables(Guid run, int after) =>
        [
            .. Found.Select((table, at) => new ShadowTable
            {
                ShadowRunId = run,
                Number = after + at + 1,
                AttachmentId = File.Id,
                FileName = File.FileName,
                Sha256 = File.Sha256,
                Sheet = table.Sheet,
                Name = table.Name,
                TitleLine = table.TitleLine,
                Titles = Json.Write(table.Titles),
                Preview = Json.Write(table.Preview),
                Mapping = Json.Write(TableMapping.Suggest(table.Name, table.Titles)),
            }),
        ];
    }
}
