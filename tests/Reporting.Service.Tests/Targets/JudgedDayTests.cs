using Reporting.Targets;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Targets;

/// <summary>EI-01: 15 carriers by the end of 2025; what comes or goes later neither reaches nor loses the target.</summary>
public sealed class JudgedDayTests
{
    [Theory]
    [InlineData("2025-12-31", 15, 15, true, "15")]
    [InlineData("2026-11-22", 14, 15, true, "15")]
    [InlineData("2026-11-22", 16, 14, false, "14")]
    public void A_target_is_judged_on_its_own_day_and_shows_what_followed_in_its_years(string day, int now, int then, bool met, string actual)
    {
        var (pack, on) = (Hubei.CarriersPack, DateOnly.Parse(day, null));
        var category = pack.Categories[0].Key;
        List<CountedBody> recognised = [.. Enumerable.Range(1, now).Select(n => new CountedBody(Guid.CreateVersion7(), $"孵化器{n}", "echeng", category, "recognised", new DateOnly(2024, 6, 1)))];
        var before = new Dictionary<int, IReadOnlyList<Tally>> { [2025] = [new Tally(category, "echeng", then)] };

        var aim = pack.Targets.Single(t => t.Name == "centres-2025");
        var facts = TargetFacts.OnDay(on, recognised, [], before) with
        {
            Then = on > aim.By ? new Dictionary<DateOnly, IReadOnlyList<CountedBody>> { [aim.By] = [.. Enumerable.Repeat(recognised[0], then)] } : new Dictionary<DateOnly, IReadOnlyList<CountedBody>>(),
        };

        var target = TargetMeasure.Of(aim, pack, facts);

        (target.Met, target.Actual).ShouldBe((met, actual));
        target.Bodies.Count.ShouldBe(then, "the list is that of the figure");
        target.Districts.ShouldHaveSingleItem().Actual.Text.ShouldBe($"{then}");
        target.Years.Single(year => year.Year == on.Year).Actual!.Text.ShouldBe($"{now}");
    }
}
