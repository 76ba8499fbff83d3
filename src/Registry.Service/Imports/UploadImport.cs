using Contracts.Refusals;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Registry.Imports;

/// <summary>A table comes in, and its check is asked for.</summary>
internal static class UploadImport
{
    public static async Task<CreatedAnswer<ImportView>> HandleAsync(
        string programme,
        Choice<ImportMode> mode,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        AttachmentStore store,
        JobQueue jobs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var outcome = await UploadAsync(programme, mode.Value, http, db, packs, store, jobs, clock, cancellationToken);
        return outcome.ToCreated(view => $"/api/registry/imports/{view.Id}");
    }

    private static async Task<Outcome<ImportView>> UploadAsync(
        string programme,
        ImportMode mode,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        AttachmentStore store,
        JobQueue jobs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await packs.RulingAsync(programme, clock.Today, caller, cancellationToken)).Accepted(out var pack, out var refused))
        {
            return refused;
        }

        // P-6: bodies of a plan that has ended are history and may be entered; a draft has none.
        if (pack.Status == Policies.PackStatus.Draft && !(await packs.InForceAsync(programme, clock.Today, caller, cancellationToken)).Accepted(out _, out refused))
        {
            return refused;
        }

        if (!(await store.SaveAsync(http, cancellationToken)).Accepted(out var file, out refused))
        {
            return refused;
        }

        if (!IsTable(file.FileName))
        {
            return Refusal.BadInput("body", file.FileName, "请上传 .csv 或 .xlsx 文件。", "Send a .csv or .xlsx file.");
        }

        var import = new Import
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Mode = mode,
            AttachmentId = file.Id,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            UploadedBySubject = caller.Subject,
            UploadedByName = caller.SignedName(),
            UploadedAt = clock.UtcNow,
        };
        return await db.WriteAsync(
            _ =>
            {
                var job = jobs.Enqueue(CheckImport.JobKind, import.Id.ToString(), caller.Subject);
                import.JobId = job.Id;
                db.Imports.Add(import);
                return Task.FromResult(ImportView.Of(import, caller.Subject, job) with { Version = 1 });
            },
            cancellationToken);
    }

    private static bool IsTable(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".XLSX";
}
