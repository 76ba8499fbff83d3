namespace Demo;

/// <content>What a treasury asks for: bank files, holds, notices, write-offs, the year's end.</content>
internal sealed partial class Chapters
{
    // ZS-07: a notice with its number, an objection in vain, three parts; the last of them is never paid in time. The notice's number.
    private async Task<string> TakeBackAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, "追缴通知书、异议、分期缴款", "the notice, an objection, payment in parts");
        var notice = await Cases.NotifyAsync(Body.Petrochemicals, 2026);
        await Cases.ObjectInVainAsync(
            Body.Petrochemicals, 2026, "考核未计入12月到货的设备。", "12月到货设备不属于2026年度支出，考核结果维持。", "舟科异〔2027〕1号");
        await Cases.PayInPartsAsync(
            Body.Petrochemicals,
            2026,
            "单位资金周转困难，已提供还款来源说明",
            (6_000_000, new(2027, 3, 31)),
            (6_000_000, new(2027, 6, 30)),
            (6_000_000, new(2027, 9, 30)));
        return notice;
    }

    // One is on hold until it is released, one owes and gets the rest, one fails, one comes back; both are paid again.
    private async Task PayByFileAsync(DateOnly day)
    {
        const long share = 75_000_000;
        await stage.ChapterAsync(day, $"{day.Year}年：300万元；银行文件往来，一笔失败、一笔退汇", $"{day.Year}: 3,000,000.00 yuan by files to and from the bank; one fails, one comes back");
        await budget.OpenAsync(day);
        var hold = await Money.HoldAsync(Body.Materials, "审计抽查2026年度经费使用，核实前暂停支付。", "its spending of 2026 is audited");
        var held = await Money.ProposeAsync(Body.Materials, share, day);
        await Money.RefuseApprovalAsync("money on hold", held);
        await Money.ReleaseAsync(Body.Materials, hold, "抽查完毕，未发现问题。", "nothing was found");
        List<Guid> advances = [await Money.ApproveAsync(held), .. await Money.AdvanceAsync(day, (Body.Ships, share), (Body.Biomedicine, share), (Body.Petrochemicals, share))];
        await Cases.OffsetAsync(Body.Biomedicine, 2026, advances[2], "舟科抵〔2027〕1号");
        evaluating.Paid(day.Year, [Body.Materials, Body.Ships, Body.Biomedicine, Body.Petrochemicals]);

        var run = await banking.SendAsync(day.Year, advances);
        await banking.AnswerAsync(run, new Dictionary<Guid, BankAnswer>
        {
            [advances[0]] = new(BankAnswer.Paid, day, "ZS20270001"),
            [advances[1]] = new(BankAnswer.Failed, day, "ZS20270002", "账号与户名不符"),
            [advances[2]] = new(BankAnswer.Paid, day, "ZS20270003"),
            [advances[3]] = new(BankAnswer.Paid, day, "ZS20270004"),
        });
        banking.Bank.Charge(day, 5_000, "SF20270001");
        await banking.ReconcileAsync(day, "银行按季扣收账户手续费，从单位自有资金列支");

        await stage.OnAsync(day.AddDays(2));
        await banking.AnswerAsync(run, new Dictionary<Guid, BankAnswer> { [advances[3]] = new(BankAnswer.Returned, day.AddDays(2), "ZS20270005", "收款行已更名，行号有误") });
        await PayAgainAsync(day.AddDays(3), share, advances);
    }

    private async Task PayAgainAsync(DateOnly day, long share, List<Guid> advances)
    {
        await stage.OnAsync(day);
        var number = Money.UseAccount(Body.Ships, "3309020104000770021");
        await Money.RefuseAsync("another account without a change", Body.Ships, share, day, advances[1]);
        await banking.ChangeAccountAsync(Body.Ships, number, "某银行舟山定海支行", "基本账户迁移，附开户许可");
        stage.Facts.Ended = (advances[1], advances[3]);
        List<Guid> again = [await Money.AgainAsync(Body.Ships, share, day, advances[1]), await Money.AgainAsync(Body.Petrochemicals, share, day, advances[3])];
        await banking.PayAllAsync(day, again, first: 6);
        await banking.ReconcileAsync(day);
        stage.Facts.Paid[day.Year] = [advances[0], advances[2], .. again];
    }

    private async Task WriteOffAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, "逾期追缴报告领导，部分核销；年中追加；来路不明的缴款", "what is overdue goes to the leaders, a part is written off; more is appropriated; money of unknown origin");
        await Cases.TellAgeAsync(Body.Ships, 2028);
        await Cases.WriteOffAsync(Body.Ships, 2028, 15_000_000, "单位已停止运营，经法院强制执行无可供执行财产。", "舟科核〔2029〕1号");
        await Money.HoldAsync(Body.Ships, "追缴款逾期未缴清。", "its clawback is overdue");
        await budget.SupplementAsync(day, 100_000_000);
        banking.Bank.Receive(day, 500_000, "ZR20290001", "定海某物业管理有限公司");
        banking.Bank.Charge(day, 3_000, "SF20290001");
        await recovering.KeepUnmatchedAsync(500_000, "定海某物业管理有限公司", "ZR20290001");
        await banking.ReconcileAsync(day);
    }

    private async Task CloseYearAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, $"{day.Year - 1}年度年终结账与结转", $"{day.Year - 1} is closed, a part is carried over");
        await budget.OpenAsync(day, 200_000_000);
        await budget.CloseAsync(day, 100_000_000);
    }
}
