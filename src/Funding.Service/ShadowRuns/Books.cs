using Funding.BureauTables;
using Funding.Invoices;
using Funding.Packs;
using Policies;

namespace Funding.ShadowRuns;

/// <summary>What the tables tell of one body.</summary>
internal sealed class BodyBooks(string name)
{
    public string Name { get; } = name;

    /// <summary>What was paid, in the order of paying.</summary>
    public List<PaidRow> Payments { get; } = [];

    /// <summary>What it was paid on claims, in the order of paying.</summary>
    public List<PaidRow> Claims { get; } = [];

    public List<GradedRow> Reviews { get; } = [];

    public List<RecoveredRow> Recoveries { get; } = [];

    public List<InvoiceRow> Invoices { get; } = [];

    /// <summary>Its standings, the earliest first.</summary>
    public List<StandingRow> Standings { get; } = [];

    /// <summary>The years in which it was paid, the earliest first.</summary>
    public IReadOnlyList<IGrouping<int, PaidRow>> Years => [.. Payments.GroupBy(p => p.FiscalYear).OrderBy(y => y.Key)];

    /// <summary>What came back of a year.</summary>
    public long ReceivedFen(int fiscalYear) => Recoveries.Where(r => r.FiscalYear == fiscalYear).Sum(r => r.ReceivedFen);

    /// <summary>What was claimed back of a year: what was received without a notice was claimed as well.</summary>
    public long ClaimedFen(int fiscalYear) => Math.Max(ReceivedFen(fiscalYear), Recoveries.Where(r => r.FiscalYear == fiscalYear).Sum(r => r.ClaimedFen));
}

/// <summary>
/// A bureau's rows by body. A body is told by its code; where a row gives none, by its name as far as one code bears it. Blanks,
/// full-width signs and capitals make no other body.
/// </summary>
internal sealed class Books
{
    private readonly Dictionary<string, BodyBooks> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> codes = new(StringComparer.Ordinal);

    private Books(BureauRows rows) => Kinds = rows.Kinds;

    /// <summary>Which kinds of table there were.</summary>
    public IReadOnlySet<TableKind> Kinds { get; }

    /// <summary>The bodies, by name.</summary>
    public IReadOnlyList<BodyBooks> Bodies { get; private set; } = [];

    /// <summary>What was paid and did not come back from the bank, in the order of paying (P-4).</summary>
    public IReadOnlyList<PaidRow> Payments { get; private set; } = [];

    /// <summary>What was paid on claims, in that order as well.</summary>
    public IReadOnlyList<PaidRow> Claims { get; private set; } = [];

    /// <summary>The books of these rows.</summary>
    public static Books Of(BureauRows rows)
    {
        var books = new Books(rows);
        foreach (var body in rows.Payments.Select(r => r.Body).Concat(rows.Reviews.Select(r => r.Body)).Concat(rows.Recoveries.Select(r => r.Body))
            .Concat(rows.Invoices.Select(r => r.Body)).Concat(rows.Standings.Select(r => r.Body)).Concat(rows.Claims.Select(r => r.Body)))
        {
            books.Learn(body);
        }

        (books.Payments, books.Claims) = (Stand(rows.Payments), Stand(rows.Claims));
        books.Enter(books.Payments, r => r.Body, b => b.Payments);
        books.Enter(books.Claims, r => r.Body, b => b.Claims);
        books.Enter(rows.Reviews, r => r.Body, b => b.Reviews);
        books.Enter(rows.Recoveries, r => r.Body, b => b.Recoveries);
        books.Enter(rows.Invoices, r => r.Body, b => b.Invoices);
        books.Enter(rows.Standings.OrderBy(s => s.Since), r => r.Body, b => b.Standings);
        books.Bodies = [.. books.bodies.Values.OrderBy(b => b.Name, StringComparer.Ordinal)];
        return books;
    }

    /// <summary>The body of a row.</summary>
    public BodyBooks Of(BodyName body)
    {
        var name = InvoiceKey.Normalise(body.Name);
        var key = (body.Code is { } code ? InvoiceKey.Normalise(code) : codes.GetValueOrDefault(name)) ?? name;
        return bodies.TryGetValue(key, out var found) ? found : bodies[key] = new BodyBooks(body.Name);
    }

    private static List<PaidRow> Stand(IEnumerable<PaidRow> paid) =>
        [.. paid.Where(p => !p.IsReversed).OrderBy(p => p.On ?? DateOnly.MaxValue).ThenBy(p => p.Origin.Table).ThenBy(p => p.Origin.Line)];

    private void Learn(BodyName body)
    {
        if (body.Code is not { } given)
        {
            return;
        }

        var (name, code) = (InvoiceKey.Normalise(body.Name), InvoiceKey.Normalise(given));

        // Two codes under one name are two bodies: then a name alone says neither.
        codes[name] = codes.TryGetValue(name, out var known) && known != code ? null : code;
    }

    private void Enter<T>(IEnumerable<T> rows, Func<T, BodyName> body, Func<BodyBooks, List<T>> list)
    {
        foreach (var row in rows)
        {
            list(Of(body(row))).Add(row);
        }
    }
}

/// <summary>The pack's rules as of each day; what was before the pack is held against it as on its first day.</summary>
internal sealed class RulesByDay(PolicyPack pack, DateOnly asOf)
{
    private readonly Dictionary<DateOnly, PaymentRules> known = [];

    public PolicyPack Pack { get; } = pack;

    /// <summary>The day up to which the tables are looked at.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>The rules on a day; on the last one where the day is not known.</summary>
    public PaymentRules On(DateOnly? day)
    {
        var on = day ?? AsOf;
        on = on < Pack.From ? Pack.From : on;
        return known.TryGetValue(on, out var rules) ? rules : known[on] = new PaymentRules(Pack, on);
    }

    /// <summary>The rules at the end of a fiscal year.</summary>
    public PaymentRules OnYear(int fiscalYear) => On(new DateOnly(fiscalYear, 12, 31));

    public bool Has(string rule) => Pack.Rules.Any(r => r.Name == rule);

    public bool HasParameter(string parameter) => Pack.Parameters.Any(p => p.Name == parameter);

    /// <summary>Where a rule comes from.</summary>
    public Citation Cite(string rule) => Pack.Rules.First(r => r.Name == rule).Citation;
}
