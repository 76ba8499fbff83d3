using Contracts.Registry;

namespace Registry.PapersOnFile;

/// <summary>A version of a paper with the days on which it holds; empty where a newer one began on the same day.</summary>
internal sealed record HeldPaper(Paper Paper, DateOnly From, DateOnly? To)
{
    public bool On(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>What an institution has on file on a day, out of all versions that it ever filed.</summary>
internal sealed class Holdings
{
    private readonly IReadOnlyList<HeldPaper> all;

    public Holdings(IEnumerable<Paper> papers) =>
        all = [.. papers.GroupBy(paper => paper.Series, StringComparer.Ordinal).SelectMany(series => Held([.. series.OrderBy(paper => paper.Number)]))];

    /// <summary>Every version, newest first.</summary>
    public IEnumerable<HeldPaper> History => all.OrderByDescending(held => held.Paper.Id);

    /// <summary>The versions in force on a day, whether or not their files are there.</summary>
    public IEnumerable<HeldPaper> InForce(DateOnly day) => all.Where(held => held.On(day));

    /// <summary>The newest version of each series that has begun by a day, in force or not.</summary>
    public IEnumerable<HeldPaper> Newest(DateOnly day) =>
        all.Where(held => held.From <= day)
            .GroupBy(held => held.Paper.Series, StringComparer.Ordinal)
            .Select(series => series.MaxBy(held => held.Paper.Number)!);

    /// <summary>
    /// What the other services are told: what is in force or still to come, and what has run out by itself. What was given up is
    /// not there any more, nor is what has no file.
    /// </summary>
    public IReadOnlyList<PaperOnFile> Announce(DateOnly today) =>
        [.. Newest(today)
            .Concat(all.Where(held => held.From > today && !(held.To < held.From)))
            .Where(held => held.Paper.IsThere && !(held.Paper.EndedOn < today))
            .Select(held => new PaperOnFile
            {
                Kind = held.Paper.Kind,
                Title = held.Paper.Title,
                ValidFrom = held.From,
                ExpiresOn = held.To,
            })];

    private static IEnumerable<HeldPaper> Held(IReadOnlyList<Paper> series) =>
        series.Select((paper, index) => new HeldPaper(paper, paper.ValidFrom, Earliest(paper, index + 1 < series.Count ? series[index + 1] : null)));

    private static DateOnly? Earliest(Paper paper, Paper? next) =>
        new[] { paper.ExpiresOn, paper.EndedOn, next?.ValidFrom.AddDays(-1) }.Min();
}
