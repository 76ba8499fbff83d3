using Registry.Institutions;
using Shouldly;
using Xunit;

namespace Registry.Tests.Institutions;

public sealed class StandingOnTests
{
    private static readonly DateTime January = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime June = new(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc);

    private static readonly StandingEntry[] History =
    [
        Entry(1, "under-construction", new DateOnly(2026, 1, 5), January),
        Entry(2, "delisted", new DateOnly(2026, 5, 1), January.AddMonths(4)),
        Entry(3, "recognised", new DateOnly(2026, 4, 1), June),
        Entry(4, "recognised-corrected", new DateOnly(2026, 4, 1), June.AddDays(1)),
    ];

    [Theory]
    [InlineData("2026-01-04", null)]
    [InlineData("2026-01-05", "under-construction")]
    [InlineData("2026-03-31", "under-construction")]
    [InlineData("2026-04-01", "recognised-corrected")]
    [InlineData("2026-04-30", "recognised-corrected")]
    [InlineData("2026-05-01", "delisted")]
    [InlineData("2029-01-01", "delisted")]
    public void The_latest_effective_entry_rules_the_day_and_a_correction_replaces_it(string day, string? standing) =>
        StandingOn.Find(History, DateOnly.Parse(day, provider: null))?.Standing.ShouldBe(standing);

    [Fact]
    public void The_day_before_the_first_entry_has_no_standing() =>
        StandingOn.Find(History, new DateOnly(2026, 1, 4)).ShouldBeNull();

    [Fact]
    public void What_was_recorded_later_was_not_known_yet()
    {
        StandingOn.Find(History, new DateOnly(2026, 4, 15), June.AddSeconds(-1))!.Standing.ShouldBe("under-construction");
        StandingOn.Find(History, new DateOnly(2026, 4, 15), June)!.Standing.ShouldBe("recognised");
        StandingOn.Find(History, new DateOnly(2026, 4, 15), June.AddDays(1))!.Standing.ShouldBe("recognised-corrected");
    }

    [Theory]
    [InlineData("2025-12-31", "recognised")]
    [InlineData("2026-01-01", "cancelled")]
    [InlineData("2026-05-02", "cancelled")]
    public void An_end_that_reaches_back_takes_with_it_what_began_later(string day, string standing)
    {
        StandingEntry[] history =
        [
            Entry(1, "recognised", new DateOnly(2025, 12, 1), January),
            Entry(2, "under-rectification", new DateOnly(2026, 5, 1), January.AddMonths(4)),
            Entry(3, "cancelled", new DateOnly(2026, 1, 1), June),
        ];

        StandingOn.Find(history, DateOnly.Parse(day, provider: null))!.Standing.ShouldBe(standing);
        StandingOn.Find(history, new DateOnly(2026, 5, 2), June.AddSeconds(-1))!.Standing.ShouldBe("under-rectification");
    }

    private static StandingEntry Entry(int number, string standing, DateOnly from, DateTime recordedAt) => new()
    {
        Number = number,
        Standing = standing,
        EffectiveFrom = from,
        DecisionNumber = "舟科〔2026〕1号",
        DecidedOn = from,
        Clause = "ZS-30",
        RecordedAt = recordedAt,
        RecordedBySubject = "city",
        RecordedByName = "city",
    };
}
