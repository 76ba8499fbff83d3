using System.Reflection;
using AppHost.Local.Commands;

namespace Aspire.Hosting;

/// <summary>A complete diagram, run here as plain processes.</summary>
public sealed class DistributedApplication
{
    private readonly string[] _args;
    private readonly DistributedApplicationBuilder _diagram;

    internal DistributedApplication(string[] args, DistributedApplicationBuilder diagram)
    {
        _args = args;
        _diagram = diagram;
    }

    /// <summary>Begins a diagram. The calling project's folder is read from its assembly (<c>AppHostProjectPath</c>).</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        new DistributedApplicationBuilder(args, AppHostFolder() ?? Directory.GetCurrentDirectory());

    /// <summary>
    /// Runs the diagram until it is told to end (Ctrl-C, SIGTERM, a closed terminal). The first argument may be <c>status</c>, <c>wait</c> or
    /// <c>stop</c>, which speak to a diagram that runs on the same data folder.
    /// </summary>
    public void Run() => Environment.ExitCode = RunAsync().GetAwaiter().GetResult();

    /// <summary>As <see cref="Run"/>.</summary>
    /// <returns>The exit code: 0 in order, 1 after a message that says what to mend.</returns>
    public Task<int> RunAsync() => Command.RunAsync(_args, _diagram);

    private static string? AppHostFolder() =>
        Path.GetDirectoryName(Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "AppHostProjectPath")?.Value);
}
