using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Invoices;

/// <summary>An invoice or contract payment as somebody states it.</summary>
internal sealed record StatedInvoice(string Number, string SellerName, string? SellerCode, long AmountFen);

/// <summary>For what invoices are accepted, and by which clause an invoice counts once.</summary>
internal sealed record InvoiceSource(string Jurisdiction, string Programme, InvoiceUse Use, Guid Id, string Clause);

/// <summary>Accepts invoices, each once, and frees them again.</summary>
internal static class AcceptInvoices
{
    /// <summary>Accepts a source's invoices and saves what was done so far; refused where one was accepted before, anywhere in the jurisdiction.</summary>
    public static async Task<Refusal?> AcceptInvoicesAsync(
        this FundingDb db, InvoiceSource source, IReadOnlyList<StatedInvoice> invoices, CancellationToken cancellationToken)
    {
        List<AcceptedInvoice> rows = [.. invoices.Select(invoice => Row(source, invoice))];
        await db.LockInvoicesAsync(rows.SelectMany(row => new[] { row.ByName, row.ByCode }.OfType<string>()), cancellationToken);
        if (await BeforeAsync(db, source, rows, cancellationToken) is { } before)
        {
            return Twice(source, before);
        }

        db.AcceptedInvoices.AddRange(rows);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Twice(source, null);
        }
    }

    /// <summary>Frees what sources' invoices held; others may be accepted against them again.</summary>
    public static Task FreeInvoicesAsync(this FundingDb db, IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken) =>
        db.AcceptedInvoices.Where(invoice => sourceIds.Contains(invoice.SourceId)).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The last of two that are the same invoice in one list, by name or by code; null where all differ.</summary>
    public static int? Again(IReadOnlyList<StatedInvoice> invoices) => Again(invoices, invoice => Row(invoice).ByName) ?? Again(invoices, invoice => Row(invoice).ByCode);

    /// <summary>A number of nothing but signs would be equal to any other such number.</summary>
    public static Refusal? CheckNumber(string field, string? number) => InvoiceKey.Normalise(number ?? "").Length > 0
        ? null
        : Refusal.BadInput(field, number, "发票号码应含数字或字母。", "An invoice number has digits or letters.");

    private static int? Again(IReadOnlyList<StatedInvoice> invoices, Func<StatedInvoice, string?> key) =>
        invoices.Index().Where(i => key(i.Item) is not null).GroupBy(i => key(i.Item), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Last().Index;

    private static (string ByName, string? ByCode) Row(StatedInvoice invoice) =>
        (InvoiceKey.ByName(invoice.Number, invoice.SellerName, invoice.AmountFen), InvoiceKey.ByCode(invoice.Number, invoice.SellerCode, invoice.AmountFen));

    private static AcceptedInvoice Row(InvoiceSource source, StatedInvoice invoice)
    {
        var (byName, byCode) = Row(invoice);
        return new AcceptedInvoice
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = source.Jurisdiction,
            Programme = source.Programme,
            ByName = byName,
            ByCode = byCode,
            Number = invoice.Number,
            SellerName = invoice.SellerName,
            AmountFen = invoice.AmountFen,
            Use = source.Use,
            SourceId = source.Id,
        };
    }

    private static Task<AcceptedInvoice?> BeforeAsync(FundingDb db, InvoiceSource source, List<AcceptedInvoice> rows, CancellationToken ct)
    {
        List<string> names = [.. rows.Select(r => r.ByName)], codes = [.. rows.Select(r => r.ByCode).OfType<string>()];
        return db.AcceptedInvoices.AsNoTracking()
            .Where(i => i.Jurisdiction == source.Jurisdiction && i.SourceId != source.Id && (names.Contains(i.ByName) || codes.Contains(i.ByCode!)))
            .FirstOrDefaultAsync(ct);
    }

    private static Refusal Twice(InvoiceSource source, AcceptedInvoice? before) => Refusal.Conflict(
            "invoice-accepted-before",
            source.Clause,
            $"发票{(before is null ? "" : $"“{before.Number}”（{before.SellerName}）")}已在其他支出报表或申领中认可，同一发票不能重复认可，请对该凭证不予认可并说明理由。",
            $"An invoice{(before is null ? "" : $" '{before.Number}' of {before.SellerName}")} is accepted in another statement or claim already; an invoice counts once. Do not accept it, and say why.")
        .With("number", before?.Number).With("sellerName", before?.SellerName).With("amountFen", before?.AmountFen)
        .With("programme", before?.Programme).With("use", before?.Use.En()).With("sourceId", before?.SourceId);
}
