using Contracts.Values;
using Funding.BureauTables;
using Funding.Invoices;
using Funding.ShadowRuns;
using Policies;

namespace Funding.Histories;

/// <summary>A body that the platform knows.</summary>
internal sealed record KnownBody(Guid Id, string Name, string BodyCode, string BodyName);

/// <summary>What the platform has already, which no history may change.</summary>
/// <param name="Bodies">The bodies of the programme.</param>
/// <param name="Years">Fiscal years with an appropriation of the platform's.</param>
/// <param name="Receipts">Receipt numbers that are used.</param>
internal sealed record KnownBooks(IReadOnlyList<KnownBody> Bodies, IReadOnlySet<int> Years, IReadOnlySet<string> Receipts);

/// <summary>
/// What a bureau's rows come to as opening balances, or every row that is wrong. Pure. The entitled amount is what the bureau found
/// where its table says so, and the pack's where the table has only the grade.
/// </summary>
internal sealed class StageHistory
{
    // Where only the entitled amount is on record, and where no document is.
    private const string NoGrade = "—";
    private const string NoDocument = "期初";

    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly BureauRows rows;
    private readonly KnownBooks known;
    private readonly RulesByDay rules;
    private readonly List<RowFault> faults = [];
    private readonly Dictionary<BodyBooks, KnownBody?> found = [];

    private StageHistory(BureauRows rows, KnownBooks known, PolicyPack pack, DateOnly today) =>
        (this.rows, this.known, rules) = (rows, known, new RulesByDay(pack, today));

    /// <summary>The lines, or the faults: never both.</summary>
    public static (IReadOnlyList<HistoryLine> Lines, IReadOnlyList<RowFault> Faults) Decide(Guid history, BureauRows rows, KnownBooks known, PolicyPack pack, DateOnly today)
    {
        var stage = new StageHistory(rows, known, pack, today);
        var lines = stage.Run(history);
        return stage.faults.Count == 0 ? (lines, []) : ([], stage.faults);
    }

    private List<HistoryLine> Run(Guid history)
    {
        // Invoices are not entered: the bodies declare them. What cannot be read of them stops nothing.
        faults.AddRange(rows.Faults.Where(fault => !rows.InvoiceTables.Contains(fault.Table)));
        var books = Books.Of(rows);
        var lines = new List<HistoryLine>();
        foreach (var body in books.Bodies.Where(body => body.Payments.Count > 0))
        {
            if (Known(body) is not { } institution)
            {
                continue;
            }

            CheckStrays(body);
            var hold = Hold(body);
            foreach (var year in body.Years)
            {
                if (Line(history, lines.Count + 1, institution, body, year.Key, [.. year], hold) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        foreach (var body in books.Bodies.Where(body => body.Payments.Count == 0))
        {
            CheckStrays(body);
        }

        if (rows.Claims.Count > 0)
        {
            faults.Add(new RowFault(
                rows.Claims[0].Origin.Table, rows.Claims[0].Origin.Line, TableColumns.Amount, "", "补助申领不作为期初数导入，请在演练中去掉该表。", "What was paid on claims is not entered as an opening balance; leave that table out of the run."));
        }

        if (rows.Payments.Count == 0)
        {
            faults.Add(new RowFault(0, 0, TableColumns.Amount, "", "台账中没有拨付，无可导入。", "The tables tell of no payment; there is nothing to enter."));
        }

        return lines;
    }

    private KnownBody? Known(BodyBooks body)
    {
        if (found.TryGetValue(body, out var before))
        {
            return before;
        }

        var name = body.Payments[0].Body;
        var codes = body.Payments.Select(p => p.Body.Code).OfType<string>().Select(InvoiceKey.Normalise).ToHashSet(StringComparer.Ordinal);
        var fit = known.Bodies.Where(one => codes.Count > 0 ? codes.Contains(one.BodyCode) : IsNamed(one, name.Name)).ToList();
        fit = fit.Count > 1 ? [.. fit.Where(one => IsNamed(one, name.Name))] : fit;
        if (fit.Count != 1)
        {
            Fault(
                body.Payments[0].Origin,
                codes.Count > 0 ? TableColumns.Code : TableColumns.Body,
                name.Name,
                fit.Count == 0 ? "平台上没有该单位，请先在机构名录中导入或备案。" : "平台上有多家单位与此相符，请填写统一社会信用代码。",
                fit.Count == 0 ? "The platform does not know this body; enter it on the register first." : "Several bodies fit; give the social credit code.");
        }

        return found[body] = fit.Count == 1 ? fit[0] : null;
    }

    private static bool IsNamed(KnownBody one, string name) =>
        InvoiceKey.Normalise(name) is var wanted && (InvoiceKey.Normalise(one.Name) == wanted || InvoiceKey.Normalise(one.BodyName) == wanted);

    private HistoryLine? Line(Guid history, int number, KnownBody institution, BodyBooks body, int year, List<PaidRow> payments, string? hold)
    {
        var before = faults.Count;
        CheckPayments(payments, year);
        var review = body.Reviews.LastOrDefault(r => r.FiscalYear == year);
        var paid = payments.Sum(p => p.AmountFen);
        var entitled = review is null || faults.Count > before ? null : Entitled(review, payments, year);
        var receipts = Receipts(body, year, entitled is { } due ? paid - due : 0);
        return faults.Count > before
            ? null
            : new HistoryLine
            {
                HistoryId = history,
                Number = number,
                InstitutionId = institution.Id,
                Body = institution.Name,
                FiscalYear = year,
                PaidFen = paid,
                Grade = review is null ? null : review.Grade ?? NoGrade,
                EntitledFen = entitled,
                ClawbackFen = entitled is { } fen ? paid - fen : 0,
                ReceivedFen = receipts.Sum(r => r.AmountFen),
                HoldReason = hold,
                Detail = Json.Write(new PastYear(
                    [.. payments.Select(p => new PastPayment(p.AmountFen, p.PaidOn!.Value, p.AllottedOn, p.Document ?? NoDocument))], receipts)),
            };
    }

    private void CheckPayments(List<PaidRow> payments, int year)
    {
        foreach (var payment in payments)
        {
            if (year >= rules.AsOf.Year)
            {
                Fault(payment.Origin, TableColumns.Year, $"{year}", "只能导入以前年度；本年度的拨付请按日常流程办理。", "Only years that are over are history; this year's payments go the ordinary way.");
            }
            else if (known.Years.Contains(year))
            {
                Fault(payment.Origin, TableColumns.Year, $"{year}", "该年度已有平台的年度安排，不能再导入。", "The year has an appropriation on the platform; it cannot be entered as well.");
            }

            if (payment.PaidOn is null)
            {
                Fault(payment.Origin, TableColumns.PaidOn, "", "导入期初数须填写拨付日期。", "An opening balance needs the day of payment.");
            }

            if (payment.AllottedOn is null && !rules.On(null).ClockFallsBackToPayment)
            {
                Fault(payment.Origin, TableColumns.AllottedOn, "", "认定期限自下达之日起算，须填写下达日期。", "The time for the recognition runs from the allotment; give its day.");
            }
        }
    }

    private long? Entitled(GradedRow review, List<PaidRow> payments, int year)
    {
        var paid = payments.Sum(p => p.AmountFen);
        if (review.EntitledFen is { } given)
        {
            if (given > paid)
            {
                Fault(review.Origin, TableColumns.Entitled, Money.FromFen(given).ToString(), "应补助金额大于已拨付金额。", "More entitled than was paid.");
            }

            return given;
        }

        var on = rules.OnYear(year);
        return on.Entitled(payments.Select(p => Money.FromFen(p.AmountFen)), review.Grade!, on.Today.Year).Accepted(out var calculated, out var refused)
            ? calculated.Amount!.Value.Fen
            : throw new PolicyException(refused);
    }

    private List<PastReceipt> Receipts(BodyBooks body, int year, long clawbackFen)
    {
        var receipts = new List<PastReceipt>();
        foreach (var row in body.Recoveries.Where(r => r.FiscalYear == year && r.ReceivedFen > 0))
        {
            if (receipts.Sum(r => r.AmountFen) + row.ReceivedFen > clawbackFen)
            {
                Fault(
                    row.Origin,
                    TableColumns.Received,
                    Money.FromFen(row.ReceivedFen).ToString(),
                    $"收回金额超过该年度多拨付的 {Money.FromFen(clawbackFen)} 元；其他事由收回的资金请另行登记。",
                    $"More came back than the {Money.FromFen(clawbackFen)} yuan that the year was paid too much; record what came back for another cause by itself.");
            }
            else if (row.ReceivedOn < body.Payments.Where(p => p.FiscalYear == year).Min(p => p.PaidOn))
            {
                Fault(row.Origin, TableColumns.ReceivedOn, $"{row.ReceivedOn:yyyy-MM-dd}", "收款日期早于拨付日期。", "Nothing can come back before it was paid.");
            }
            else if (row.Document is { } number && (known.Receipts.Contains(number) || !used.Add(number)))
            {
                Fault(row.Origin, TableColumns.Document, number, "缴款书号重复。", "The receipt's number is used already.");
            }

            receipts.Add(new PastReceipt(row.ReceivedFen, row.ReceivedOn ?? new DateOnly(year, 12, 31), row.Document ?? ""));
        }

        return receipts;
    }

    // A grade or a receipt of a year that was never paid belongs to something that the tables do not tell.
    private void CheckStrays(BodyBooks body)
    {
        foreach (var review in body.Reviews.Where(r => body.Payments.TrueForAll(p => p.FiscalYear != r.FiscalYear)))
        {
            Fault(review.Origin, TableColumns.Year, $"{review.FiscalYear}", "该年度没有拨付，考核无从对应。", "Nothing was paid in that year for the review to be about.");
        }

        foreach (var recovery in body.Recoveries.Where(r => body.Payments.TrueForAll(p => p.FiscalYear != r.FiscalYear)))
        {
            Fault(recovery.Origin, TableColumns.Year, $"{recovery.FiscalYear}", "该年度没有拨付，收回无从对应。", "Nothing was paid in that year to come back.");
        }
    }

    /// <summary>A body whose last standing may not be paid is held until Registry knows of it (ZS-20…22).</summary>
    private string? Hold(BodyBooks body)
    {
        if (body.Standings.LastOrDefault() is not { } last || !rules.Has("payable") || rules.On(null).Payable(last.Standing).Refusal is null)
        {
            return null;
        }

        return $"期初台账：{last.Since:yyyy-MM-dd} {Words.StandingZh(last.Standing)}（{rules.On(null).ClauseOf(last.Standing) ?? rules.Cite("payable").ClauseId}），待机构名录登记后解除";
    }

    private void Fault(RowOrigin origin, string column, string value, string zh, string en) =>
        faults.Add(new RowFault(origin.Table, origin.Line, column, value, zh, en));
}
