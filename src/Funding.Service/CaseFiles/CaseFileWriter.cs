using System.IO.Compression;
using System.Text.Json;
using Funding.Data;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Clock;

namespace Funding.CaseFiles;

/// <summary>Writes a case file, straight into what carries it away.</summary>
internal sealed partial class CaseFileWriter(
    FundingDb db, LedgerKey key, SealLedger seal, VerifyLedger verify, AttachmentStore attachments, BusinessClock clock, ILogger<CaseFileWriter> logger)
{
    private const int DocumentsAtOnce = 100;

    /// <summary>Seals what is not sealed yet, then writes it all. The manifest and its signature come last.</summary>
    public async Task WriteAsync(CaseFileScope scope, string madeBy, Stream target, CancellationToken ct)
    {
        await seal.RunAsync(clock.Today, ct);
        var ledger = new CaseLedger(db, scope, await db.DailyHeads.AsNoTracking().ToListAsync(ct));
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var archive = new CaseFileArchive(zip);
        await archive.AddAsync("README.txt", CaseFileReadMe.Text, ct);
        await archive.AddAsync("ledger-key.pub.pem", key.PublicKey, ct);
        await archive.AddLinesAsync("ledger/heads.ndjson", ledger.Heads, CaseFileArchive.Json, ct);
        await archive.AddLinesAsync("ledger/chain.ndjson", ledger.Links, CaseFileArchive.Json, ct);
        await archive.AddLinesAsync("ledger/balances.ndjson", ledger.BalancesAsync(), CaseFileArchive.Json, ct);
        await archive.AddAsync("ledger/verification.json", JsonSerializer.Serialize(await verify.RunAsync(scope.Jurisdiction, ct), CaseFileArchive.Json), ct);
        await WritePacksAsync(archive, scope, ct);
        await WriteRecordsAsync(archive, scope, ct);
        await SignAsync(archive, scope, ledger, madeBy, ct);
    }

    private async Task WritePacksAsync(CaseFileArchive archive, CaseFileScope scope, CancellationToken ct)
    {
        await foreach (var pack in db.PackTexts(scope.Jurisdiction, scope.Programme).WithCancellation(ct))
        {
            await archive.AddAsync($"packs/{pack.Programme}-{pack.From:yyyy-MM-dd}-{pack.Hash}.yaml", pack.Content, ct);
        }

        await foreach (var calendar in db.CalendarTexts().WithCancellation(ct))
        {
            await archive.AddAsync($"calendars/{calendar.Year}-{calendar.Hash}.yaml", calendar.Content, ct);
        }
    }

    // After the chain: what a posting of the chain refers to was committed with it, and is found here.
    private async Task WriteRecordsAsync(CaseFileArchive archive, CaseFileScope scope, CancellationToken ct)
    {
        var records = new CaseRecords(db, scope);
        foreach (var table in records.Tables)
        {
            if (records.Of(table) is { } rows)
            {
                await archive.AddLinesAsync($"records/{JsonNamingPolicy.KebabCaseLower.ConvertName(table.ClrType.Name)}.ndjson", rows, records.Json, ct);
            }
        }

        var found = new HashSet<Guid>();
        await archive.AddLinesAsync("records/document.ndjson", OnceAsync(records.Attachments(), found, ct), CaseFileArchive.Json, ct);
        foreach (var ids in found.Chunk(DocumentsAtOnce))
        {
            foreach (var attachment in await db.Set<Attachment>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct))
            {
                await archive.AddAsync($"documents/{attachment.Id:D}{Path.GetExtension(attachment.FileName)}", file => CopyAsync(attachment, file, ct), ct);
            }
        }
    }

    private static async IAsyncEnumerable<Attachment> OnceAsync(
        IEnumerable<IAsyncEnumerable<Attachment>> links, HashSet<Guid> found, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var link in links)
        {
            await foreach (var attachment in link.WithCancellation(ct))
            {
                if (found.Add(attachment.Id))
                {
                    yield return attachment;
                }
            }
        }
    }

    // A damaged document must not keep an auditor from all others: it ends where the damage begins, and its hash gives it away.
    private async Task CopyAsync(Attachment attachment, Stream file, CancellationToken ct)
    {
        try
        {
            await attachments.CopyToAsync(attachment, file, ct);
        }
        catch (InvalidDataException e)
        {
            Log.Damaged(logger, attachment.Id, e);
        }
    }

    private async Task SignAsync(CaseFileArchive archive, CaseFileScope scope, CaseLedger ledger, string madeBy, CancellationToken ct)
    {
        var manifest = JsonSerializer.SerializeToUtf8Bytes(
            new CaseFileManifest(
                CaseFileManifest.CurrentFormat, scope.Jurisdiction, scope.Programme, clock.Today, madeBy, key.Id, ledger.Position, ledger.Head, [.. archive.Files]),
            CaseFileArchive.Json);
        await archive.AddAsync("manifest.json", async file => await file.WriteAsync(manifest, ct), ct);
        await archive.AddAsync("manifest.sig", key.Sign(manifest), ct);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Attachment {Attachment} is damaged; the case file shows it as it is. Restore it from a backup.")]
        public static partial void Damaged(ILogger logger, Guid attachment, Exception exception);
    }
}
