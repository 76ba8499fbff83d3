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

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Platform.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Platform.sln is in none of the parent folders."));
}
