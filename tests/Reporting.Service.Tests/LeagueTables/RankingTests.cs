using System.Numerics;
using Policies;
using Reporting.LeagueTables;
using Shouldly;
using Xunit;

namespace Reporting.Tests.LeagueTables;

public sealed class RankingTests
{
    private static readonly Citation Cited = new("SD-07", "考核评比", Source.Law, null);

    private static readonly PackComparison Comparison = new("enclaves", new Label("评比", "table"), Cited, ComparisonSubject.Institution,
    [
        new ComparisonHead("building", new Label("建设", "building"), Cited, [new ComparisonPart("area", 60)]),
        new ComparisonHead("landed", new Label("落地", "landed"), Cited, [new ComparisonPart("projects", 30), new ComparisonPart("companies", 10)]),
    ]);

    [Fact]
    public void Equal_scores_share_a_rank_and_the_next_is_left_out()
    {
        var rows = Ranking.Of(Comparison, [One("a", 10, 10, 1), One("b", 5, 10, 1), One("c", 5, 10, 1), One("d", 1, 1, 1)]);

        rows.Select(row => (row.Rank, row.Key)).ShouldBe([(1, "a"), (2, "b"), (2, "c"), (4, "d")]);
        (rows[0].Score, rows[1].Score).ShouldBe((100m, 70m));
        rows[1].Heads.Select(head => head.Points).ShouldBe([30m, 40m]);
    }

    [Fact]
    public void Scores_are_exact_however_they_are_shown()
    {
        // One part in a million apart: both are shown as 99.99…, and yet one is ahead.
        var rows = Ranking.Of(Comparison, [One("a", 3_000_000, 1, 1), One("b", 2_999_999, 1, 1), One("c", 1_000_000, 1, 1)]);

        rows.Select(row => row.Rank).ShouldBe([1, 2, 3]);
        (rows[1].Score, rows[2].Exact, rows[2].Score).ShouldBe((100.00m, "60/1", 60m));
        rows[1].Exact.ShouldBe("4999999/50000");
    }

    [Fact]
    public void What_nobody_has_gives_nobody_points() =>
        Ranking.Of(Comparison, [One("a", 0, 2, 0), One("b", 0, 1, 0)]).Select(row => (row.Rank, row.Score)).ShouldBe([(1, 30m), (2, 15m)]);

    [Fact]
    public void Whose_report_is_missing_stands_last_without_a_rank_and_by_name()
    {
        var rows = Ranking.Of(Comparison, [new Competitor("z", new Label("乙", "乙"), null, ["乙"], []), One("a", 1, 1, 1)]);

        rows.Select(row => (row.Rank, row.Key, string.Concat(row.Missing))).ShouldBe([(1, "a", ""), (null, "z", "乙")]);
    }

    private static Competitor One(string key, long area, long projects, long companies) => new(
        key, new Label(key, key), new Dictionary<string, BigInteger> { ["area"] = area, ["projects"] = projects, ["companies"] = companies }, [], []);
}
