using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The applications that a caller may see, newest first.</summary>
internal static class ListApplications
{
    /// <summary>A line of the list.</summary>
    internal sealed record ApplicationRow
    {
        public required Guid Id { get; init; }

        public required string Programme { get; init; }

        public required string District { get; init; }

        public required string Organisation { get; init; }

        public required string? Title { get; init; }

        public required string? Route { get; init; }

        public required string? Category { get; init; }

        public required string? Track { get; init; }

        public required ApplicationStatus Status { get; init; }

        public required int Round { get; init; }

        public required DateOnly StartedOn { get; init; }

        public required DateOnly? SubmittedOn { get; init; }

        public required long Version { get; init; }
    }

    public static async Task<Page<ApplicationRow>> HandleAsync(
        string? status, string? programme, string? district, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var rows = db.Applications.AsNoTracking().VisibleTo(http.Caller());
        var statuses = Statuses(status);
        rows = statuses.Count == 0 ? rows : rows.Where(a => statuses.Contains(a.Status));
        rows = programme is null ? rows : rows.Where(a => a.Programme == programme);
        rows = district is null ? rows : rows.Where(a => a.District == district);
        return await rows
            .Select(a => new ApplicationRow
            {
                Id = a.Id,
                Programme = a.Programme,
                District = a.District,
                Organisation = a.Organisation,
                Title = a.Title,
                Route = a.Route,
                Category = a.Category,
                Track = a.Track,
                Status = a.Status,
                Round = a.Round,
                StartedOn = a.StartedOn,
                SubmittedOn = a.SubmittedOn,
                Version = a.Version,
            })
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);
    }

    /// <summary>One or several statuses with commas between them: what awaits a district is submitted or resubmitted.</summary>
    /// <exception cref="RefusalException">One of them is no status.</exception>
    private static List<ApplicationStatus> Statuses(string? given)
    {
        // On the wire a status is written as its JSON: under-review.
        var known = Enum.GetValues<ApplicationStatus>().ToDictionary(status => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()), StringComparer.OrdinalIgnoreCase);
        var words = given?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return words.FirstOrDefault(word => !known.ContainsKey(word)) is { } unknown
            ? throw new RefusalException(Refusal.BadInput("status", unknown, $"没有“{unknown}”这一状态。", $"There is no status '{unknown}'.").With("known", known.Values))
            : [.. words.Select(word => known[word])];
    }
}
