using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The applications that a caller may see, newest first.</summary>
internal static class ListApplications
{
    internal sealed record Row(
        Guid Id,
        string Programme,
        string District,
        string Organisation,
        string? Title,
        ApplicationStatus Status,
        int Round,
        DateOnly StartedOn,
        DateOnly? SubmittedOn,
        long Version);

    public static async Task<Page<Row>> HandleAsync(
        ApplicationStatus? status, string? programme, string? district, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var rows = db.Applications.AsNoTracking().VisibleTo(http.Caller());
        rows = status is null ? rows : rows.Where(a => a.Status == status);
        rows = programme is null ? rows : rows.Where(a => a.Programme == programme);
        rows = district is null ? rows : rows.Where(a => a.District == district);
        return await rows
            .Select(a => new Row(a.Id, a.Programme, a.District, a.Organisation, a.Title, a.Status, a.Round, a.StartedOn, a.SubmittedOn, a.Version))
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);
    }
}
