using Contracts.Reporting;
using Registry.Evaluations;
using Registry.Sanctions;
using Registry.Tests.Hosting;
using Registry.Tests.Sanctions;
using Shouldly;
using Xunit;

namespace Registry.Tests.Evaluations;

/// <summary>What published results speak for.</summary>
public sealed class WeighEvaluationsTests
{
    [Theory]
    [InlineData("2027 fail", "evaluation-failed 2027")]
    [InlineData("2027 pass", "")]
    [InlineData("2027 fail, 2028 fail", "evaluation-failed 2027, evaluation-failed 2028, two-consecutive-fails 2028")]
    [InlineData("2028 fail, 2027 fail", "evaluation-failed 2027, evaluation-failed 2028, two-consecutive-fails 2028")]
    [InlineData("2027 fail, 2029 fail", "evaluation-failed 2027, evaluation-failed 2029")]
    [InlineData("2027 fail, 2028 pass, 2029 fail", "evaluation-failed 2027, evaluation-failed 2029")]
    [InlineData("2027 fail, 2028 fail, 2029 fail", "evaluation-failed 2027, evaluation-failed 2028, evaluation-failed 2029, two-consecutive-fails 2028, two-consecutive-fails 2029")]
    public void Failed_years_and_two_in_a_row(string results, string charges) => ShouldBe(results, charges);

    [Theory]
    [InlineData("2027 fail, 2027 re-fail", "evaluation-failed 2027, reevaluation-failed 2027")]
    [InlineData("2027 fail, 2027 re-pass", "evaluation-failed 2027")]
    [InlineData("2027 fail, 2028 fail, 2027 re-fail", "evaluation-failed 2027, evaluation-failed 2028, two-consecutive-fails 2028, reevaluation-failed 2027")]
    [InlineData("2027 fail, 2028 pass", "evaluation-failed 2027")]
    public void A_re_evaluation_counts_after_a_confirmed_rectification_of_its_year(string results, string charges) => ShouldBe(results, charges, rectifiedYear: 2027);

    [Theory]
    [InlineData("2029-03-31", 0)]
    [InlineData("2029-04-01", 1)]
    [InlineData("2029-04-02", 1)]
    public void A_result_published_before_the_rectifications_end_judges_nothing(string lastDay, int standing)
    {
        var rectification = Cases.Rectification(Cases.Body(), 2027, DateOnly.Parse(lastDay, provider: null));
        WeighEvaluations.StandingRectifications(Read("2027 fail, 2027 re-pass"), [rectification], _ => Cases.Pack).Count.ShouldBe(standing);
    }

    [Fact]
    public void A_failed_re_evaluation_without_a_rectification_speaks_for_nothing() => ShouldBe("2027 re-fail", "");

    [Theory]
    [InlineData("2027 fail", 1)]
    [InlineData("2027 fail, 2027 re-fail", 1)]
    [InlineData("2027 fail, 2027 re-pass", 0)]
    [InlineData("2027 fail, 2028 pass", 1)]
    public void A_rectification_stands_until_its_re_evaluation_is_passed(string results, int standing)
    {
        var rectification = Cases.Rectification(Cases.Body(), 2027, new DateOnly(2029, 3, 1));
        WeighEvaluations.StandingRectifications(Read(results), [rectification], _ => Cases.Pack).Count.ShouldBe(standing);
    }

    [Theory]
    [InlineData("transfer-body", 1)]
    [InlineData("pilot-base", 0)]
    [InlineData("proof-of-concept", 0)]
    public void A_failed_year_speaks_against_no_category_that_its_ground_leaves_out(string category, int charges)
    {
        // HB-17 lets transfer bodies exit; HB-22 has no such rule.
        var zone = Repository.Packs.Single(pack => pack.Programme == "hubei-transfer-zone");
        WeighEvaluations.Charges(category, Read("2023 fail"), [], _ => zone).Count.ShouldBe(charges);
    }

    private static void ShouldBe(string results, string charges, int? rectifiedYear = null)
    {
        SanctionCase[] cases = rectifiedYear is { } year ? [Cases.Rectification(Cases.Body(), year, new DateOnly(year + 2, 3, 1))] : [];
        var found = WeighEvaluations.Charges(Cases.Body().Category, Read(results), cases, _ => Cases.Pack);
        string.Join(", ", found.Select(charge => $"{charge.Ground} {charge.Year}")).ShouldBe(charges);
        found.Select(charge => charge.Cause).ShouldBeUnique();
    }

    private static List<EvaluationResult> Read(string results) => [.. results.Split(", ").Select(result =>
    {
        var parts = result.Split(' ');
        var again = parts[1].StartsWith("re-", StringComparison.Ordinal);
        var year = int.Parse(parts[0], provider: null);
        return new EvaluationResult
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = Guid.Empty,
            Programme = Cases.Pack.Programme,
            Year = year,
            Kind = again ? EvaluationKinds.ReEvaluation : EvaluationKinds.Yearly,
            Grade = again ? parts[1][3..] : parts[1],
            PublishedOn = new DateOnly(year + (again ? 2 : 1), 4, 1),
            DocumentNumber = "舟科〔2028〕1号",
            ResultVersion = 1,
        };
    })];
}
