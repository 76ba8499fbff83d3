using Funding.Ledger;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Ledger;

public sealed class ChainTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("platform-ledger-");
    private readonly LedgerKey key;

    public ChainTests() => key = KeyOf("key.pem");

    [Fact]
    public void A_chain_as_it_was_sealed_has_no_fault() => Walk(Sealed(), Heads()).ShouldBeEmpty();

    [Theory]
    [InlineData("amount")]
    [InlineData("account")]
    [InlineData("reference")]
    [InlineData("day")]
    public void Any_change_of_a_posting_shows(string what)
    {
        var rows = Sealed();
        var (link, posting) = rows[1];
        rows[1] = (link, what switch
        {
            "amount" => Posting(2, amountFen: 201),
            "account" => Posting(2, debit: LedgerAccount.Entitled),
            "reference" => Posting(2, reference: "another"),
            _ => Posting(2, postedOn: Facts.Today.AddDays(1)),
        });

        Walk(rows, Heads()).ShouldHaveSingleItem().Code.ShouldBe("posting-altered");
        posting.ShouldNotBeNull();
    }

    [Fact]
    public void A_posting_that_is_gone_shows()
    {
        var rows = Sealed();
        rows[1] = (rows[1].Link, null);

        Walk(rows, Heads()).ShouldHaveSingleItem().Code.ShouldBe("posting-missing");
    }

    [Fact]
    public void A_link_taken_out_shows()
    {
        var rows = Sealed();
        rows.RemoveAt(1);

        Walk(rows, Heads()).Select(f => f.Code).ShouldContain("chain-broken");
    }

    [Fact]
    public void A_chain_recomputed_over_changed_postings_fails_at_the_signature()
    {
        var forged = Sealed(changed: true);

        var faults = Walk(forged, Heads());

        faults.ShouldHaveSingleItem().Code.ShouldBe("signature-wrong");
    }

    [Fact]
    public void A_head_signed_by_another_key_shows()
    {
        using var other = KeyOf("other.pem");
        var last = Sealed()[^1].Link;
        var head = new DailyHead { Day = Facts.Today, Position = last.Position, Hash = last.Hash, KeyId = key.Id, Signature = other.Sign(Facts.Today, last.Position, last.Hash) };

        Walk(Sealed(), new Dictionary<DateOnly, DailyHead> { [Facts.Today] = head }).ShouldHaveSingleItem().Code.ShouldBe("signature-wrong");
    }

    [Fact]
    public void A_day_without_signature_shows() => Walk(Sealed(), []).ShouldHaveSingleItem().Code.ShouldBe("head-missing");

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private LedgerKey KeyOf(string file) => LedgerKey.FromFile(Path.Combine(folder.FullName, file));

    private static List<(ChainLink Link, Posting? Posting)> Sealed(bool changed = false)
    {
        List<(ChainLink, Posting?)> rows = [];
        var hash = Chain.Genesis;
        for (var position = 1; position <= 3; position++)
        {
            var posting = Posting(position, amountFen: changed && position == 2 ? 999 : position * 100);
            var link = Chain.Link(position, posting, hash, Facts.Today);
            rows.Add((link, posting));
            hash = link.Hash;
        }

        return rows;
    }

    private static Posting Posting(
        int sequence, long? amountFen = null, LedgerAccount debit = LedgerAccount.Committed, string reference = "6号", DateOnly? postedOn = null) => new()
    {
        Sequence = sequence,
        Kind = PostingKind.PaymentApproved,
        SourceId = new Guid(sequence, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Line = 1,
        Jurisdiction = "zhoushan",
        Programme = Rules.Programme,
        FiscalYear = 2026,
        Debit = debit,
        Credit = LedgerAccount.Available,
        AmountFen = amountFen ?? sequence * 100,
        PostedOn = postedOn ?? Facts.Today,
        PostedBy = "approver",
        Reference = reference,
    };

    private Dictionary<DateOnly, DailyHead> Heads()
    {
        var last = Sealed()[^1].Link;
        return new()
        {
            [Facts.Today] = new DailyHead
            {
                Day = Facts.Today,
                Position = last.Position,
                Hash = last.Hash,
                KeyId = key.Id,
                Signature = key.Sign(Facts.Today, last.Position, last.Hash),
            },
        };
    }

    private IReadOnlyList<LedgerFault> Walk(List<(ChainLink Link, Posting? Posting)> rows, Dictionary<DateOnly, DailyHead> heads)
    {
        var check = new ChainCheck(key, heads);
        foreach (var (link, posting) in rows)
        {
            check.Next(link, posting);
        }

        return check.End();
    }
}
