using AppHost.Local.Processes;
using Shouldly;
using Testing;
using Xunit;

namespace AppHost.Local.Tests.Processes;

public sealed class ResourceLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_log_is_bounded_in_size_and_keeps_its_latest_lines()
    {
        using var log = new ResourceLog(Path.Combine(_folder, "a.log"), maxBytes: 1000);

        for (var line = 0; line < 1000; line++)
        {
            log.WriteLine($"line {line}");
        }

        var files = new DirectoryInfo(_folder).GetFiles();
        files.Length.ShouldBe(4);
        files.ShouldAllBe(file => file.Length < 1100);
        log.Dispose();
        File.ReadLines(log.Path).Last().ShouldBe("line 999");
    }

    [Fact]
    public async Task A_log_folder_deleted_by_hand_is_made_anew()
    {
        using var log = new ResourceLog(Path.Combine(_folder, "logs", "a.log"));
        log.WriteLine("before");
        Directory.Delete(Path.Combine(_folder, "logs"), recursive: true);

        await Eventually.HoldsAsync(() =>
        {
            log.WriteLine("after");
            return File.Exists(log.Path);
        });
    }

    [Fact]
    public void The_last_line_that_says_something_is_not_a_frame_of_a_stack_trace()
    {
        using var log = new ResourceLog(Path.Combine(_folder, "a.log"));
        log.WriteLine("Unhandled exception. System.InvalidOperationException: no table Packs");
        log.WriteLine("   at Registry.Packs.PackShelf.ReadAsync()");

        log.LastLine.ShouldNotBeNull().ShouldEndWith("no table Packs");
    }
}
