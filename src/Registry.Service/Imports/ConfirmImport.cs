using Contracts.Refusals;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Registry.Imports;

/// <summary>Another person confirms a checked import; then it takes effect, all of it at once.</summary>
internal static class ConfirmImport
{
    public static async Task<Answer<ImportView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, JobQueue jobs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        Job? job = null;
        var outcome = await db.WriteAsync<Outcome<Import>>(
            async ct =>
            {
                if (!(await ReadImports.FindAsync(id, caller, db.Imports, ct)).Accepted(out var import, out var hidden))
                {
                    return hidden;
                }

                if ((seen.Check(import) ?? Decide(import, caller)) is { } refused)
                {
                    return refused;
                }

                job = jobs.Enqueue(TakeEffect.JobKind, id.ToString(), caller.Subject);
                (import.State, import.JobId) = (ImportState.TakingEffect, job.Id);
                (import.ConfirmedBySubject, import.ConfirmedByName, import.ConfirmedAt) = (caller.Subject, caller.SignedName(), clock.UtcNow);
                return import;
            },
            cancellationToken);
        return outcome.ToHttp(import => ImportView.Of(import, caller.Subject, job));
    }

    /// <summary>What stands against this person's confirming this import; null where nothing does.</summary>
    public static Refusal? Decide(Import import, Caller caller) => import.State != ImportState.Checked
        ? Refusal.Conflict("import-not-checked", "P-5", "该导入不在待确认状态。", "The import does not wait for a confirmation.").With("state", import.State)
        : caller.Counts(import.UploadedBySubject)
            ? Refusal.Conflict("same-person", "P-5", "上传人不能确认自己上传的导入，请由另一人确认。", "Whoever uploaded an import does not confirm it; another person must.")
                .With("uploadedBy", import.UploadedByName)
            : null;
}
