namespace Demo;

/// <summary>
/// Zhoushan's plan of 2025-10-21 as one story of five years: five bodies apply; three are recognised, one misses its two years, one fails
/// twice, one merges, one cheats; each year's 3,000,000.00 yuan is paid to the last fen and what was not earned is taken back.
/// </summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class FiveYears(Platform platform, Narrator tell)
{
    /// <summary>The programme.</summary>
    public const string Programme = "zhoushan-innovation-centres";

    /// <summary>Plays it into a platform that has not come past its first day: the business clock never goes back.</summary>
    public async Task<FiveYearsFacts> PlayAsync()
    {
        var facts = new FiveYearsFacts();
        if (await IsTooLateAsync())
        {
            tell.Done(
                "演示已播放过，或业务时间已过2026年1月5日，数据保留可看；重新播放请先 ./run.sh --reset",
                "the demo has been played here, or the business clock is past its first day; ./run.sh --reset begins anew");
            return facts;
        }

        var story = new Chapters(new Stage(platform, tell, facts));
        await story.FirstYearAsync();
        await story.SecondYearAsync();
        await story.ThirdYearAsync();
        await story.LastYearsAsync();
        return facts;
    }

    private async Task<bool> IsTooLateAsync() =>
        (await platform.GetAsync("zs-maker", "/api/funding/appropriations"))["items"]!.AsArray().Count > 0
        || await platform.TodayAsync() > Chapters.FirstDay;
}
