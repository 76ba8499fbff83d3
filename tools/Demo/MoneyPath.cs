namespace Demo;

/// <summary>
/// Zhoushan's plan of 2025-10-21 as one story: four bodies enter, three years of 3,000,000.00 yuan are paid in advance to the
/// last fen, the fourth year is refused, reviews fix what was due, the difference is taken back.
/// </summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class MoneyPath(Platform platform, Narrator tell)
{
    /// <summary>The programme.</summary>
    public const string Programme = "zhoushan-innovation-centres";

    private static readonly DateOnly FirstDay = new(2026, 1, 5);

    /// <summary>Plays it into a platform that has not come past its first day: the business clock never goes back.</summary>
    public async Task<MoneyPathFacts> PlayAsync()
    {
        var facts = new MoneyPathFacts();
        if (await IsTooLateAsync())
        {
            tell.Done(
                "演示已播放过,或业务时间已过2026年1月5日,数据保留可看;重新播放请先 ./run.sh --reset",
                "the demo has been played here, or the business clock is past its first day; ./run.sh --reset begins anew");
            return facts;
        }

        tell.Chapter("2026年1月5日:申报、推荐、列入建设中", "5 January 2026: application, recommendation, under construction");
        await platform.MoveClockAsync(FirstDay);
        facts.Institutions = await new Filing(platform, tell).EnterAllAsync(facts);

        var money = new Disbursing(platform, tell, facts);
        var reviews = new Reviewing(platform, tell, facts);
        await money.PayYearAsync(2026, new DateOnly(2026, 2, 2));
        await reviews.PublishAsync(2026, new DateOnly(2026, 12, 14), ["good", "excellent", "pass", "good"]);
        await money.PayYearAsync(2027, new DateOnly(2027, 2, 1));
        await reviews.PublishAsync(2027, new DateOnly(2027, 12, 13), ["excellent", "excellent", "good", "good"]);
        await money.PayYearAsync(2028, new DateOnly(2028, 1, 10));
        await money.RefuseFourthYearAsync(new DateOnly(2029, 1, 8));
        await reviews.PublishAsync(2028, new DateOnly(2029, 1, 15), ["excellent", "good", "excellent", "pass"]);
        await money.SettleByTwoReceiptsAsync(2026);
        return facts;
    }

    private async Task<bool> IsTooLateAsync() =>
        (await platform.GetAsync("zs-maker", "/api/funding/appropriations"))["items"]!.AsArray().Count > 0
        || await platform.TodayAsync() > FirstDay;
}
