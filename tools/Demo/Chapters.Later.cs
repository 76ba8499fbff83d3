namespace Demo;

/// <content>2027 to 2030.</content>
internal sealed partial class Chapters
{
    /// <summary>2027: the first year's grades and clawbacks, the second year's money, a third recognition, a merger.</summary>
    public async Task SecondYearAsync()
    {
        await stage.ChapterAsync(new(2027, 1, 11), "2026年度绩效评价、资金考核、结算、追缴", "2026 evaluated, its money reviewed, settled, taken back");
        await evaluating.EvaluateAsync(2026, "舟科评〔2027〕1号", (Body.Materials, "excellent"), (Body.Ships, "good"));
        await evaluating.ReviewAsync(2026, "舟科考〔2027〕1号", (Body.Biomedicine, "good"), (Body.Petrochemicals, "pass"), (Body.Aquaculture, "fail"));
        await recovering.SettleByTwoReceiptsAsync(Body.Ships, 2026);
        await recovering.PayAsync(Body.Aquaculture, 2026, 60_050_000);
        await Cases.RefundAsync(Body.Aquaculture, 2026, 50_000, Money.AccountOf(Body.Aquaculture), "TH20270111001");
        await spending.StateAsync(
            Body.Petrochemicals,
            2026,
            new Spending.Invoice("33002600001", "宁波某仪器有限公司", 15_000_000, new(2026, 5, 6), "反应釜"),
            new Spending.Invoice("33002600002", "杭州某检测有限公司", 5_000_000, new(2026, 9, 1), "检测服务"));

        var demand = await TakeBackAsync(new(2027, 1, 18));
        await PayByFileAsync(new(2027, 2, 1));
        await Money.RefuseAsync("money for a revoked body", Body.Aquaculture, 1_000_000, new(2027, 2, 4));

        await stage.ChapterAsync(new(2027, 3, 1), "第三家认定；2027年工作日历尚未公布", "a third recognition; the working days of 2027 are not published");
        await filing.ApplyForRecognitionAsync([Body.Biomedicine], new(2027, 3, 1));
        var selection = await recognising.SelectAsync([Body.Biomedicine], "directed", "2027年定向布局综合评审", "舟科审〔2027〕1号", new(2027, 3, 1));
        await posting.RefuseWithoutCalendarAsync(selection, "舟科公示〔2027〕1号", new(2027, 3, 1));
        await calendars.EnterTestAsync(2027);
        var notice = await posting.PostAsync(selection, "舟科公示〔2027〕1号", new(2027, 3, 1));
        await stage.OnAsync(new(2027, 3, 9));
        await posting.AnnounceAsync(notice, [Body.Biomedicine], "舟科发〔2027〕3号", new(2027, 3, 9));
        await registers.GiveOpinionAsync(Body.Materials, new(2027, 3, 9));
        await registers.InterpretAsync(new(2027, 3, 9));
        await recovering.ReceiveByNoticeAsync(Body.Petrochemicals, demand, 6_000_000);

        await stage.ChapterAsync(new(2027, 8, 6), "两年期限的提醒；合并迟报", "warnings of the two years; a merger reported late");
        await recovering.MatchByHandAsync(Body.Petrochemicals, 2026, 6_000_000);
        await merging.AbsorbAsync(Body.Materials, Body.Biomedicine, new(2027, 7, 20), new(2027, 10, 18), new(2027, 11, 8), "舟科变〔2027〕1号");
        await missing.WarnAsync(Body.Petrochemicals, new(2028, 1, 3));
        await Cases.TellAgeAsync(Body.Petrochemicals, 2026);
    }

    /// <summary>2028: a fail and its rectification, the missed two years, the third year's money.</summary>
    public async Task ThirdYearAsync()
    {
        await stage.ChapterAsync(new(2028, 1, 17), "2027年度绩效评价：一家不合格，限期整改", "2027 evaluated: a fail, a year to mend");
        await reports.TargetsAsync(new(2027, 12, 31));
        await evaluating.EvaluateAsync(2027, "舟科评〔2028〕1号", (Body.Materials, "good"), (Body.Ships, "fail"));
        await evaluating.ReviewAsync(2027, "舟科考〔2028〕1号", (Body.Biomedicine, "good"), (Body.Petrochemicals, "pass"));
        await Sanctions.ProposedAsync(Body.Ships, "evaluation-failed");
        await Sanctions.ConfirmAsync("evaluation-failed", "舟科改〔2028〕1号", new(2028, 1, 17));
        await spending.StateAsync(
            Body.Petrochemicals,
            2027,
            new Spending.Invoice("33002700001", "宁波某仪器有限公司", 20_000_000, new(2027, 6, 3), "中试装置"),
            new Spending.Invoice("33002600002", "杭州某检测有限公司", 5_000_000, new(2026, 9, 1), "检测服务", Accepted: false));

        await stage.ChapterAsync(new(2028, 2, 3), "两年内未完成认定：追缴未使用资金", "not recognised within two years: the unused money is taken back");
        await missing.ConfirmAsync(Body.Petrochemicals, "舟财追〔2028〕1号", new(2028, 2, 3));
        await recovering.SettleAllAsync(Body.Petrochemicals);

        await PayAsync(new(2028, 2, 14), (Body.Materials, 180_000_000), (Body.Ships, 120_000_000));
        await Money.RefuseAsync("money after the two years", Body.Petrochemicals, 1_000_000, new(2028, 2, 14));

        await stage.ChapterAsync(new(2028, 5, 26), "禁止期满的首个可申报日", "the first free day after the ban");
        await Sanctions.SubmitFreeAsync(Body.Aquaculture);
    }

    /// <summary>2029 and 2030: the second fail in a row, the fourth year refused, the plan's targets.</summary>
    public async Task LastYearsAsync()
    {
        await stage.ChapterAsync(new(2029, 1, 15), "连续两年不合格：取消资格，中心和牵头单位两年内不得申报", "two fails in a row: revoked, centre and lead body banned");
        await evaluating.EvaluateAsync(2028, "舟科评〔2029〕1号", (Body.Materials, "good"), (Body.Ships, "fail"));
        await evaluating.CorrectAsync(Body.Materials, 2028, "excellent", "复核发现漏计两项省级以上成果，综合得分更正为优秀。", "舟科评〔2029〕2号");
        await Sanctions.ProposedAsync(Body.Ships, "two-consecutive-fails");
        await Sanctions.ConfirmAsync("two-consecutive-fails", "舟科改〔2029〕1号", new(2029, 1, 15));
        await recovering.PayAsync(Body.Ships, 2027, 75_000_000);
        await recovering.PayAsync(Body.Ships, 2028, 100_000_000);
        await Cases.NotifyAsync(Body.Ships, 2028);

        await stage.ChapterAsync(new(2029, 2, 5), "第四个补助年度被拒", "the fourth year of support is refused");
        await budget.OpenAsync(new(2029, 2, 5), 200_000_000);
        await Money.RefuseAsync("the fourth year", Body.Materials, 1_000_000, new(2029, 2, 5));
        await Money.RefuseAsync("money after two fails", Body.Ships, 1_000_000, new(2029, 2, 5));
        await Sanctions.RefuseBannedAsync("application of a lead body that is banned", Body.Ships, new(2029, 2, 5));

        await WriteOffAsync(new(2029, 6, 18));
        await CloseYearAsync(new(2030, 1, 7));

        await stage.ChapterAsync(new(2030, 12, 31), "五年之后", "after five years");
        await reports.TargetsAsync(new(2030, 12, 31));
        await recovering.SettleAllAsync(Body.Materials);
        await recovering.SettleAllAsync(Body.Biomedicine);
        await new Ending(stage).TellAsync();
    }
}
