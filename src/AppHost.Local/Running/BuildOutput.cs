using AppHost.Local.Processes;

namespace AppHost.Local.Running;

/// <summary>A project's build output beside this one's: <c>artifacts/bin/{project}/{configuration}/{project}.dll</c>.</summary>
/// <param name="File">The assembly.</param>
/// <param name="Folder">The folder it runs in.</param>
internal sealed record BuildOutput(string File, string Folder)
{
    /// <summary>Finds a project's output.</summary>
    /// <exception cref="StartUpException">It is not built.</exception>
    public static BuildOutput Of(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
        var file = Path.Combine(folder, $"{project}.dll");
        return System.IO.File.Exists(file)
            ? new BuildOutput(file, folder)
            : throw new StartUpException($"缺少 {file}:尚未编译。请运行 ./run.sh。\n{file} is missing: not built yet. Run ./run.sh.");
    }

    /// <summary>The child that runs it.</summary>
    public ChildProgram ToChild(IReadOnlyDictionary<string, string?> variables, Action<string> onLine)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return new ChildProgram(host, [File], Folder, variables, onLine);
    }
}
