using Funding.Reconciliations;
using Shouldly;
using Xunit;

namespace Funding.Tests.Reconciliations;

public sealed class MatchingTests
{
    // books | bank | differences: o = out, i = in, amount in fen @ reference
    [Theory]
    [InlineData("o100@A o200@B i50@C", "i50@C o100@A o200@B", "")]
    [InlineData("o100@A", "", "not-at-bank A 100 -")]
    [InlineData("", "o100@A", "not-in-books A - 100")]
    [InlineData("o100@A", "o101@A", "amount-differs A 100 101")]
    [InlineData("o100@A", "i100@A", "not-at-bank A 100 -;not-in-books A - 100")]
    [InlineData("o100@A", "o100@A o100@A", "not-in-books A - 100")]
    [InlineData("o100@A o200@A", "o200@A o100@A", "")]
    [InlineData("o100@A o200@A", "o200@A o99@A", "amount-differs A 100 99")]
    [InlineData("o100@A i100@A", "o100@A i100@A", "")]
    public void A_fen_or_a_line_more_or_less_is_a_difference_by_name(string books, string bank, string expected)
    {
        var entries = Movements(bank).Select((m, at) => new StatementEntry
        {
            Id = Guid.CreateVersion7(),
            ReconciliationId = Guid.Empty,
            Line = at + 2,
            Direction = m.Direction,
            AmountFen = m.Fen,
            Reference = m.Reference,
            CounterpartyName = "对方",
        }).ToList();

        var found = Matching.Compare([.. Movements(books).Select(m => new BookedMovement(Guid.CreateVersion7(), m.Direction, m.Fen, m.Reference, "某公司"))], entries);

        string.Join(';', found.Select(Say)).ShouldBe(expected);
        entries.Count(e => !e.Matched).ShouldBe(found.Count(f => f.Kind != DifferenceKind.NotAtBank));
        found.ShouldAllBe(f => f.Name == (f.Kind == DifferenceKind.NotInBooks ? "对方" : "某公司"));
    }

    private static string Say(Finding f)
    {
        var kind = f.Kind switch
        {
            DifferenceKind.NotAtBank => "not-at-bank",
            DifferenceKind.NotInBooks => "not-in-books",
            _ => "amount-differs",
        };
        return $"{kind} {f.Reference} {f.BookedFen?.ToString() ?? "-"} {f.BankFen?.ToString() ?? "-"}";
    }

    private static IEnumerable<(MoneyDirection Direction, long Fen, string Reference)> Movements(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(m => (m[0] == 'o' ? MoneyDirection.Out : MoneyDirection.In, long.Parse(m[1..m.IndexOf('@', StringComparison.Ordinal)], null), m[(m.IndexOf('@', StringComparison.Ordinal) + 1)..]));
}
