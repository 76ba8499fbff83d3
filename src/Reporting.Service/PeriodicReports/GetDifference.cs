using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>What changed between the two latest times that a report was handed in.</summary>
internal static class GetDifference
{
    /// <summary>A section, figure or explanation that changed.</summary>
    /// <param name="Part">section, figure or explanation.</param>
    /// <param name="Name">The section's or the indicator's name.</param>
    /// <param name="Before">What stood there; null where nothing did.</param>
    /// <param name="After">What stands there now.</param>
    internal sealed record Change(string Part, string Name, JsonElement? Before, JsonElement? After);

    /// <summary>What changed, and when the two versions were handed in.</summary>
    internal sealed record DifferenceView(DateTime? BeforeAt, DateTime? AfterAt, IReadOnlyList<Change> Changes);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/difference", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("What changed between the two latest times that it was handed in");

    /// <summary>The changes, sections first, in the order of their names.</summary>
    public static IReadOnlyList<Change> Between(ReportText before, ReportText after) =>
    [
        .. Changes("section", Elements(before.Sections), Elements(after.Sections)),
        .. Changes("figure", Elements(before.Indicators), Elements(after.Indicators)),
        .. Changes("explanation", Elements(before.Explanations), Elements(after.Explanations)),
    ];

    private static IEnumerable<Change> Changes(string part, Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after) =>
        from name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let was = before.TryGetValue(name, out var old) ? old : (JsonElement?)null
        let becomes = after.TryGetValue(name, out var now) ? now : (JsonElement?)null
        where was?.GetRawText() != becomes?.GetRawText()
        select new Change(part, name, was, becomes);

    private static Dictionary<string, JsonElement> Elements(IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => text.Value.Length > 0).ToDictionary(text => text.Key, text => JsonSerializer.SerializeToElement(text.Value), StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> Elements(JsonElement figures) =>
        figures.EnumerateObject().Where(figure => figure.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);

    private static async Task<Answer<DifferenceView>> HandleAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var report = await db.PeriodicReports.AsNoTracking().Include(r => r.Steps).ReadableBy(db, http.Caller()).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
        {
            return ((Outcome<DifferenceView>)ReportDesk.NotFound(id)).ToHttp();
        }

        var handedIn = report.Steps.Where(step => step.What == ReportStep.Submitted).OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Take(2).ToList();
        Outcome<DifferenceView> view = handedIn is [var after, var before]
            ? new DifferenceView(before.At, after.At, Between(ReportText.Read(before.Content!), ReportText.Read(after.Content!)))
            : new DifferenceView(null, null, []);
        return view.ToHttp();
    }
}
