using AppHost.Local.Processes;
using Shouldly;
using Testing;
using Xunit;

namespace AppHost.Local.Tests.Processes;

public sealed class GuardedProcessTests
{
    [Fact]
    public async Task A_variable_whose_name_has_a_dash_reaches_the_program()
    {
        var lines = new List<string>();
        await using var process = await GuardedProcess.StartAsync(Program("env", lines, ("ConnectionStrings__funding-db", "Data Source=a b.db")));

        await process.Exited;

        await Eventually.HoldsAsync(() => lines.Contains("ConnectionStrings__funding-db=Data Source=a b.db", StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_has_a_session_of_its_own_so_that_CtrlC_does_not_reach_it()
    {
        await using var process = await GuardedProcess.StartAsync(Program("exec sleep 1000", []));

        // Field 4 behind the state is the session; it leads its own.
        await Eventually.HoldsAsync(() => File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ')[3] == $"{process.Id}");
    }

    [Fact]
    public async Task A_program_that_ignores_the_request_to_end_is_killed_with_what_it_started()
    {
        var lines = new List<string>();
        await using var process = await GuardedProcess.StartAsync(Program("trap '' TERM; sleep 1000 & echo $!; wait; sleep 1000", lines));
        await Eventually.HoldsAsync(() => lines.Count == 1);
        var grandchild = int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture);

        await process.StopAsync(TimeSpan.FromMilliseconds(200));

        (await process.Exited).ShouldBe(128 + 9);
        await Eventually.HoldsAsync(() => !ProcessTable.IsRunning(grandchild));
    }

    [Fact]
    public async Task A_program_that_does_not_exist_ends_with_the_shells_word_for_it()
    {
        var lines = new List<string>();
        await using var process = await GuardedProcess.StartAsync(
            new ChildProgram("/nowhere/program", [], "/", new Dictionary<string, string?>(StringComparer.Ordinal), lines.Add));

        (await process.Exited).ShouldBe(127);
    }

    private static ChildProgram Program(string script, List<string> lines, params (string Name, string Value)[] variables) => new(
        "bash", ["-c", script], "/", variables.ToDictionary(variable => variable.Name, variable => (string?)variable.Value, StringComparer.Ordinal), lines.Add);
}
