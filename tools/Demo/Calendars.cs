using System.Text;

namespace Demo;

/// <summary>Working days of years that the State Council has not published: test calendars, named as such (P-3).</summary>
internal sealed class Calendars(Stage stage)
{
    /// <summary>The administrator enters a year's test calendar: the festivals that lie on fixed days, and nothing else.</summary>
    public async Task EnterTestAsync(int year)
    {
        var content = new StringBuilder($"year: {year}\ntest: true\nholidays:\n");
        foreach (var (from, to, zh, en) in new[] { ("01-01", "01-01", "元旦", "New Year's Day"), ("05-01", "05-03", "劳动节", "Labour Day"), ("10-01", "10-07", "国庆节", "National Day") })
        {
            content.Append($"  - {{ from: {year}-{from}, to: {year}-{to}, zh: {zh}, en: {en} }}\n");
        }

        content.Append("make-up-days: []\n");
        await stage.Platform.PostAsync("admin", "/api/registry/calendars", new { content = content.ToString() });
        stage.Tell.Done($"管理员录入{year}年测试日历（非国务院办公厅公布）", $"the administrator enters a test calendar for {year}, not published by the State Council (P-3)");
    }
}
