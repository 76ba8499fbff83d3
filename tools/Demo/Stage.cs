using System.Globalization;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What every chapter plays on: the platform, who tells it, what was met.</summary>
internal sealed class Stage(Platform platform, Narrator tell, FiveYearsFacts facts)
{
    public Platform Platform => platform;

    public Narrator Tell => tell;

    public FiveYearsFacts Facts => facts;

    /// <summary>Begins a chapter on a day.</summary>
    public async Task ChapterAsync(DateOnly day, string zh, string en)
    {
        tell.Chapter(day, zh, en);
        await OnAsync(day);
    }

    /// <summary>The story goes on to a day; what sweeps find there has happened when this returns.</summary>
    public async Task OnAsync(DateOnly day)
    {
        if (await platform.TodayAsync() < day)
        {
            await platform.MoveClockAsync(day);
        }
    }

    /// <summary>Tries what must be refused, and keeps what was said.</summary>
    public async Task RefuseAsync(string what, string user, string path, object body, long? version = null)
    {
        facts.Refusals[what] = await platform.PostRefusedAsync(user, path, body, version);
        tell.Refused(facts.Refusals[what]);
    }

    /// <summary>Posts under the version that is there now.</summary>
    public async Task<JsonNode> EditAsync(string user, string address, string step, object body) =>
        await platform.PostAsync(user, $"{address}/{step}", body, Version(await platform.GetAsync(user, address)));

    /// <summary>The version of a view, of a detail's own record, or of a notice.</summary>
    public static long Version(JsonNode view) => (view["version"] ?? view.AsObject().First().Value!["version"])!.GetValue<long>();

    /// <summary>A view's key.</summary>
    public static string Id(JsonNode row) => row["id"]!.GetValue<string>();

    /// <summary>The rows of a page.</summary>
    public async Task<IReadOnlyList<JsonNode>> RowsAsync(string user, string path) =>
        [.. (await platform.GetAsync(user, path))["items"]!.AsArray().Select(row => row!)];

    /// <summary>The body behind an institution's key.</summary>
    public Body BodyOf(JsonNode row) => facts.Institutions.Single(i => i.Value == row["institutionId"]!.GetValue<Guid>()).Key;

    /// <summary>A day as the API takes it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A standing in the words of the field.</summary>
    public static string StandingZh(string standing) => standing switch
    {
        "under-construction" => "建设中",
        "recognised" => "已认定",
        "revoked" => "已取消资格",
        "merged" => "已并入其他中心",
        _ => standing,
    };

    /// <summary>Yuan with two decimals.</summary>
    public static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100:N0}.{fen % 100:00}");
}
