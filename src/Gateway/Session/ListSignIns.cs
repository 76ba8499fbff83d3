using Gateway.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Gateway.Session;

/// <summary>A sign-in or its end, as the administrator reads it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">Whose session it was.</param>
/// <param name="Address">The browser's network address.</param>
internal sealed record SignInView(Guid Id, DateTime At, SignInKind Kind, string Subject, string? Address);

/// <summary><c>GET /api/gateway/sign-ins?subject=&amp;after=&amp;limit=</c>: the audit of sign-ins, newest first, for the administrator.</summary>
internal static class ListSignIns
{
    public static void MapListSignIns(this WebApplication app) => app.MapGet("/api/gateway/sign-ins", HandleAsync).RequireRoles(Roles.Admin);

    private static async Task<Page<SignInView>> HandleAsync(string? subject, PageQuery page, GatewayDb db, CancellationToken cancellationToken)
    {
        var records = db.SignIns.AsNoTracking().Where(record => subject == null || record.Subject == subject);
        return (await records.ToPageAsync(page, record => record.Id, cancellationToken, newestFirst: true))
            .Select(record => new SignInView(record.Id, record.At, record.Kind, record.Subject, record.Address));
    }
}
