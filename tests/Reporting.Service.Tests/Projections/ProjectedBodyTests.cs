using System.Text.Json;
using Contracts.Funding;
using Contracts.Registry;
using FsCheck;
using FsCheck.Fluent;
using Messaging.Inbox;
using Reporting.Projections;
using Shouldly;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Projections;

public sealed class ProjectedBodyTests
{
    private static readonly Guid Body = Guid.CreateVersion7();
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Guid ReviewId = Guid.CreateVersion7();

    private static readonly ReceivedEvent[] Events =
    [
        Event(Institution(Body)),
        Event(Became(Body, 2, "2026-03-01")),
        Event(Became(Body, 3, "2026-06-01", Standings.UnderRectification)),
        Event(new PapersChanged { InstitutionId = Body, Version = 1, Papers = [] }),
        Event(new PapersChanged { InstitutionId = Body, Version = 2, Papers = [new() { Kind = "ip-rules", Title = "办法", ValidFrom = new DateOnly(2026, 1, 1) }] }),
        Event(Paid(Body, First, 100)),
        Event(Paid(Body, Second, 7)),
        Event(Reversed(Body, Second, 7)),
        Event(Settled(1, 90)),
        Event(Settled(2, 80)),
        Event(Spent(First, 60)),
        Event(Spent(Second, 5)),
    ];

    [Fact]
    public void Replayed_duplicated_and_reordered_events_come_to_the_same()
    {
        var orders = Gen.Shuffle([.. Events, .. Events, .. Events.Take(4)]);

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(orders.ToArbitrary(), order => Says(ProjectedBody.Of(order)) == Says(ProjectedBody.Of(Events))));
    }

    [Fact]
    public void The_highest_version_rules_and_a_payment_counts_once_by_its_id()
    {
        var projected = ProjectedBody.Of(Events);

        projected.Newest!.Standing.ShouldBe(Standings.UnderRectification);
        projected.Told.Keys.Order().ShouldBe([1, 2, 3]);
        projected.Papers!.Papers.ShouldHaveSingleItem().Kind.ShouldBe("ip-rules");
        (projected.Advances[First].Reversed, projected.Advances[Second].Reversed).ShouldBe((false, true));
        projected.Settled[ReviewId].EntitledFen.ShouldBe(80);
    }

    private static string Says(ProjectedBody body) => JsonSerializer.Serialize(body with
    {
        Told = new SortedDictionary<long, InstitutionChanged>(body.Told.ToDictionary()),
        Advances = new SortedDictionary<Guid, ProjectedAdvance>(body.Advances.ToDictionary()),
        Spent = new SortedDictionary<Guid, SpendingConfirmed>(body.Spent.ToDictionary()),
    });

    private static SpendingConfirmed Spent(Guid statement, long fen) => new()
    {
        StatementId = statement,
        InstitutionId = Body,
        Programme = Programme,
        FiscalYear = 2026,
        AmountFen = fen,
        ConfirmedOn = new DateOnly(2026, 3, 1),
    };

    private static YearSettled Settled(long version, long entitledFen) => new()
    {
        SettlementId = First,
        Version = version,
        ReviewId = ReviewId,
        InstitutionId = Body,
        Programme = Programme,
        FiscalYear = 2026,
        AdvanceFen = 100,
        EntitledFen = entitledFen,
        ClawbackFen = 100 - entitledFen,
    };

    private static ReceivedEvent Event<TEvent>(TEvent said) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Type = KeptEvents.NameOf<TEvent>(),
        Subject = "institution",
        Body = JsonSerializer.Serialize(said, JsonSerializerOptions.Web),
        ReceivedAt = DateTime.UnixEpoch,
    };
}
