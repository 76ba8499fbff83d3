namespace VerifyCaseFile;

/// <summary>The balances that the platform summed are those that the postings come to, account by account, to the fen.</summary>
internal static class BalanceCheck
{
    public const string Path = "ledger/balances.ndjson";

    public static void Run(CaseZip zip, Dictionary<BalanceKey, (long Debit, long Credit)> rebuilt, Report report)
    {
        var told = new HashSet<BalanceKey>();
        foreach (var line in zip.Lines(Path))
        {
            var row = Contents.Read<Balance>(line.Span);
            var account = new BalanceKey(row.Programme, row.FiscalYear, row.InstitutionId, row.Account);
            Compare(account, (row.DebitFen, row.CreditFen), rebuilt.GetValueOrDefault(account), report);
            if (!told.Add(account))
            {
                report.Add("balance-twice", Name(account), "余额出现多次。", "The balance is there more than once.");
            }
        }

        foreach (var (account, sums) in rebuilt.Where(pair => !told.Contains(pair.Key)))
        {
            Compare(account, (0, 0), sums, report);
        }

        report.Tell($"科目余额 {told.Count} 项，由分录重算", $"Balances: {told.Count}, rebuilt from the postings");
    }

    private static void Compare(BalanceKey account, (long Debit, long Credit) told, (long Debit, long Credit) rebuilt, Report report)
    {
        if (told != rebuilt)
        {
            report.Add(
                "balance-differs",
                Name(account),
                $"卷宗所载借方 {told.Debit}、贷方 {told.Credit}，由分录重算为借方 {rebuilt.Debit}、贷方 {rebuilt.Credit}（分）。",
                $"The file says debit {told.Debit}, credit {told.Credit}; the postings say debit {rebuilt.Debit}, credit {rebuilt.Credit} (fen).");
        }
    }

    private static string Name(BalanceKey key) => $"{key.Programme} {key.FiscalYear} {key.InstitutionId?.ToString("D") ?? "-"} {key.Account}";
}
