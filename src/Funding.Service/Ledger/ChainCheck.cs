namespace Funding.Ledger;

/// <summary>Walks the chain link by link. Pure but for the key, which only verifies.</summary>
internal sealed class ChainCheck(LedgerKey key, IReadOnlyDictionary<DateOnly, DailyHead> heads)
{
    private readonly List<LedgerFault> faults = [];
    private readonly Dictionary<DateOnly, ChainLink> lastOfDay = [];
    private readonly Dictionary<long, string> headHashes = heads.Values.ToDictionary(h => h.Position, _ => "");
    private ChainLink? last;

    /// <summary>How many links were walked.</summary>
    public long Links { get; private set; }

    /// <summary>The last link's hash.</summary>
    public string? Head => last?.Hash;

    /// <summary>A day whose last link was not signed.</summary>
    public static LedgerFault HeadMissing(DateOnly day) => new(
        "head-missing",
        $"day {day:yyyy-MM-dd}",
        $"{day:yyyy-MM-dd} 当日没有与链尾一致的签名。",
        $"{day:yyyy-MM-dd}: the day has no signature of its last link.");

    /// <summary>Takes the next link, in the order of positions, with the posting it seals.</summary>
    public void Next(ChainLink link, Posting? posting)
    {
        Links++;
        if (link.Position != Links || link.PreviousHash != (last?.Hash ?? Chain.Genesis))
        {
            Fault("chain-broken", link, "链条在此处中断", "The chain is broken here");
        }
        else if (posting is null)
        {
            Fault("posting-missing", link, "该位置的分录已不存在", "The posting at this position is gone");
        }
        else if (Chain.Hash(link.Position, posting, link.PreviousHash) != link.Hash)
        {
            Fault("posting-altered", link, "该位置的分录与封存时不同", "The posting at this position is not the one that was sealed");
        }

        if (headHashes.ContainsKey(link.Position))
        {
            headHashes[link.Position] = link.Hash;
        }

        lastOfDay[link.SealedOn] = last = link;
    }

    /// <summary>Checks the signed heads against what was walked, and tells all faults.</summary>
    public IReadOnlyList<LedgerFault> End()
    {
        foreach (var (day, link) in lastOfDay)
        {
            if (!heads.TryGetValue(day, out var head) || head.Position != link.Position)
            {
                faults.Add(HeadMissing(day));
            }
        }

        foreach (var head in heads.Values.Where(h => headHashes[h.Position] != h.Hash || !key.Verifies(h)))
        {
            faults.Add(new LedgerFault(
                "signature-wrong",
                $"day {head.Day:yyyy-MM-dd}",
                $"{head.Day:yyyy-MM-dd} 当日链首签名与封存内容不符。",
                $"{head.Day:yyyy-MM-dd}: the day's signature does not fit what is sealed."));
        }

        return faults;
    }

    private void Fault(string code, ChainLink link, string zh, string en) =>
        faults.Add(new LedgerFault(code, $"position {link.Position}", $"{zh}（第 {link.Position} 位，分录 {link.PostingSequence}）。", $"{en} (position {link.Position}, posting {link.PostingSequence})."));
}
