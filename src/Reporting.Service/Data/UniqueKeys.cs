using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>Writes whose uniqueness two persons may contest at the same moment.</summary>
internal static class UniqueKeys
{
    private static readonly Refusal Overtaken = new(
        RefusalKind.Stale,
        "stale",
        "version",
        "他人刚刚办理了同一事项,本次操作未生效,请刷新后核对。",
        "Somebody else did the same at the same moment; nothing was done. Reload and look.");

    /// <summary>As <see cref="PlatformDbContext.WriteAsync{T}"/>; where a unique key decides the contest, the later one is refused.</summary>
    public static async Task<Outcome<T>> WriteUniqueAsync<T>(
        this ReportingDb db, Func<CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            return await db.WriteAsync(work, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Overtaken;
        }
    }
}
