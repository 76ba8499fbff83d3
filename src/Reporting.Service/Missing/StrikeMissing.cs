using Packs;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The city strikes a list that nobody has confirmed, to record it anew.</summary>
internal static class StrikeMissing
{
    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapDelete("/{id:guid}", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Strikes a list of missing reports that nobody has confirmed");

    private static async Task<Answer<MissingListView>> HandleAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MissingListView>(
            async ct =>
            {
                if (!(await ConfirmMissing.FindAsync(db, id, seen, caller, ct)).Accepted(out var list, out var missing))
                {
                    return missing;
                }

                if (ConfirmMissing.CheckOpen(list, RecordMissing.ClauseOf(await packs.RulingAsync(list.Programme, clock.Today, ct))) is { } confirmed)
                {
                    return confirmed;
                }

                var view = MissingListView.Of(list, caller);
                db.RemoveRange(list.Reports);
                db.Remove(list);
                return view;
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
