using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The two years from the allotment: warnings, and what follows when they are over (ZS-08).</summary>
internal sealed class Missing(Stage stage)
{
    private const string Cases = "/api/funding/deadline-cases";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>Goes to the last day of warning; the sweep of each such day on the way writes its own.</summary>
    public async Task WarnAsync(Body body, DateOnly lastWarning)
    {
        await stage.OnAsync(lastWarning);
        var clock = (await stage.RowsAsync("zs-maker", "/api/funding/deadlines?limit=200")).Single(row => stage.BodyOf(row) == body);
        var warnings = clock["warnings"]!.AsArray().Select(w => w!["days"]!.GetValue<int>()).ToList();
        facts.Warnings.AddRange(warnings);
        stage.Tell.Done(
            $"{body.ProjectName}须在{clock["deadline"]}前完成认定，还有{clock["daysLeft"]}天；已在期满前{string.Join("、", warnings)}日提醒",
            $"{body.En} must be recognised by {clock["deadline"]}, {clock["daysLeft"]} days are left; warned {string.Join(", ", warnings)} days before (ZS-08)");
    }

    /// <summary>The sweep proposed the case the day after; a person confirms it, and what is unused is claimed.</summary>
    public async Task ConfirmAsync(Body body, string documentNumber, DateOnly decidedOn)
    {
        bool Is(JsonNode? row) => row!["institutionId"]!.GetValue<Guid>() == facts.Institutions[body];
        var page = await platform.EventuallyAsync("zs-approver", $"{Cases}?limit=200", p => p["items"]!.AsArray().Any(Is));
        var proposed = page["items"]!.AsArray().Single(Is)!;
        facts.DeadlineCase = proposed["id"]!.GetValue<Guid>();
        stage.Tell.Done($"期满次日系统提出追缴案，待人确认", "the day after the last one the case is proposed, for a person to confirm (P-5)");
        var confirmed = await platform.PostAsync("zs-approver", $"{Cases}/{facts.DeadlineCase}/confirm", new { documentNumber, decidedOn = Stage.Iso(decidedOn) });
        var entries = confirmed["entries"]!.AsArray().Select(e => $"{e!["fiscalYear"]}: {Stage.Yuan(e["amountFen"]!.GetValue<long>())}").ToList();
        stage.Tell.Done($"{documentNumber}确认，追缴未使用资金 {string.Join(";", entries)}", $"confirmed; unused money is claimed: {string.Join("; ", entries)} (ZS-08)");
    }
}
