using Policies;
using Policies.Loading;

namespace Registry.Tests.Hosting;

/// <summary>The repository's own packs and calendars, found from the test's output folder upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PoliciesFolder { get; } = Path.Combine(Root, "policies");

    public static PolicyPack Zhoushan { get; } =
        PackLoader.LoadFile(Path.Combine(PoliciesFolder, "zhoushan-innovation-centres", "2025-10-21.yaml"));

    /// <summary>The latest version of every programme's pack.</summary>
    public static IReadOnlyList<PolicyPack> Packs { get; } =
    [
        .. Directory.GetFiles(PoliciesFolder, "????-??-??.yaml", SearchOption.AllDirectories)
            .Select(PackLoader.LoadFile)
            .GroupBy(pack => pack.Programme, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(pack => pack.From)!)
            .OrderBy(pack => pack.Programme, StringComparer.Ordinal),
    ];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Platform.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Platform.sln is in none of the parent folders."));
}
