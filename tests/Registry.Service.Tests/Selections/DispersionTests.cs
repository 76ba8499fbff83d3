using Registry.Selections;
using Shouldly;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>How far first opinions may lie apart, at the limit and around it, and how many further ones are heard.</summary>
public sealed class DispersionTests
{
    [Theory]
    [InlineData("60 75 90", 30, false)]
    [InlineData("60 75 91", 30, true)]
    [InlineData("60 60 60", 0, false)]
    [InlineData("60 60 61", 0, true)]
    [InlineData("0 50 100", null, false)]
    [InlineData("40 - 91", 30, false)]
    [InlineData("40 r 70", 30, false)]
    [InlineData("40 r 71", 30, true)]
    public void Opinions_lie_too_far_apart_above_the_limit_and_not_at_it_once_all_of_them_are_in(string scores, int? limit, bool above)
    {
        var selection = Opened(limit, thirdOpinions: 1, scores);

        Dispersion.IsAboveLimit(selection, selection.Entries[0].ApplicationId).ShouldBe(above);
        (Dispersion.Check(selection, selection.Entries, "EO-08") is { Code: "dispersion" }).ShouldBe(above);
    }

    [Theory]
    [InlineData("40 70 80", 1, 1)]
    [InlineData("40 70 80 +60", 1, 0)]
    [InlineData("40 70 80 +60", 2, 1)]
    [InlineData("40 70 80 +-", 1, 1)]
    [InlineData("40 70 80 +r", 1, 1)]
    [InlineData("40 70 80 +r +0", 1, 0)]
    [InlineData("50 70 80 +0", 1, 0)]
    public void Further_opinions_are_wanted_until_so_many_have_scored_and_widen_nothing_themselves(string scores, int thirdOpinions, int wanted)
    {
        var selection = Opened(30, thirdOpinions, scores);

        Dispersion.Wanted(selection, selection.Entries[0].ApplicationId).ShouldBe(wanted);
    }

    [Fact]
    public void The_refusal_names_each_application_with_its_spread_but_no_score()
    {
        var selection = Opened(30, 1, "47 70 83", "60 60 60");

        var refusal = Dispersion.Check(selection, selection.Entries, "EO-08").ShouldNotBeNull();

        refusal.Zh.ShouldContain("项目1");
        refusal.En.ShouldNotContain("项目2");
        (refusal.Zh + refusal.En).ShouldNotContain("83");
        (refusal.Zh + refusal.En).ShouldNotContain("47");
    }

    [Fact]
    public void The_ranking_uses_all_opinions()
    {
        var selection = Opened(30, 1, "40 70 80 +90");
        Ranking.Fill(selection, selection.Entries, selection.Sheets.Where(sheet => sheet.Status == SheetStatus.Scored).ToLookup(sheet => sheet.ApplicationId));

        selection.Entries[0].MeanHundredths.ShouldBe(7000);
        selection.Entries[0].Spread.ShouldBe(40, "that of the first opinions");
    }

    /// <summary>An open review; <c>-</c> has not scored, <c>r</c> is recused, <c>+</c> is a further opinion.</summary>
    private static Selection Opened(int? limit, int thirdOpinions, params string[] rows)
    {
        var selection = new Selection
        {
            Programme = "some-programme",
            Jurisdiction = "ezhou",
            Title = "评审",
            ReviewersPerApplication = 1,
            PassingScore = null,
            Unanimous = null,
            DispersionLimit = limit,
            ThirdOpinions = thirdOpinions,
            OpenedOn = new DateOnly(2026, 1, 5),
            OpenedBySubject = "chair",
            OpenedByName = "chair",
        };
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            var entry = new SelectionEntry { ApplicationId = Guid.CreateVersion7(), Number = number, Title = $"项目{number}", Organisation = "" };
            selection.Entries.Add(entry);
            selection.Sheets.AddRange(row.Split(' ').Select(word => Sheet(entry.ApplicationId, word)));
        }

        return selection;
    }

    private static ScoreSheet Sheet(Guid applicationId, string word)
    {
        var scored = int.TryParse(word.TrimStart('+'), null, out var score);
        return new ScoreSheet
        {
            ApplicationId = applicationId,
            ExpertId = Guid.CreateVersion7(),
            ExpertSubject = "expert",
            ExpertName = "expert",
            FirstSpread = word.StartsWith('+') ? 40 : null,
            Status = scored ? SheetStatus.Scored : word.EndsWith('r') ? SheetStatus.Recused : SheetStatus.Open,
            Score = scored ? score : null,
            MeetsConditions = scored,
        };
    }
}
