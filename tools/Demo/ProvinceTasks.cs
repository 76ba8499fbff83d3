using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The 27 tasks: named persons and timetables, progress, completions with evidence, one overdue: HB-02, HB-14, HB-29.</summary>
internal sealed class ProvinceTasks(Stage stage)
{
    private const string Province = "hb-city";
    private const string Confirmer = "hb-city-2";
    private const string Duties = "/api/reporting/task-duties";
    private const string NotFinished = "public-platform";

    private static readonly string[] Surnames = ["陈", "李", "张", "刘", "杨", "黄", "周", "吴", "徐", "孙", "马", "胡"];
    private static readonly DateOnly PlansEnd = new(2035, 12, 31);

    private readonly Platform platform = stage.Platform;

    /// <summary>Names every unit's person, reports, completes and confirms, and tells where the board stands.</summary>
    public async Task RunAsync(DateOnly today)
    {
        var board = await BoardAsync();
        var (year, tasks) = (board["year"]!.GetValue<int>(), board["tasks"]!.AsArray());
        var parts = tasks.SelectMany(task => task!["duties"]!.AsArray().Select(duty => new Part(task["name"]!.GetValue<string>(), duty!["unit"]!.GetValue<string>(), Day(duty["dueOn"])))).ToList();
        await Parallel.ForEachAsync(parts.Index(), Together.Options, async (part, _) => await NameAsync(part.Item, part.Index, year, today));
        stage.Tell.Done($"{tasks.Count}项任务、{parts.Count}个责任单位落实到人，时间表不晚于文件期限", $"{tasks.Count} tasks: a person and a timetable for each of {parts.Count} units, none later than the document's (HB-02, HB-29)");

        var due = parts.Where(part => part.Due < today && part.Task != NotFinished).ToList();
        await Parallel.ForEachAsync(due, Together.Options, async (part, _) => await CompleteAsync(part));
        var running = parts.Where(part => part.Due >= today || part.Due is null || part.Task == NotFinished).DistinctBy(part => part.Task).ToList();
        await Parallel.ForEachAsync(running.Index(), Together.Options, async (part, _) => await ReportAsync(part.Item, part.Index, today));
        await platform.UploadAsync(
            Province, $"/api/reporting/roadmaps?programme={HubeiZone.Programme}&year={year}&title={Uri.EscapeDataString($"{year}年度工作推进路线图")}", "路线图.pdf", "application/pdf", Answers.Pdf("路线图"));
        await TellAsync(due.Count, running.Count);
    }

    private async Task NameAsync(Part part, int index, int year, DateOnly today)
    {
        var until = part.Due ?? PlansEnd;
        part.Duty = await platform.PutAsync(Province, Duties, 0, new
        {
            programme = HubeiZone.Programme,
            task = part.Task,
            unit = part.Unit,
            year,
            person = $"{Surnames[index % Surnames.Length]}某",
            post = "分管负责同志",
            from = Stage.Iso(until < today ? until.AddYears(-1) : new DateOnly(today.Year, 1, 1)),
            until = Stage.Iso(until),
        });
    }

    // Reported by one person with what proves it, confirmed by another.
    private async Task CompleteAsync(Part part)
    {
        var address = $"{Duties}/{Stage.Id(part.Duty!)}";
        var completed = await platform.PostAsync(Province, $"{address}/complete", new { text = "已按期完成并通过验收。", completedOn = Stage.Iso(part.Due!.Value.AddDays(-10)) }, Stage.Version(part.Duty!));
        var entry = Stage.Id(completed["entries"]!.AsArray()[^1]!);
        await platform.UploadAsync(Province, $"{address}/entries/{entry}/attachments", "验收材料.pdf", "application/pdf", Answers.Pdf($"{part.Task} {part.Unit}"));
        await platform.PostAsync(Confirmer, $"{address}/confirm", new { }, completed["version"]!.GetValue<long>());
    }

    private async Task ReportAsync(Part part, int index, DateOnly today)
    {
        var (percent, text) = part.Task == NotFinished ? (83, "“五库一目录”已建成五库，目录系统尚在调试。") : (30 + (index * 2), "按年度路线图推进，完成阶段任务。");
        await platform.PostAsync(Province, $"{Duties}/{Stage.Id(part.Duty!)}/progress", new { text, percent, day = Stage.Iso(today) }, Stage.Version(part.Duty!));
    }

    private async Task TellAsync(int completed, int running)
    {
        var tasks = (await BoardAsync())["tasks"]!.AsArray();
        var late = tasks.Where(task => task!["status"]!.GetValue<string>() == "late").ToList();
        var missed = tasks.SelectMany(task => task!["milestones"]!.AsArray()).Where(one => one!["missed"]!.GetValue<bool>() && !one["aim"]!.GetValue<bool>()).ToList();
        stage.Tell.Done($"{completed}个单位按期完成，附材料，由另一人确认；{running}项任务报送进展", $"{completed} units are done in time, with evidence and confirmed by another person; {running} tasks report progress");
        stage.Tell.Done(
            $"逾期任务{late.Count}项：{string.Join("；", late.Select(task => task!["label"]!["zh"]))}；未达里程碑：{string.Join("；", missed.Select(one => $"{one!["label"]!["zh"]}（{one["actual"]}/{one["wanted"]}）"))}",
            $"{late.Count} task is late: {string.Join("; ", late.Select(task => task!["label"]!["en"]))}; milestone missed: {string.Join("; ", missed.Select(one => $"{one!["label"]!["en"]} ({one["actual"]} of {one["wanted"]})"))} (HB-14)");
    }

    private Task<JsonNode> BoardAsync() => platform.GetAsync(Province, $"/api/reporting/task-board?programme={HubeiZone.Programme}");

    private static DateOnly? Day(JsonNode? day) => day is null ? null : DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd");

    /// <summary>A unit's part in a task, and its last day where the document names one.</summary>
    private sealed record Part(string Task, string Unit, DateOnly? Due)
    {
        public JsonNode? Duty { get; set; }
    }
}
