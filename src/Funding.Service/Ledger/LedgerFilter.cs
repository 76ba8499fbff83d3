namespace Funding.Ledger;

/// <summary>Which postings: of a programme, a body, a fiscal year, posted within a period; both its days belong to it.</summary>
internal sealed record LedgerFilter
{
    /// <summary>Of one programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Of one body.</summary>
    public Guid? Institution { get; init; }

    /// <summary>Of one fiscal year.</summary>
    public int? Year { get; init; }

    /// <summary>From this day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A bureau's postings that are meant.</summary>
    public IQueryable<Posting> Of(IQueryable<Posting> postings, string? jurisdiction)
    {
        postings = postings.Where(p => p.Jurisdiction == jurisdiction);
        postings = Programme is { } programme ? postings.Where(p => p.Programme == programme) : postings;
        postings = Institution is { } institution ? postings.Where(p => p.InstitutionId == institution) : postings;
        postings = Year is { } year ? postings.Where(p => p.FiscalYear == year) : postings;
        postings = From is { } from ? postings.Where(p => p.PostedOn >= from) : postings;
        return To is { } to ? postings.Where(p => p.PostedOn <= to) : postings;
    }
}
