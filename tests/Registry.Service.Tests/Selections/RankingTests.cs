using Registry.Selections;
using Shouldly;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>The ranking as a table: who passes, who shares a place, who is beyond the places (ZS-01, ZS-15).</summary>
public sealed class RankingTests
{
    [Theory]
    [InlineData("60 60 60", "proposed", 6000)]
    [InlineData("59 60 60", "below-passing-score", 5967)]
    [InlineData("59 61 60", "proposed", 6000)]
    [InlineData("100 100 100", "proposed", 10000)]
    [InlineData("0 0 0", "below-passing-score", 0)]
    [InlineData("90n 90 90", "proposed", 9000)]
    [InlineData("90n 90n 90", "conditions-not-met", 9000)]
    [InlineData("90n 90n 90 90", "conditions-not-met", 9000)]
    [InlineData("85 85 85 85 85 85 85 86", "proposed", 8512)]
    [InlineData("85 85 85 85 86 86 86 85", "proposed", 8538)]
    public void A_mean_passes_at_sixty_when_more_than_half_find_the_conditions_met(string scores, string outcome, int mean)
    {
        var entry = Rank(null, unanimous: false, scores).Entries.Single();

        entry.MeanHundredths.ShouldBe(mean);
        Word(entry).ShouldBe(outcome);
    }

    [Fact]
    public void Where_the_pack_wants_all_experts_to_find_the_conditions_met_one_no_is_enough() =>
        Word(Rank(null, unanimous: true, "90n 90 90").Entries.Single()).ShouldBe("conditions-not-met");

    [Theory]
    [InlineData(1, "90|80|70", "1 2 3", 1, false)]
    [InlineData(2, "90|80|80", "1 2 2", 3, true)]
    [InlineData(3, "90|80|80", "1 2 2", 3, false)]
    [InlineData(1, "80|80|80", "1 1 1", 3, true)]
    [InlineData(2, "80|80|70", "1 1 3", 2, false)]
    [InlineData(2, "90|50|80", "1 - 2", 2, false)]
    [InlineData(2, "50|50|50", "- - -", 0, false)]
    public void Of_those_that_pass_the_first_are_proposed_and_a_tie_for_the_last_place_is_proposed_whole(
        int places, string means, string ranks, int proposed, bool tied)
    {
        var (entries, across) = Rank(places, unanimous: false, [.. means.Split('|').Select(mean => $"{mean} {mean} {mean}")]);

        string.Join(' ', entries.Select(entry => entry.Rank?.ToString(provider: null) ?? "-")).ShouldBe(ranks);
        entries.Count(entry => entry.Outcome == EntryOutcome.Proposed).ShouldBe(proposed);
        across.ShouldBe(tied);
    }

    private static string Word(SelectionEntry entry) => entry.Shortfall switch
    {
        Shortfall.ConditionsNotMet => "conditions-not-met",
        Shortfall.BelowPassingScore => "below-passing-score",
        Shortfall.BeyondPlaces => "beyond-places",
        _ => entry.Outcome == EntryOutcome.Proposed ? "proposed" : "?",
    };

    /// <summary>Ranks applications; <c>90n</c> is a 90 from an expert who finds the conditions not met.</summary>
    private static (IReadOnlyList<SelectionEntry> Entries, bool Tied) Rank(int? places, bool unanimous, params string[] rows)
    {
        var selection = new Selection
        {
            Programme = "zhoushan-innovation-centres",
            Jurisdiction = "zhoushan",
            Track = places is null ? "directed" : "merit",
            Title = "评审",
            Places = places,
            ReviewersPerApplication = 3,
            PassingScore = 60,
            Unanimous = unanimous,
            OpenedOn = new DateOnly(2026, 1, 5),
            OpenedBySubject = "chair",
            OpenedByName = "chair",
        };
        var entries = rows.Select((_, index) => new SelectionEntry { ApplicationId = Guid.CreateVersion7(), Number = index + 1, Title = "", Organisation = "" }).ToList();
        var sheets = entries.Zip(rows).SelectMany(row => row.Second.Split(' ').Select(score => new ScoreSheet
        {
            ApplicationId = row.First.ApplicationId,
            ExpertId = Guid.CreateVersion7(),
            ExpertSubject = "expert",
            ExpertName = "expert",
            Status = SheetStatus.Scored,
            Score = int.Parse(score.TrimEnd('n'), provider: null),
            MeetsConditions = !score.EndsWith('n'),
        }));
        return (entries, Ranking.Fill(selection, entries, sheets.ToLookup(sheet => sheet.ApplicationId)));
    }
}
