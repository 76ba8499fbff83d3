using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Funding.Clawbacks;

/// <summary>What is outstanding for how long.</summary>
/// <param name="FromDays">Overdue for this many days at least; 0 what is in time.</param>
/// <param name="ToDays">For this many at most; null without an end.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="OutstandingFen">What is outstanding in them.</param>
internal sealed record AgeBand(int FromDays, int? ToDays, int Cases, long OutstandingFen);

/// <summary>A programme's open clawbacks by age.</summary>
internal sealed record ProgrammeAgeing(string Programme, int Cases, long OutstandingFen, long OverdueFen, IReadOnlyList<AgeBand> Bands);

/// <summary>The ageing (账龄) of what is outstanding as of a day, computed whenever it is read.</summary>
internal static class ReadAgeing
{
    private sealed record Due(string Programme, DateOnly On, int Cases, long Fen);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/clawbacks/ageing", async (string? programme, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        {
            var (jurisdiction, today) = (http.Caller().Jurisdiction, clock.Today);
            var rows = await db.Clawbacks.Where(c => c.Jurisdiction == jurisdiction && c.Status == ClawbackStatus.Open && (programme == null || c.Programme == programme))
                .GroupBy(c => new { c.Programme, Day = c.Suspended ? today : c.DueOn })
                .Select(g => new Due(
                    g.Key.Programme, g.Key.Day, g.Count(), g.Sum(c => c.ClaimedFen - c.ReceivedFen - c.OffsetFen + c.RefundedFen - c.WrittenOffFen)))
                .ToListAsync(ct);
            var ruling = await packs.RulingAsync(rows.Select(r => r.Programme), today, ct);
            return rows.GroupBy(r => r.Programme).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Of(g.Key, [.. g], ruling.GetValueOrDefault(g.Key) is { } pack ? new PaymentRules(pack, today).AgeingDays : [], today))
                .ToList();
        })
        .RequireRoles(Visibility.Bureau);

    /// <summary>The bands between stages: what is in time, up to the first stage, between two of them, beyond the last.</summary>
    public static IReadOnlyList<(int From, int? To)> Bands(IReadOnlyList<int> stages) =>
    [
        (0, 0),
        .. stages.Select((stage, i) => (i == 0 ? 1 : stages[i - 1] + 1, (int?)stage)),
        (stages.Count == 0 ? 1 : stages[^1] + 1, null),
    ];

    private static ProgrammeAgeing Of(string programme, List<Due> rows, IReadOnlyList<int> stages, DateOnly today)
    {
        var bands = Bands(stages).Select(band =>
        {
            var within = rows.FindAll(r => Math.Max(0, today.DayNumber - r.On.DayNumber) is var days && days >= band.From && (band.To is null || days <= band.To));
            return new AgeBand(band.From, band.To, within.Sum(r => r.Cases), within.Sum(r => r.Fen));
        }).ToList();
        return new ProgrammeAgeing(
            programme, bands.Sum(b => b.Cases), bands.Sum(b => b.OutstandingFen), bands.Where(b => b.FromDays > 0).Sum(b => b.OutstandingFen), bands);
    }
}
