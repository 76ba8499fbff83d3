using Contracts.Refusals;
using Policies;
using Reporting.Targets;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Targets;

public sealed class FigureTests
{
    private static readonly DateTime Now = new(2024, 3, 1, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Caller City = new("city", "城", new HashSet<string>([Roles.CityReviewer]), "hubei");

    /// <summary>HB-01: 突破 and 超過 are exceeded, 達到 and 以上 met by the number itself.</summary>
    [Theory]
    [InlineData("high-tech-companies", "10000", false)]
    [InlineData("high-tech-companies", "10001", true)]
    [InlineData("brokers", "1999", false)]
    [InlineData("brokers", "2000", true)]
    [InlineData("wuhan-rd-share", "3.4999", false)]
    [InlineData("wuhan-rd-share", "3.5", true)]
    [InlineData("wuhan-patents", "27.99", false)]
    [InlineData("wuhan-patents", "28", true)]
    [InlineData("high-tech-companies-growth", "-3.25", false)]
    public void A_strict_target_is_exceeded_and_an_inclusive_one_met_at_its_number(string target, string value, bool reached)
    {
        var wanted = Target(target);

        Read(target, value).Accepted(out var figure, out var refusal).ShouldBeTrue(refusal?.En);

        figure!.Reaches(FigureValue.Wanted(wanted), wanted.Strict).ShouldBe(reached);
    }

    [Fact]
    public void An_amount_is_exceeded_by_one_fen_more()
    {
        var turnover = Target("turnover");
        var wanted = FigureValue.Wanted(turnover);

        new FigureValue(30_000_000_000_000).Reaches(wanted, turnover.Strict).ShouldBeFalse();
        new FigureValue(30_000_000_000_001).Reaches(wanted, turnover.Strict).ShouldBeTrue();
    }

    [Theory]
    [InlineData(49, 50, false, "49/50")]
    [InlineData(50, 50, true, "50/50")]
    public void A_counted_share_is_compared_as_the_fraction_that_it_is(long part, long whole, bool reached, string text)
    {
        var target = Target("universities-covered");

        FigureValue.Read(target, new FigureValue.Given(null, null, part, whole)).Accepted(out var figure, out var refusal).ShouldBeTrue(refusal?.En);

        (figure!.Reaches(FigureValue.Wanted(target), target.Strict), figure.View(target).Text).ShouldBe((reached, text));
    }

    [Theory]
    [InlineData("brokers", "-1")]
    [InlineData("brokers", "1.5")]
    [InlineData("brokers", "NaN")]
    [InlineData("brokers", "1e3")]
    [InlineData("brokers", "")]
    [InlineData("wuhan-patents", "28.345")]
    [InlineData("wuhan-rd-share", "140")]
    [InlineData("wuhan-rd-share", "-0.1")]
    [InlineData("wuhan-rd-share", "3.51234")]
    [InlineData("high-tech-companies-growth", "-100.5")]
    [InlineData("turnover", "3000")]
    public void What_is_no_figure_of_the_target_is_refused(string target, string value) =>
        Read(target, value).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.BadInput);

    [Theory]
    [InlineData(51, 50)]
    [InlineData(-1, 50)]
    [InlineData(0, 0)]
    public void A_part_is_none_of_a_smaller_whole(long part, long whole) =>
        FigureValue.Read(Target("universities-covered"), new FigureValue.Given(null, null, part, whole)).Refusal.ShouldNotBeNull().Inputs["whole"].ShouldBe(whole);

    [Theory]
    [InlineData("wuhan-transfer-bodies", "Actual", 2023, null, "counted-by-the-platform")]
    [InlineData("brokers", "Plan", 2025, null, "fixed-by-the-document")]
    [InlineData("brokers", "Actual", 2025, null, "bad-input")]
    [InlineData("brokers", "Plan", 2026, null, "bad-input")]
    [InlineData("wuhan-rd-share", "Actual", 2023, "yichang", "bad-input")]
    [InlineData("brokers", "Actual", 2023, "wuhna", "bad-input")]
    [InlineData("nothing", "Actual", 2023, null, "not-found")]
    public void A_figure_is_recorded_where_the_document_leaves_it_to_the_city(string target, string kind, int year, string? district, string code) =>
        RecordFigure.Decide(Request(target, Enum.Parse<TargetFigureKind>(kind), year, district), Hubei.Pack, [], null, City, Now).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("yichang", null)]
    [InlineData("huanggang", null)]
    [InlineData("Wuhan", "known are wuhan, xiangyang, yichang, huanggang.")]
    [InlineData("", "known are wuhan, xiangyang, yichang, huanggang.")]
    public void A_district_is_one_of_the_packs_or_of_the_bureaus_bodies(string district, string? said)
    {
        var refusal = RecordFigure.Decide(Request("brokers", TargetFigureKind.Actual, 2023, district), Hubei.Pack, ["huanggang", "wuhan"], null, City, Now).Refusal;

        (refusal is null).ShouldBe(said is null);
        refusal?.En.ShouldEndWith(said!);
    }

    [Fact]
    public void A_second_figure_of_a_year_corrects_the_first_and_says_why()
    {
        RecordFigure.Decide(Request("brokers", TargetFigureKind.Actual, 2023, null), Hubei.Pack, [], null, City, Now).Accepted(out var first, out var refused).ShouldBeTrue(refused?.En);

        RecordFigure.Decide(Request("brokers", TargetFigureKind.Actual, 2023, null), Hubei.Pack, [], first, City, Now).Refusal.ShouldNotBeNull().Clause.ShouldBe("reason");
        RecordFigure.Decide(Request("brokers", TargetFigureKind.Actual, 2023, null) with { Reason = "年报更正" }, Hubei.Pack, [], first, City, Now)
            .Accepted(out var second, out _).ShouldBeTrue();

        (first!.Edition, second!.Edition, second.Reason).ShouldBe((1, 2, "年报更正"));
    }

    private static RecordFigure.Request Request(string target, TargetFigureKind kind, int year, string? district) =>
        new(Hubei.Programme, target, kind, year, district, target == "wuhan-rd-share" ? "3.1" : "1500", null, null, null, "湖北统计年鉴", null);

    private static Target Target(string name) => Hubei.Pack.Targets.First(target => target.Name == name);

    private static Outcome<FigureValue> Read(string target, string value) => FigureValue.Read(Target(target), new FigureValue.Given(value, null, null, null));
}
