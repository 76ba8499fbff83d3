using Contracts.Refusals;
using Funding.BankFiles;
using ServiceDefaults.Sheets;

namespace Funding.Reconciliations;

/// <summary>Reads a day's statement; every movement must be of that day. Pure.</summary>
internal static class StatementRows
{
    private const string On = "on";
    private const string Direction = "direction";
    private const string Amount = "amount";
    private const string Reference = "reference";
    private const string Counterparty = "counterparty";
    private const int LongestReference = 100;
    private const int LongestName = 200;

    /// <summary>The columns of a statement, in any order.</summary>
    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(On, "日期", "Day", Required: true),
        new(Direction, "收支", "Direction", Required: true),
        new(Amount, "金额（元）", "Amount (yuan)", Required: true),
        new(Reference, "流水号", "Reference", Required: true),
        new(Counterparty, "对方户名", "Counterparty", Required: true),
        new("counterpartyAccount", "对方账号", "Counterparty's account", Required: false),
        new("remark", "摘要", "Remark", Required: false),
    ];

    private static readonly Dictionary<string, MoneyDirection> Directions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["支出"] = MoneyDirection.Out,
        ["借"] = MoneyDirection.Out,
        ["out"] = MoneyDirection.Out,
        ["收入"] = MoneyDirection.In,
        ["贷"] = MoneyDirection.In,
        ["in"] = MoneyDirection.In,
    };

    /// <summary>All movements, or all that is wrong.</summary>
    public static Outcome<IReadOnlyList<StatementEntry>> Read(BankTable table, Guid reconciliationId, DateOnly day)
    {
        List<RowProblem> problems = [];
        List<StatementEntry> entries = [];
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row, problems);
            var (on, direction, fen) = (reader.Day(On), reader.OneOf(Direction, Directions), reader.Fen(Amount));
            var (reference, name) = (reader.Text(Reference, LongestReference), reader.Text(Counterparty, LongestName));
            if (on is not null && on != day)
            {
                reader.Fault(On, $"不是所对账日 {day:yyyy-MM-dd} 的流水。", $"Not of {day:yyyy-MM-dd}, the day that is reconciled.");
            }

            if (on == day && direction is { } way && fen is { } amount && reference is not null && name is not null)
            {
                entries.Add(new StatementEntry
                {
                    Id = Guid.CreateVersion7(),
                    ReconciliationId = reconciliationId,
                    Line = row.Line,
                    Direction = way,
                    AmountFen = amount,
                    Reference = reference,
                    CounterpartyName = name,
                });
            }
        }

        return problems.Count > 0 ? RowReader.Refuse(problems) : entries;
    }
}
