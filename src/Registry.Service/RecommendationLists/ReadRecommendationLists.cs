using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.RecommendationLists;

/// <summary>The lists that a caller may see: a district reviewer its district's, the city's posts their jurisdiction's.</summary>
internal static class ReadRecommendationLists
{
    public static async Task<Page<RecommendationListView>> ListAsync(
        string? programme, string? district, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var lists = VisibleTo(db, http.Caller());
        lists = programme is null ? lists : lists.Where(list => list.Programme == programme);
        lists = district is null ? lists : lists.Where(list => list.District == district);
        return (await lists.ToPageAsync(page, list => list.Id, cancellationToken, newestFirst: true)).Select(RecommendationListView.Of);
    }

    public static async Task<Answer<RecommendationListView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var list = await VisibleTo(db, http.Caller()).SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        Outcome<RecommendationListView> outcome = list is null ? Refusal.NotFound("recommendation list", id, "推荐名单") : RecommendationListView.Of(list);
        return outcome.ToHttp();
    }

    private static IQueryable<RecommendationList> VisibleTo(RegistryDb db, Caller caller)
    {
        var (jurisdiction, district) = (caller.Jurisdiction, caller.District);
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        return db.RecommendationLists.AsNoTracking()
            .Include(list => list.Applications)
            .Where(list => list.Jurisdiction == jurisdiction && (city || list.District == district));
    }
}
