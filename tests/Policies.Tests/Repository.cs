using Policies.Loading;

namespace Policies.Tests;

/// <summary>The repository's own packs and calendars, found from the test's output folder upwards.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    internal static string PoliciesFolder { get; } = Path.Combine(Root, "policies");

    internal static string ZhoushanFile { get; } = Path.Combine(PoliciesFolder, "zhoushan-innovation-centres", "2025-10-21.yaml");

    internal static PolicyPack Zhoushan { get; } = PackLoader.LoadFile(ZhoushanFile);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Platform.sln")) ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Platform.sln is in none of the parent folders."));
}
