namespace Funding.Ledger.Vouchers;

/// <summary>One entry (分录) of a voucher: an account of the books and its amount on one side.</summary>
internal sealed record VoucherEntry(BookAccount Account, long DebitFen, long CreditFen);

/// <summary>
/// A voucher (记账凭证) of the bureau's books: all that one act posted on one day, booked by the bureau's mapping. Debits equal credits, because each
/// posting is a transfer.
/// </summary>
internal sealed record AccountingVoucher(Posting First, IReadOnlyList<VoucherEntry> Entries)
{
    /// <summary>The voucher of one act's postings; null where all of them stay within one account of the books.</summary>
    /// <param name="act">The postings of one kind and source, in the order of their lines.</param>
    /// <param name="mapping">The bureau's mapping, which knows every account of theirs.</param>
    public static AccountingVoucher? Of(IReadOnlyList<Posting> act, BookMapping mapping)
    {
        var entries = new List<VoucherEntry>();
        foreach (var posting in act)
        {
            var (debit, credit) = (mapping.Of(posting.Debit)!, mapping.Of(posting.Credit)!);
            if (debit.Code != credit.Code)
            {
                entries.Add(new VoucherEntry(debit, posting.AmountFen, 0));
                entries.Add(new VoucherEntry(credit, 0, posting.AmountFen));
            }
        }

        return entries.Count == 0 ? null : new AccountingVoucher(act[0], entries);
    }
}
