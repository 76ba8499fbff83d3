namespace Demo;

/// <summary>The five years, a method each; each chapter's own file tells how.</summary>
internal sealed partial class Chapters(Stage stage)
{
    /// <summary>The story's first day.</summary>
    public static readonly DateOnly FirstDay = new(2026, 1, 5);

    private readonly Filing filing = new(stage);
    private readonly Budgeting budget = new(stage);
    private readonly Banking banking = new(stage);
    private readonly Recognising recognising = new(stage);
    private readonly Posting posting = new(stage);
    private readonly Evaluating evaluating = new(stage);
    private readonly Recovering recovering = new(stage);
    private readonly Calendars calendars = new(stage);
    private readonly Reports reports = new(stage);
    private readonly Spending spending = new(stage);
    private readonly Missing missing = new(stage);
    private readonly Merging merging = new(stage);
    private readonly Registers registers = new(stage);

    private Disbursing Money => field ??= new Disbursing(stage, budget);

    private CaseWork Cases => field ??= new CaseWork(stage, recovering);

    private Sanctioning Sanctions => field ??= new Sanctioning(stage, filing);

    /// <summary>2026: five are entered and paid, two recognised, one found to have cheated.</summary>
    public async Task FirstYearAsync()
    {
        await filing.EnterAllAsync(FirstDay);
        await PayAsync(new(2026, 2, 2), (Body.Materials, 60_000_000), (Body.Ships, 60_000_000), (Body.Biomedicine, 60_000_000), (Body.Petrochemicals, 60_000_000), (Body.Aquaculture, 60_000_000));

        await stage.ChapterAsync(new(2026, 4, 7), "申请认定、专家评审、市科技局审定", "applications for recognition, experts' review, the city's decision");
        await recognising.EnrolAsync();
        await filing.ApplyForRecognitionAsync([Body.Materials, Body.Aquaculture, Body.Ships], new(2026, 4, 7));
        var directed = await recognising.SelectAsync([Body.Materials, Body.Aquaculture], "directed", "2026年定向布局综合评审", "舟科审〔2026〕1号", new(2026, 4, 7));
        var merit = await recognising.SelectAsync([Body.Ships], "merit", "2026年择优认定综合评审", "舟科审〔2026〕2号", new(2026, 4, 7));

        await stage.ChapterAsync(new(2026, 4, 30), "公示5个工作日（跨劳动节及调休），异议", "public notice of 5 working days across Labour Day, an objection");
        var first = await posting.PostAsync(directed, "舟科公示〔2026〕1号", new(2026, 4, 30));
        var second = await posting.PostAsync(merit, "舟科公示〔2026〕2号", new(2026, 4, 30));
        await stage.OnAsync(new(2026, 5, 7));
        await posting.ObjectAsync(first, Body.Aquaculture, "申报材料中的检测报告编号与出具机构档案不符。");
        await stage.OnAsync(new(2026, 5, 11));
        await posting.RefuseAnnouncementAsync("announcement before the notice is over", first, [Body.Materials], "舟科发〔2026〕5号", new(2026, 5, 11));
        await stage.OnAsync(new(2026, 5, 12));
        await posting.RefuseLateObjectionAsync(first, Body.Materials);
        await posting.RefuseAnnouncementAsync("announcement with an open objection", first, [Body.Aquaculture], "舟科发〔2026〕5号", new(2026, 5, 12));
        await posting.AnnounceAsync(first, [Body.Materials], "舟科发〔2026〕5号", new(2026, 5, 12));
        await posting.AnnounceAsync(second, [Body.Ships], "舟科发〔2026〕6号", new(2026, 5, 12));
        await posting.UpholdAsync(first, "经向出具机构核实，检测报告系伪造。");

        await stage.ChapterAsync(new(2026, 5, 25), "严重弄虚作假：取消资格，两年内不得申报", "serious fraud: revoked, banned for two years");
        await Sanctions.ProposeFraudAsync(Body.Aquaculture, new(2026, 5, 25));
        await Sanctions.ConfirmAsync("serious-fraud", "舟科〔2026〕32号", new(2026, 5, 25));
        await stage.OnAsync(new(2026, 6, 8));
        await Sanctions.RefuseBannedAsync("application while banned", Body.Aquaculture, new(2026, 6, 8));

        await stage.ChapterAsync(new(2026, 7, 20), "定期报告与运行监测", "periodic reports and monitoring");
        await reports.FilePapersAsync(Body.Materials, new(2026, 7, 20));
        await reports.HandInAsync(2026, 1, Body.Materials, Body.Ships, Body.Biomedicine);
        await stage.OnAsync(new(2026, 7, 31));
        await reports.MonitorAsync(2026, 1);
    }

    private async Task PayAsync(DateOnly day, params IReadOnlyList<(Body Body, long Fen)> shares)
    {
        await stage.ChapterAsync(day, $"{day.Year}年：300万元，先行拨付", $"{day.Year}: 3,000,000.00 yuan, paid in advance");
        await budget.OpenAsync(day);
        await Money.PayAsync(day, shares);
        evaluating.Paid(day.Year, shares.Select(share => share.Body));
    }
}
