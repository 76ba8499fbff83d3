using System.Globalization;
using System.Text;

namespace AppHost.Local.Tests.Processes;

/// <summary>What /proc tells of this machine's processes.</summary>
internal static class ProcessTable
{
    /// <summary>Alive, and not merely waiting to be collected by a parent that never does.</summary>
    public static bool IsRunning(int id) => StatOf(id) is { } stat && stat[0] is not ("Z" or "X");

    /// <summary>A process and everything below it.</summary>
    public static List<int> TreeOf(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToDictionary(id => id, id => StatOf(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0);
        var tree = new List<int> { root };
        for (var at = 0; at < tree.Count; at++)
        {
            tree.AddRange(parents.Where(entry => entry.Value == tree[at]).Select(entry => entry.Key));
        }

        return tree;
    }

    public static string NameOf(int id) => File.ReadAllText($"/proc/{id}/comm").Trim();

    public static Dictionary<string, string> VariablesOf(int id) =>
        Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{id}/environ"))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    // Behind the name in parentheses: state, parent, …
    private static string[]? StatOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
