using Contracts.Funding;
using Contracts.Values;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Ledger;
using Funding.Packs;
using Funding.Payments;
using Funding.Receipts;
using Funding.Settlements;
using Funding.ShadowRuns;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Jobs;

namespace Funding.Histories;

/// <summary>
/// Posts a signed history: each year's appropriation, payments, settlement and receipts, by the same postings that the ordinary way
/// makes, in one transaction. What was paid too much and not received is claimed from then on (ZS-07); a year without a grade goes
/// to its review (ZS-06).
/// </summary>
internal sealed class TakeHistory(FundingDb db, SettleYear settle, PackShelf packs, BusinessClock clock) : IJobHandler
{
    public const string JobKind = "take-history";

    // No bank account is on record for what was paid before the platform.
    private const string NoAccount = "00000000";

    private readonly Dictionary<int, Appropriation> appropriations = [];

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        try
        {
            await db.WriteAsync(ct => TakeAsync(id, ct), cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Somebody opened a year's appropriation or used a receipt's number since it was checked.
            await db.WriteAsync(ct => ClashAsync(id, ct), cancellationToken);
        }

        return null;
    }

    private async Task TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var history = await db.Histories.SingleOrDefaultAsync(h => h.Id == id && h.State == HistoryState.TakingEffect, cancellationToken);
        if (history is null)
        {
            return;
        }

        var lines = await db.HistoryLines.AsNoTracking().Where(l => l.HistoryId == id).OrderBy(l => l.Number).ToListAsync(cancellationToken);
        var rules = new PaymentRules(await packs.RulingAsync(history.Programme, clock.Today, cancellationToken), clock.Today);
        var accounts = await db.TakeTurnsAsync(lines.Select(l => l.InstitutionId), cancellationToken);
        if (lines.Exists(line => accounts[line.InstitutionId].Years.Exists(y => y.FiscalYear == line.FiscalYear)))
        {
            Refuse(history);
            return;
        }

        Open(history, lines, rules);
        foreach (var line in lines)
        {
            var account = accounts[line.InstitutionId];
            Enter(history, line, account, rules);
        }

        var cases = db.Clawbacks.Local.Where(c => c.Cause == ClawbackCause.OverAdvance).ToDictionary(c => (c.InstitutionId, c.FiscalYear));
        foreach (var line in lines.Where(l => l.EntitledFen is not null))
        {
            Receive(history, line, accounts[line.InstitutionId], cases);
        }

        foreach (var held in lines.Where(l => l.HoldReason is not null).DistinctBy(l => l.InstitutionId))
        {
            Hold(history, held, accounts[held.InstitutionId]);
        }

        history.State = HistoryState.InEffect;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ClashAsync(Guid id, CancellationToken cancellationToken) => Refuse(await db.Histories.SingleAsync(h => h.Id == id, cancellationToken));

    private static void Refuse(History history) => (history.State, history.FaultZh, history.FaultEn) = (
        HistoryState.Faulty,
        "核对之后，平台上已有其中年度的安排、拨付或缴款书号；请重新核对。",
        "Since it was checked, the platform has an appropriation, a payment or a receipt of one of its years; check it again.");

    // A year of the past was appropriated as much as was paid in it, and is closed: nothing of it can be paid any more.
    private void Open(History history, List<HistoryLine> lines, PaymentRules rules)
    {
        foreach (var year in lines.GroupBy(l => l.FiscalYear).OrderBy(y => y.Key))
        {
            var total = year.Sum(l => l.PaidFen);
            var sheet = rules.Pack.Sheet("期初数", "Opening balance")
                .Line($"{year.Key}年度期初拨付合计", $"Paid in {year.Key}, as entered", rules.CapClause, Figure.Of(Money.FromFen(total))).Build();
            var appropriation = new Appropriation
            {
                Id = Guid.CreateVersion7(),
                Jurisdiction = history.Jurisdiction,
                Programme = history.Programme,
                FiscalYear = year.Key,
                OpenedFen = total,
                AmountFen = total,
                CapFen = rules.AnnualCap?.Value.Fen,
                CommittedFen = total,
                DocumentNumber = history.DocumentNumber!,
                DocumentDate = history.DocumentDate!.Value,
                FunctionalSubject = history.FunctionalSubject!,
                Status = AppropriationStatus.Closed,
                ClosedOn = clock.Today,
                Proposed = history.Made,
                Approved = history.Confirmed,
                Sheet = StoredSheet.Write(sheet),
            };
            appropriations[year.Key] = appropriation;
            db.Appropriations.Add(appropriation);
            db.Post(
                PostingContext.Of(PostingKind.AppropriationOpened, appropriation, clock.Today, history.Confirmed!.Subject),
                new Transfer(LedgerAccount.Available, LedgerAccount.Appropriated, total));
        }
    }

    private void Enter(History history, HistoryLine line, FundingAccount account, PaymentRules rules)
    {
        var past = Json.Read<PastYear>(line.Detail);
        var year = account.Year(line.FiscalYear);
        var paid = past.Payments.Select(payment => Pay(history, line, payment, account)).ToList();
        year.LiveAdvances = paid.Count;
        (year.CommittedFen, year.PaidFen) = (line.PaidFen, line.PaidFen);
        if (line.EntitledFen is not { } entitled)
        {
            foreach (var advance in paid)
            {
                db.Publish(Streams.Of(account), Fact(advance));
            }

            return;
        }

        var amounts = paid.ConvertAll(a => Money.FromFen(a.AmountFen));
        settle.Settle(
            new YearToSettle(account, line.FiscalYear, null, [], amounts, []),
            new ReviewResult(Guid.CreateVersion7(), 1, line.Grade!, history.DocumentDate!.Value, history.DocumentNumber!),
            Figures(line, entitled, rules),
            rules,
            run: null);
    }

    private Advance Pay(History history, HistoryLine line, PastPayment payment, FundingAccount account)
    {
        var advance = new Advance
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = line.InstitutionId,
            AppropriationId = appropriations[line.FiscalYear].Id,
            Jurisdiction = history.Jurisdiction,
            Programme = history.Programme,
            FiscalYear = line.FiscalYear,
            AmountFen = payment.AmountFen,
            Purpose = "期初数 Opening balance",
            AllotmentNumber = payment.Document,
            AllottedOn = payment.AllottedOn,
            PayeeName = account.ImplementingBodyName,
            PayeeAccount = NoAccount,
            Status = PaymentStatus.Paid,
            Proposed = history.Made,
            Approved = history.Confirmed,
            ApprovedOn = payment.PaidOn,
            ExportedOn = payment.PaidOn,
            PaidOn = payment.PaidOn,
        };
        db.Advances.Add(advance);
        account.FirstAllottedOn = RecognitionClock.Earlier(account.FirstAllottedOn, advance.ClockFrom);
        var by = history.Confirmed!.Subject;
        db.Post(PostingContext.Of(PostingKind.PaymentApproved, advance, clock.Today, by, payment.Document), new Transfer(LedgerAccount.Committed, LedgerAccount.Available, payment.AmountFen));
        db.Post(PostingContext.Of(PostingKind.PaymentPaid, advance, clock.Today, by, payment.Document), new Transfer(advance.PaidInto, LedgerAccount.Committed, payment.AmountFen));
        return advance;
    }

    private static YearFigures Figures(HistoryLine line, long entitledFen, PaymentRules rules)
    {
        var (advance, entitled) = (Money.FromFen(line.PaidFen), Money.FromFen(entitledFen));
        var clause = rules.Pack.Rules.First(r => r.Name == "entitled").Citation.ClauseId;
        var sheet = rules.Pack.Sheet("期初年度结算", "Settlement of a year before the platform")
            .Line(
                "实际应补助金额（期初，按原考核结果）",
                "Entitled, as found by the review of that time",
                clause,
                Figure.Of(entitled),
                new SheetInput(new Label("已拨付", "Paid"), Figure.Of(advance)),
                new SheetInput(new Label("等次", "Grade"), Figure.Of(line.Grade!)))
            .Build();
        return new YearFigures(advance, entitled, advance - entitled, sheet);
    }

    private void Receive(History history, HistoryLine line, FundingAccount account, Dictionary<(Guid InstitutionId, int FiscalYear), Clawback> cases)
    {
        foreach (var (past, at) in Json.Read<PastYear>(line.Detail).Receipts.Select((past, at) => (past, at)))
        {
            var receipt = new Receipt
            {
                Id = Guid.CreateVersion7(),
                Jurisdiction = history.Jurisdiction,
                ReceiptNumber = past.Number.Length > 0 ? past.Number : $"{history.DocumentNumber}/{line.Number}-{at + 1}",
                AmountFen = past.AmountFen,
                ReceivedOn = past.ReceivedOn,
                PayerName = account.ImplementingBodyName,
                MatchedFen = past.AmountFen,
                Recorded = history.Confirmed!,
            };
            db.Receipts.Add(receipt);
            db.Book(receipt, cases[(line.InstitutionId, line.FiscalYear)], account, past.AmountFen, history.Confirmed!, clock.Today);
        }
    }

    private void Hold(History history, HistoryLine line, FundingAccount account)
    {
        account.OpenHolds++;
        var id = Guid.CreateVersion7();
        db.Holds.Add(new Hold { Id = id, SourceId = id, Cause = HoldCause.Ban, InstitutionId = line.InstitutionId, Reason = line.HoldReason!, Placed = history.Confirmed! });
    }

    private static AdvancePaid Fact(Advance advance) => new()
    {
        AdvanceId = advance.Id,
        InstitutionId = advance.InstitutionId,
        Programme = advance.Programme,
        FiscalYear = advance.FiscalYear,
        AmountFen = advance.AmountFen,
        PaidOn = advance.PaidOn!.Value,
    };
}
