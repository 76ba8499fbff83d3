using AppHost.Local.Processes;
using Aspire.Hosting;

namespace AppHost.Local.Commands;

/// <summary>What the AppHost was asked to do: run, or speak to the one that runs.</summary>
internal static class Command
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] args, DistributedApplicationBuilder diagram)
    {
        try
        {
            var root = DataRoot(diagram);
            return args.FirstOrDefault() switch
            {
                "status" => await StatusCommand.RunAsync(root),
                "wait" => await WaitCommand.RunAsync(root, args.ElementAtOrDefault(1)),
                "stop" => await StopCommand.RunAsync(root),
                _ => await UpCommand.RunAsync(diagram, root),
            };
        }
        catch (StartUpException e)
        {
            Terminal.Complain(Terminal.Red(e.Message));
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Complain(Terminal.Red($"出错，平台已停止：{e.Message}\nThe platform stopped on an error: {e.Message}"));
            return Failed;
        }
    }

    private static string DataRoot(DistributedApplicationBuilder diagram) =>
        Path.GetFullPath(diagram.Configuration["PLATFORM_DATA"] ?? Path.Combine(diagram.AppHostDirectory, "..", "..", ".data"));
}
