using Funding.BureauTables;
using Funding.Histories;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Histories;

public sealed class StageHistoryTests
{
    [Fact]
    public void Invoices_that_cannot_be_read_keep_no_history_out_for_it_takes_none()
    {
        var rows = new BureauRows { Count = 2, LeftOut = 2 };
        rows.Faults.AddRange([new RowFault(1, 2, "year", "二〇二四", "年度不明", "no year"), new RowFault(2, 7, "amount", "八千", "金额不明", "no amount")]);
        rows.InvoiceTables.Add(2);

        var (_, faults) = StageHistory.Decide(Guid.CreateVersion7(), rows, new KnownBooks([], new HashSet<int>(), new HashSet<string>()), Rules.Zhoushan, new DateOnly(2026, 3, 1));

        faults.ShouldContain(fault => fault.Table == 1);
        faults.ShouldNotContain(fault => fault.Table == 2);
    }
}
