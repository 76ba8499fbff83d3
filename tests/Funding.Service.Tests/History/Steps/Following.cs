using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History.Steps;

/// <summary>What follows by itself when facts change.</summary>
internal static class Following
{
    /// <summary>
    /// What is claimed as unused only ever comes down by itself, and exactly as far as it must; from which years, is the service's to choose.
    /// What is claimed by decision never exceeds what is paid.
    /// </summary>
    public static async Task FollowAsync(this RandomHistory history, int body)
    {
        var model = history.Model;
        model.Fit(body);
        if (model.Years.Sum(y => model.Claims(body, y).Unused) > 0)
        {
            var unused = (await history.World.AccountAsync(history.Keys[body]))["years"]!.AsArray()
                .ToDictionary(y => y!["fiscalYear"]!.GetValue<int>(), y => y!.Fen("unusedFen"));
            unused.Values.Sum().ShouldBe(model.UnusedAfter(body));
            foreach (var (year, fen) in unused)
            {
                fen.ShouldBeInRange(0, Math.Min(model.Claims(body, year).Unused, model.RoomForUnused(body, year)));
            }

            foreach (var (year, fen) in unused)
            {
                model.Claims(body, year).Release("deadline", model.Claims(body, year).Unused - fen);
            }
        }

        model.LowerDecided(body);
        model.Fit(body);
    }
}
