using Contracts.Values;
using Funding.BureauTables;
using Funding.Invoices;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>
/// Which statement of an invoice is the first, and which repeat it: the same number, seller (by name or by code) and amount, however
/// they were typed, across bodies and years (ZS-08, HB-04).
/// </summary>
internal sealed class FirstInvoices
{
    private readonly List<(InvoiceRow First, List<InvoiceRow> Again)> groups = [];
    private readonly Dictionary<InvoiceRow, int> groupOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BodyBooks, long> countedElsewhere = [];

    private FirstInvoices()
    {
    }

    /// <summary>The invoices that are stated more than once, the first statement first.</summary>
    public IEnumerable<(InvoiceRow First, List<InvoiceRow> Again)> Twice => groups.Where(group => group.Again.Count > 0);

    public static FirstInvoices Among(IEnumerable<InvoiceRow> rows)
    {
        var found = new FirstInvoices();
        var known = new Dictionary<(string Number, string Seller, long Fen), int>();
        foreach (var row in rows.OrderBy(r => r.IssuedOn ?? DateOnly.MaxValue).ThenBy(r => r.Origin.Table).ThenBy(r => r.Origin.Line))
        {
            var number = InvoiceKey.Number(row.Number);
            var keys = new[] { row.Seller, row.SellerCode }.OfType<string>().Select(seller => (number, InvoiceKey.Normalise(seller), row.AmountFen)).ToList();
            var group = keys.Select(key => known.GetValueOrDefault(key, -1)).FirstOrDefault(at => at >= 0, -1);
            if (group < 0)
            {
                group = found.groups.Count;
                found.groups.Add((row, []));
            }
            else
            {
                found.groups[group].Again.Add(row);
            }

            found.groupOf[row] = group;
            keys.ForEach(key => known.TryAdd(key, group));
        }

        return found;
    }

    /// <summary>What a body spent until a day, each invoice once, and what it stated again.</summary>
    public (long SpentFen, long TwiceFen) Of(BodyBooks body, DateOnly cutOff)
    {
        var until = body.Invoices.Where(invoice => !(invoice.IssuedOn > cutOff)).ToLookup(invoice => ReferenceEquals(groups[groupOf[invoice]].First, invoice));
        return (until[true].Sum(i => i.AmountFen), until[false].Sum(i => i.AmountFen));
    }

    /// <summary>Notes fens of a body's repeated invoices that are claimed otherwise.</summary>
    public void CountElsewhere(BodyBooks body, long fen) => countedElsewhere[body] = countedElsewhere.GetValueOrDefault(body) + fen;

    /// <summary>What of a repeated invoice still counts.</summary>
    public long Count(BodyBooks body, long fen)
    {
        var elsewhere = countedElsewhere.GetValueOrDefault(body);
        countedElsewhere[body] = Math.Max(0, elsewhere - fen);
        return Math.Max(0, fen - elsewhere);
    }
}

/// <summary>ZS-08, HB-04: an invoice counts once, whichever body and year states it.</summary>
internal sealed class FindInvoicesTwice(Books books, RulesByDay rules, FirstInvoices invoices)
{
    // The calculations that look at what money was spent on.
    private static readonly string[] SpendingRules = ["unused", "purchase-subsidy"];

    public IEnumerable<Finding> Run() =>
        SpendingRules.FirstOrDefault(rules.Has) is { } rule ? invoices.Twice.Select(group => Find(rules.Cite(rule), group.First, group.Again)) : [];

    private Finding Find(Citation citation, InvoiceRow first, List<InvoiceRow> again)
    {
        var (fen, body) = (again.Sum(row => row.AmountFen), books.Of(first.Body));
        var others = again.Select(row => books.Of(row.Body).Name).Distinct(StringComparer.Ordinal).ToList();
        var same = others.Count == 1 && others[0] == body.Name;
        return new Finding
        {
            Kind = FindingKind.InvoiceTwice,
            Citation = citation,
            Body = others[0],
            FiscalYear = again[0].IssuedOn?.Year,
            Mark = $"{InvoiceKey.Normalise(first.Number)}|{InvoiceKey.Normalise(first.Seller)}|{first.AmountFen}",
            AmountFen = fen,
            CountedFen = again.Sum(row => invoices.Count(books.Of(row.Body), row.AmountFen)),
            Text = new Label(
                $"“{first.Seller}”的票据{first.Number}（{Money.FromFen(first.AmountFen)}元）列支{again.Count + 1}次：{(same ? $"均由“{body.Name}”列支" : $"先由“{body.Name}”列支，又由{string.Join("、", others.Select(o => $"“{o}”"))}列支")}。",
                $"Invoice {first.Number} of '{first.Seller}' over {Money.FromFen(first.AmountFen)} yuan was stated {again.Count + 1} times: {(same ? $"each time by '{body.Name}'" : $"by '{body.Name}', then by {string.Join(", ", others.Select(o => $"'{o}'"))}")}."),
            Sheet = rules.Pack.Sheet("同一票据重复列支", "One invoice stated twice")
                .Line(
                    "重复列支金额",
                    "Stated again",
                    citation.ClauseId,
                    Figure.Of(Money.FromFen(fen)),
                    new SheetInput(new Label("票面金额", "Amount of the invoice"), Figure.Of(Money.FromFen(first.AmountFen))),
                    new SheetInput(new Label("列支次数", "Times stated"), Figure.Of(again.Count + 1)))
                .Build(),
            Rows = [first.Origin, .. again.Select(row => row.Origin)],
        };
    }
}
