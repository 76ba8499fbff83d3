using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Targets;
using Reporting.Tasks;
using ServiceDefaults.Authentication;
using static Reporting.Bulletins.BulletinBlock;

namespace Reporting.Bulletins;

/// <summary>Whom a commendation may name, and how it reads (HB-30).</summary>
internal static class Commendation
{
    /// <summary>The block with the cases; it is written anew whenever they change.</summary>
    public const string Cases = "cases";

    public const int LongestName = 100;
    public const int LongestTitle = 200;
    public const int LongestText = 2000;
    private const int Most = 50;

    /// <summary>What the records of a year give ground to commend: duties done early, targets exceeded.</summary>
    public static async Task<Outcome<IReadOnlyList<Commendable>>> FindAsync(
        PolicyPack pack, int year, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var day = year < today.Year ? new DateOnly(year, 12, 31) : today;
        if (!(await GetTargets.MeasureAsync(pack.Programme, null, day, db, packs, today, caller, cancellationToken)).Accepted(out var measured, out var refusal))
        {
            return refusal;
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var duties = await db.TaskDuties.AsNoTracking()
            .Where(d => d.Jurisdiction == pack.Jurisdiction && d.Programme == pack.Programme && d.ConfirmedOn != null && d.CompletedOn >= first && d.CompletedOn <= last)
            .OrderBy(d => d.Task).ThenBy(d => d.Unit).ThenBy(d => d.Year)
            .ToListAsync(cancellationToken);
        return Of(pack, year, duties, measured.Targets);
    }

    /// <summary>The same, of what is known. Pure.</summary>
    public static List<Commendable> Of(PolicyPack pack, int year, IEnumerable<TaskDuty> duties, IEnumerable<TargetView> targets) =>
    [
        .. from duty in duties
           let task = pack.Tasks.FirstOrDefault(task => task.Name == duty.Task)
           where task is not null
           let due = DutyStatuses.DueOn(task, duty, duty.Year)
           where duty.CompletedOn < due
           select new Commendable(
               CommendationGround.EarlyDuty,
               $"{duty.Id}",
               duty.Unit,
               task.Label,
               new Label($"{duty.CompletedOn:yyyy-MM-dd} 完成，早于期限 {due:yyyy-MM-dd}", $"done on {duty.CompletedOn:yyyy-MM-dd}, before {due:yyyy-MM-dd}")),
        .. from target in targets
           // Of a series each target is about its own year.
           where target.Key == target.Name || target.By.Year == year
           from at in target.Years
           // A year that runs on may yet fall back.
           where at is { Interim: false, Reached: true, Actual: not null, Plan: not null } && at.Year == year && at.Actual.Plotted > at.Plan.Plotted
           select new Commendable(
               CommendationGround.TargetExceeded,
               target.Name,
               null,
               target.Label,
               new Label($"{year}年实际 {at.Actual!.Text}，目标 {at.Plan!.Text}", $"{at.Actual!.Text} in {year}, of {at.Plan!.Text} wanted")),
    ];

    /// <summary>The cases, or why not: what rests on records must stand in them.</summary>
    public static Outcome<IReadOnlyList<CommendedCase>> Decide(IReadOnlyList<CommendedLine>? lines, IReadOnlyList<Commendable> known, string clause)
    {
        if (lines is null || lines.Count is 0 or > Most || lines.Contains(null!))
        {
            return Refusal.BadInput("cases", lines?.Count, $"请列出 1 至 {Most} 个受表扬的单位、个人或案例。", $"Name 1 to {Most} units, persons or cases.");
        }

        var cases = new List<CommendedCase>();
        foreach (var line in lines)
        {
            var found = known.FirstOrDefault(one => one.Ground == line.Ground && one.Of == line.Of);
            if (line.Ground != CommendationGround.Case && found is null)
            {
                return Refusal.Conflict(
                        "not-on-record",
                        clause,
                        $"“{line.Name ?? line.Of}”的表扬事由在任务或目标记录中没有依据，请核对。",
                        $"The ground on which '{line.Name ?? line.Of}' is commended does not stand in the records of tasks and targets.")
                    .With("of", line.Of);
            }

            var (name, title) = ((string.IsNullOrWhiteSpace(line.Name) ? found?.Name : line.Name)?.Trim() ?? "", found?.Title ?? Trimmed(line.Title ?? new Label("", "")));
            if (CheckTexts(name, title, line.Text) is { } wrong)
            {
                return wrong;
            }

            if (cases.Exists(one => (one.Ground, one.Of, one.Name, one.Title.Zh) == (line.Ground, found?.Of, name, title.Zh)))
            {
                return Refusal.Conflict("commended-twice", clause, $"“{name}”已因同一事由列入名单。", $"'{name}' is on the list for the same already.").With("of", line.Of);
            }

            cases.Add(new CommendedCase(line.Ground, found?.Of, name, title, found?.Fact ?? new Label("", ""), Trimmed(line.Text)));
        }

        return cases;
    }

    /// <summary>The bulletin as it is generated.</summary>
    public static WrittenBulletin Write(PolicyPack pack, int year, IReadOnlyList<CommendedCase> cases, string clause) => new(
        new Label($"关于{year}年度工作成绩突出单位和个人的通报表扬", $"Commendation of {year}"),
        clause,
        [
            Paragraph(
                "scope",
                $"根据《{pack.Documents[0].Title.Zh}》，对{year}年度工作中成绩突出的单位和个人予以通报表扬。",
                $"Under “{pack.Documents[0].Title.En}”, those who did outstandingly in {year} are commended."),
            Heading("commended", "受表扬的单位、个人和典型案例", "Who is commended"),
            Table(cases),
            Paragraph("demand", "希望受表扬的单位和个人再接再厉，各地各单位学习借鉴。", "May they go on so, and may others learn from them."),
        ],
        []);

    /// <summary>The table of the cases.</summary>
    public static BulletinBlock Table(IReadOnlyList<CommendedCase> cases) => BulletinBlock.Table(
        Cases,
        "通报表扬名单",
        "The list",
        [new Label("序号", "No."), new Label("单位或个人", "Unit or person"), new Label("事由", "Ground"), new Label("事项", "Subject"), new Label("依据", "On record"), new Label("主要事迹", "What was achieved")],
        [.. cases.Select((one, index) => (IReadOnlyList<Label>)[Cell(index + 1), Cell(one.Name), Name(one.Ground), one.Title, one.Fact, one.Text])]);

    /// <summary>A ground for people.</summary>
    public static Label Name(CommendationGround ground) => ground switch
    {
        CommendationGround.EarlyDuty => new Label("任务提前完成", "done early"),
        CommendationGround.TargetExceeded => new Label("超额完成目标", "target exceeded"),
        _ => new Label("典型案例", "example"),
    };

    private static Label Trimmed(Label text) => new(text.Zh.Trim(), text.En.Trim());

    private static Refusal? CheckTexts(string name, Label title, Label text) =>
        name.Length is 0 or > LongestName
            ? Refusal.BadInput("cases.name", name, $"请填写受表扬的单位或个人，不超过 {LongestName} 字。", $"Name the unit or person, in at most {LongestName} characters.")
        : title.Zh.Length is 0 or > LongestTitle || title.En.Length > LongestTitle
            ? Refusal.BadInput("cases.title", title.Zh, $"请填写案例名称，不超过 {LongestTitle} 字。", $"Give the example a title of at most {LongestTitle} characters.")
        : text.Zh.Trim().Length is 0 or > LongestText || text.En.Trim().Length > LongestText
            ? Refusal.BadInput("cases.text", text.Zh.Length, $"请填写主要事迹，不超过 {LongestText} 字。", $"Say what was achieved, in at most {LongestText} characters.")
        : null;
}
