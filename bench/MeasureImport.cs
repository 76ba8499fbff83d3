using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Data;
using Testing;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;

namespace Bench;

/// <summary>A table with 500 wrong rows through the running service: upload, check, confirmation, effect; with the memory it took.</summary>
internal static class MeasureImport
{
    private const int Wrong = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task RunAsync(DatabaseProvider provider, int rows)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await ServiceHost.StartAsync<RegistryDb>(
            database, "registry-db", new Dictionary<string, string?>(StringComparer.Ordinal) { ["Policies:Folder"] = PoliciesFolder() });
        using var clerk = host.As(new TestUser("clerk", ["city-reviewer"], "zhoushan"));
        using var second = host.As(new TestUser("second", ["city-reviewer"], "zhoushan"));
        var table = Table(rows);
        var before = Process.GetCurrentProcess().WorkingSet64;
        using var peak = new PeakMemory();

        var watch = Stopwatch.StartNew();
        using var body = new ByteArrayContent(table);
        body.Headers.Add("X-File-Name", "institutions.csv");
        using var uploaded = await clerk.PostAsync(new Uri("/api/registry/imports?programme=zhoushan-innovation-centres&mode=good-rows", UriKind.Relative), body);
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        var check = await UntilAsync(clerk, id, "checked");
        Console.Error.WriteLine($"{provider}: checked after {watch.Elapsed.TotalSeconds:0.0} s: {check["goodRows"]} good rows, {check["errors"]} errors");
        var checkedIn = watch.Elapsed;

        watch.Restart();
        using var confirm = new HttpRequestMessage(HttpMethod.Post, $"/api/registry/imports/{id}/confirm") { Content = JsonContent.Create(new { }) };
        confirm.Headers.TryAddWithoutValidation("If-Match", $"\"{check["version"]}\"");
        (await second.SendAsync(confirm)).EnsureSuccessStatusCode();
        while ((await ReadAsync(clerk, id))["inEffectAt"] is null)
        {
            await Task.Delay(50);
        }

        var visible = watch.Elapsed;
        await UntilAsync(clerk, id, "in-effect");
        var (told, most) = (watch.Elapsed, peak.Most);
        var institutions = await host.InScopeAsync<RegistryDb, int>(db => db.Institutions.CountAsync());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {provider} | {rows:N0} | {check["errors"]} | {institutions:N0} | {checkedIn.TotalSeconds:0.0} s | {visible.TotalSeconds:0.0} s | {told.TotalSeconds:0.0} s | {before >> 20} → {most >> 20} MB |"));
    }

    private static Task<JsonNode> ReadAsync(HttpClient client, string id) => client.GetFromJsonAsync<JsonNode>(new Uri($"/api/registry/imports/{id}", UriKind.Relative))!;

    private static async Task<JsonNode> UntilAsync(HttpClient client, string id, string state)
    {
        JsonNode? seen = null;
        await Eventually.HoldsAsync(async () => (seen = await ReadAsync(client, id))["state"]!.GetValue<string>() == state, Patience);
        return seen!;
    }

    private static byte[] Table(int rows)
    {
        var text = new StringBuilder("机构名称,类型,所在区县,实施主体名称,实施主体统一社会信用代码,状态,状态起始日,文号,文件日期\n");
        for (var row = 0; row < rows; row++)
        {
            var first = string.Create(CultureInfo.InvariantCulture, $"91330902MA{row:D7}");
            var check = SocialCreditCode.CheckCharacter(first);
            var last = row % (rows / Wrong) == 7 ? (check == '0' ? '1' : '0') : check;
            text.Append(CultureInfo.InvariantCulture, $"舟山某某创新中心{row}号,新材料,定海区,某某公司,{first}{last},已认定,2024-03-01,舟科〔2024〕8号,2024-03-01\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string PoliciesFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "policies")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no folder policies above the program.");
        }

        return Path.Combine(folder, "policies");
    }

    /// <summary>The largest working set of this process, which is service and measurer in one.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private readonly Timer timer;
        private long most;

        public PeakMemory() => timer = new Timer(_ => Interlocked.Exchange(ref most, Math.Max(Interlocked.Read(ref most), Process.GetCurrentProcess().WorkingSet64)), null, 0, 100);

        public long Most => Interlocked.Read(ref most);

        public void Dispose() => timer.Dispose();
    }
}
