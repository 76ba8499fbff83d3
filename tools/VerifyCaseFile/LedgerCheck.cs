using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VerifyCaseFile;

/// <summary>
/// Walks the chain from its first link to the signed head, and sums the postings on the way. This is written again and not shared with the
/// platform: what verifies must not be the code that it verifies.
/// </summary>
internal sealed class LedgerCheck(Manifest manifest, PublicKey key, Report report)
{
    public const string ChainPath = "ledger/chain.ndjson";
    private const string HeadsPath = "ledger/heads.ndjson";
    private const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly Dictionary<long, string> headHashes = [];
    private readonly Dictionary<DateOnly, Link> lastOfDay = [];
    private Link? last;
    private long links;
    private long shown;

    /// <summary>What went to and left each account, by the postings.</summary>
    public Dictionary<BalanceKey, (long Debit, long Credit)> Balances { get; } = [];

    /// <summary>The decisions that the postings rest on.</summary>
    public HashSet<Guid> Sources { get; } = [];

    public void Run(CaseZip zip)
    {
        var heads = zip.Lines(HeadsPath).Select(line => Contents.Read<DailyHead>(line.Span)).ToList();
        heads.ForEach(head => headHashes[head.Position] = "");
        foreach (var line in zip.Lines(ChainPath))
        {
            Next(Contents.Read<Link>(line.Span));
        }

        CheckEnd();
        CheckHeads(heads);
        report.Tell(
            $"链 {links} 环，其中本范围分录 {shown} 条；每日链首 {heads.Count} 个",
            $"Chain: {links} links, {shown} of them with postings of this scope; {heads.Count} daily heads");
    }

    private void Next(Link link)
    {
        links++;
        var where = $"position {link.Position}";
        if (link.Position != links || link.PreviousHash != (last?.Hash ?? Genesis))
        {
            report.Add("chain-broken", where, $"链条在此处中断（第 {link.Position} 位）。", "The chain is broken here.");
        }

        if (link.Digest is null)
        {
            report.Add("posting-missing", where, "该位置的分录在出具卷宗时已不存在。", "The posting at this position was gone when the file was made.");
        }
        else if (link.Posting is not null && Digest(link.Posting) != link.Digest)
        {
            report.Add("posting-altered", where, $"分录 {link.Posting.Sequence} 的内容与其摘要不符。", $"Posting {link.Posting.Sequence} is not the one of the digest.");
        }

        if (Sha256($"{link.Position.ToString(CultureInfo.InvariantCulture)}\n{link.Digest}\n{link.PreviousHash}") != link.Hash)
        {
            report.Add("link-altered", where, "链值与内容不符。", "The hash does not fit what it is over.");
        }

        if (headHashes.ContainsKey(link.Position))
        {
            headHashes[link.Position] = link.Hash;
        }

        lastOfDay[link.SealedOn] = last = link;
        if (link.Posting is { } posting)
        {
            Sum(posting, where);
        }
    }

    private void Sum(Posting posting, string where)
    {
        shown++;
        if (posting.Jurisdiction != manifest.Jurisdiction || (manifest.Programme is { } programme && posting.Programme != programme))
        {
            report.Add("out-of-scope", where, "分录不属于清单所称的范围。", "The posting is not of the scope that the manifest names.");
        }

        if (posting.AmountFen <= 0)
        {
            report.Add("amount-invalid", where, $"分录金额 {posting.AmountFen} 分无效。", $"An amount of {posting.AmountFen} fen cannot be.");
        }

        Sources.Add(posting.SourceId);
        Move(posting, posting.Debit, posting.AmountFen, 0);
        Move(posting, posting.Credit, 0, posting.AmountFen);
    }

    private void Move(Posting posting, string account, long debit, long credit)
    {
        var whose = new BalanceKey(posting.Programme, posting.FiscalYear, posting.InstitutionId, account);
        var so = Balances.GetValueOrDefault(whose);
        Balances[whose] = checked((so.Debit + debit, so.Credit + credit));
    }

    private void CheckEnd()
    {
        if (links != manifest.Position || (last?.Hash ?? Genesis) != manifest.Head)
        {
            report.Add("chain-incomplete", ChainPath, $"链到第 {links} 位为止，清单所称为第 {manifest.Position} 位，或链尾不同。", $"The chain ends at {links} where the manifest says {manifest.Position}, or in another hash.");
        }
    }

    private void CheckHeads(IReadOnlyCollection<DailyHead> heads)
    {
        var days = heads.ToLookup(head => head.Day);
        foreach (var (day, link) in lastOfDay.Where(ended => days[ended.Key].All(head => head.Position != ended.Value.Position)))
        {
            report.Add("head-missing", $"{day:yyyy-MM-dd}", $"当日没有与链尾（第 {link.Position} 位）一致的签名。", $"The day has no signature of its last link ({link.Position}).");
        }

        foreach (var head in heads)
        {
            var message = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Day:O}\n{head.Position}\n{head.Hash}"));
            if (head.KeyId != key.Id || headHashes[head.Position] != head.Hash || !key.Verifies(message, head.Signature))
            {
                report.Add("head-wrong", $"{head.Day:yyyy-MM-dd}", "当日链首的签名与链不符。", "The day's signed head does not fit the chain.");
            }
        }
    }

    // Each text is preceded by its length in UTF-16 units, so that no two postings read alike.
    private static string Digest(Posting p)
    {
        var text = new StringBuilder();
        foreach (var part in (string[])
        [
            p.Sequence.ToString(CultureInfo.InvariantCulture), p.Kind, p.SourceId.ToString("D"), p.Line.ToString(CultureInfo.InvariantCulture),
            p.Jurisdiction, p.Programme, p.FiscalYear.ToString(CultureInfo.InvariantCulture), p.InstitutionId?.ToString("D") ?? "",
            p.Debit, p.Credit, p.AmountFen.ToString(CultureInfo.InvariantCulture), p.PostedOn.ToString("O", CultureInfo.InvariantCulture), p.PostedBy, p.Reference,
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        }

        return Sha256(text.ToString());
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
