using Contracts.Registry;
using Contracts.Values;
using Policies;
using ServiceDefaults.Sheets;

namespace Funding.BureauTables;

/// <summary>Reads mapped rows into facts; a row with a fault is left out as a whole. Pure.</summary>
internal sealed class ReadTable(int number, TableKind kind, TableLayout layout, PolicyPack pack, DateOnly today)
{
    /// <summary>Adds what a row tells, or its faults.</summary>
    public void Add(SheetRow row, BureauRows rows)
    {
        if (layout.At(TableColumns.Body) is { } at && at < row.Cells.Count && TableWords.IsSum(row.Cells[at].Text))
        {
            return;
        }

        rows.Count++;
        var reader = new RowReader(number, row, layout, pack, today);
        var add = Read(reader, rows);
        if (reader.Faults.Count == 0)
        {
            add();
            return;
        }

        rows.LeftOut++;
        if (kind == TableKind.Invoices)
        {
            rows.InvoiceTables.Add(number);
        }

        rows.Faults.AddRange(reader.Faults);
    }

    private Action Read(RowReader row, BureauRows rows) => kind switch
    {
        TableKind.Payments => Payment(row, rows),
        TableKind.Reviews => Review(row, rows),
        TableKind.Recoveries => Recovery(row, rows),
        TableKind.Invoices => Invoice(row, rows),
        TableKind.Claims => Claim(row, rows),
        _ => Standing(row, rows),
    };

    private static Action Payment(RowReader row, BureauRows rows)
    {
        var (body, paidOn, allottedOn) = (row.Body(), row.Day(TableColumns.PaidOn), row.Day(TableColumns.AllottedOn));
        var (year, amount) = (row.Year(paidOn ?? allottedOn), NeededAmount(row, rows, TableColumns.Amount));
        var paid = new PaidRow(row.Origin(), body, year, amount, paidOn, allottedOn, row.Text(TableColumns.Document), row.IsReversed(TableColumns.Outcome));
        var (grade, entitled, received) = (row.Grade(TableColumns.Grade), row.Amount(TableColumns.Entitled), row.Amount(TableColumns.Received));
        var recognisedOn = row.Day(TableColumns.RecognisedOn);
        return () =>
        {
            rows.Payments.Add(paid);
            if (grade is not null || entitled is not null)
            {
                rows.Reviews.Add(new GradedRow(paid.Origin, body, year, grade, entitled));
                rows.Kinds.Add(TableKind.Reviews);
            }

            if (received > 0)
            {
                rows.Recoveries.Add(new RecoveredRow(paid.Origin, body, year, 0, received.Value, null));
            }

            if (recognisedOn is { } day)
            {
                rows.Standings.Add(new StandingRow(paid.Origin, body, Standings.Recognised, day));
                rows.Kinds.Add(TableKind.Standings);
            }
        };
    }

    private static Action Claim(RowReader row, BureauRows rows)
    {
        var (body, paidOn) = (row.Body(), row.Day(TableColumns.PaidOn));
        var (year, amount) = (row.Year(paidOn), NeededAmount(row, rows, TableColumns.Amount));
        var (bought, contract) = (row.Amount(TableColumns.Bought), row.Text(TableColumns.Contract));
        var paid = new PaidRow(row.Origin(), body, year, amount, paidOn, null, row.Text(TableColumns.Document), row.IsReversed(TableColumns.Outcome), bought, contract);
        return () => rows.Claims.Add(paid);
    }

    private static Action Review(RowReader row, BureauRows rows)
    {
        var review = new GradedRow(row.Origin(), row.Body(), row.Year(), row.Grade(TableColumns.Grade), row.Amount(TableColumns.Entitled));
        if (review.Grade is null && review.EntitledFen is null && row.Faults.Count == 0)
        {
            row.Fault(TableColumns.Grade, "等次与应补助金额至少填写一项。", "Give the grade or the entitled amount.");
        }

        return () => rows.Reviews.Add(review);
    }

    private static Action Recovery(RowReader row, BureauRows rows)
    {
        var recovered = new RecoveredRow(
            row.Origin(),
            row.Body(),
            row.Year(),
            Bounded(row, rows, TableColumns.Claimed),
            Bounded(row, rows, TableColumns.Received),
            row.Day(TableColumns.ReceivedOn),
            row.Text(TableColumns.Document));
        return () => rows.Recoveries.Add(recovered);
    }

    private static Action Invoice(RowReader row, BureauRows rows)
    {
        var invoice = new InvoiceRow(
            row.Origin(),
            row.Body(),
            row.Needed(TableColumns.Number),
            row.Needed(TableColumns.Seller),
            row.Text(TableColumns.SellerCode),
            NeededAmount(row, rows, TableColumns.Amount),
            row.Day(TableColumns.IssuedOn));
        return () => rows.Invoices.Add(invoice);
    }

    private static Action Standing(RowReader row, BureauRows rows)
    {
        var (body, word, since) = (row.Body(), row.Standing(TableColumns.Standing), row.Day(TableColumns.Since));
        if (since is null && row.Faults.Count == 0)
        {
            row.Fault(TableColumns.Since, "必填。", "This must be filled in.");
        }

        var standing = new StandingRow(row.Origin(), body, word, since ?? default);
        return () => rows.Standings.Add(standing);
    }

    private static long NeededAmount(RowReader row, BureauRows rows, string column)
    {
        _ = row.Needed(column);
        return Bounded(row, rows, column);
    }

    // Sums of what the tables say must stay within what an amount can be (P-1).
    private static long Bounded(RowReader row, BureauRows rows, string column)
    {
        var fen = row.Amount(column) ?? 0;
        if (rows.TotalFen + fen > Money.MaxFen)
        {
            row.Fault(column, "金额合计超出平台可表示的范围。", "The amounts add up to more than the platform can hold.");
            return 0;
        }

        rows.TotalFen += fen;
        return fen;
    }
}
