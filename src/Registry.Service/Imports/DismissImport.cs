using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Imports;

/// <summary>An import that shall not take effect is given up; its staged rows go, its faults stay to be read.</summary>
internal static class DismissImport
{
    /// <summary>Why.</summary>
    internal sealed record DismissalRequest(string Reason);

    public static async Task<Answer<ImportView>> HandleAsync(
        Guid id, DismissalRequest request, IfMatch seen, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Import>>(
            async ct =>
            {
                if (!(await ReadImports.FindAsync(id, caller, db.Imports, ct)).Accepted(out var import, out var hidden))
                {
                    return hidden;
                }

                if ((seen.Check(import) ?? Decide(import) ?? Reasons.Check("reason", request.Reason)) is { } refused)
                {
                    return refused;
                }

                (import.State, import.Reason) = (ImportState.Dismissed, request.Reason.Trim());
                await db.ImportRows.Where(row => row.ImportId == id).ExecuteDeleteAsync(ct);
                return import;
            },
            cancellationToken);
        return outcome.ToHttp(import => ImportView.Of(import, caller.Subject));
    }

    private static Refusal? Decide(Import import) => import.State is ImportState.Checked or ImportState.Faulty
        ? null
        : Refusal.Conflict("import-not-checked", "P-5", "该导入正在校验、已生效或已作废，不能作废。", "The import is being checked, in effect or given up already.").With("state", import.State);
}
