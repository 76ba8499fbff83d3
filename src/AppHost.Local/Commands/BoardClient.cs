using System.Net.Http.Json;
using AppHost.Local.Board;
using AppHost.Local.Running;

namespace AppHost.Local.Commands;

/// <summary>Reads the board of a running platform.</summary>
internal static class BoardClient
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>The resources now; none while the dashboard does not answer.</summary>
    public static async Task<IReadOnlyList<ResourceView>> ReadAsync(RunningStack running)
    {
        try
        {
            var address = running.Dashboard.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
            return await Http.GetFromJsonAsync<List<ResourceView>>($"{address}/resources", Dashboard.Json) ?? [];
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return [];
        }
    }
}
