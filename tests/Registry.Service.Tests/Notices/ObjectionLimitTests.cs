using Registry.Notices;
using Shouldly;
using Xunit;

namespace Registry.Tests.Notices;

public sealed class ObjectionLimitTests
{
    private static readonly Guid Application = Guid.CreateVersion7();
    private static readonly DateTime Noon = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(10_000, "too-many-objections")]
    public void A_machine_cannot_fill_the_store_and_people_are_told_of_paper(int raised, string? code)
    {
        RaiseObjection.Decide(new(Application, "王某", "13800000000", "事实"), Notice(), raised, Noon).Accepted(out _, out var refused);

        refused?.Code.ShouldBe(code);
        (refused is null).ShouldBe(code is null);
    }

    [Fact]
    public void Nothing_is_accepted_before_the_notice_is_posted()
    {
        RaiseObjection.Decide(new(Application, "王某", "13800000000", "事实"), Notice(), 0, Noon.AddSeconds(-1)).Accepted(out _, out var refused).ShouldBeFalse();

        refused!.Clause.ShouldBe("ZS-16");
    }

    [Fact]
    public void Receipts_are_never_alike_and_hold_no_letter_that_is_misread()
    {
        var day = new DateOnly(2026, 3, 2);
        var receipts = Enumerable.Range(0, 1000).Select(_ => Objection.NewReceiptNumber(day)).ToList();

        receipts.Distinct().Count().ShouldBe(1000);
        receipts.ShouldAllBe(number => number.StartsWith("20260302-", StringComparison.Ordinal) && number.Length == 25 && !number.Substring(9).Any(c => "01IO".Contains(c)));
    }

    private static Notice Notice() => new()
    {
        Programme = "zhoushan-innovation-centres",
        Jurisdiction = "zhoushan",
        SelectionId = Guid.CreateVersion7(),
        DocumentNumber = "舟科公示〔2026〕1号",
        PostedOn = new DateOnly(2026, 3, 2),
        WorkingDays = [new DateOnly(2026, 3, 9)],
        LastDay = new DateOnly(2026, 3, 9),
        ByTestCalendar = false,
        Clause = "ZS-16",
        PostedAt = Noon,
        PostedBySubject = "chair",
        PostedByName = "chair",
        Applications = [new() { ApplicationId = Application, Number = 1, Title = "船舶", District = "dinghai", Category = "ships-and-offshore", ImplementingBodyName = "某公司" }],
    };
}
