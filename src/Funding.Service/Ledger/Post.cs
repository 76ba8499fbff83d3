using Contracts.Values;
using Funding.Accounts;
using Funding.Appropriations;
using Funding.Data;
using Funding.Payments;

namespace Funding.Ledger;

/// <summary>What a posting is about, beside accounts and amount.</summary>
internal sealed record PostingContext(
    PostingKind Kind, Guid SourceId, string Jurisdiction, string Programme, int FiscalYear, Guid? InstitutionId, DateOnly PostedOn, string PostedBy, string Reference)
{
    /// <summary>About a payment.</summary>
    public static PostingContext Of(PostingKind kind, Payment payment, DateOnly today, string by, string reference) =>
        new(kind, payment.Id, payment.Jurisdiction, payment.Programme, payment.FiscalYear, payment.BodyId, today, by, reference);

    /// <summary>About an appropriation.</summary>
    public static PostingContext Of(PostingKind kind, Appropriation appropriation, DateOnly today, string by) =>
        new(kind, appropriation.Id, appropriation.Jurisdiction, appropriation.Programme, appropriation.FiscalYear, null, today, by, appropriation.DocumentNumber);

    /// <summary>About a change of an appropriation.</summary>
    public static PostingContext Of(PostingKind kind, AppropriationChange change, Appropriation appropriation, DateOnly today, string by) =>
        Of(kind, appropriation, today, by) with { SourceId = change.Id, Reference = change.DocumentNumber };

    /// <summary>About a body's year.</summary>
    public static PostingContext Of(PostingKind kind, Guid sourceId, FundingAccount account, int fiscalYear, DateOnly today, string by, string reference) =>
        new(kind, sourceId, account.Jurisdiction, account.Programme, fiscalYear, account.InstitutionId, today, by, reference);
}

/// <summary>Adds postings to the running write.</summary>
internal static class Poster
{
    /// <summary>Posts transfers, one line each. The unique key of source, kind and line lets no act be posted twice.</summary>
    public static void Post(this FundingDb db, PostingContext context, params IEnumerable<Transfer> transfers)
    {
        var line = 0;
        foreach (var transfer in transfers)
        {
            if (!Money.IsValid(transfer.AmountFen) || transfer.AmountFen == 0)
            {
                throw new InvalidOperationException($"{context.Kind} of {context.SourceId} would post {transfer.AmountFen} fen.");
            }

            db.Postings.Add(new Posting
            {
                Kind = context.Kind,
                SourceId = context.SourceId,
                Line = ++line,
                Jurisdiction = context.Jurisdiction,
                Programme = context.Programme,
                FiscalYear = context.FiscalYear,
                InstitutionId = context.InstitutionId,
                Debit = transfer.Debit,
                Credit = transfer.Credit,
                AmountFen = transfer.AmountFen,
                PostedOn = context.PostedOn,
                PostedBy = context.PostedBy,
                Reference = context.Reference,
            });
        }
    }
}
