using System.Net;
using System.Text.Json.Nodes;
using Contracts.Funding;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Projections;
using Reporting.Reviews;
using Reporting.Spending;
using Reporting.Tests.Evaluations;
using Reporting.Tests.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Projections;

public sealed class RebuildTests
{
    private static readonly TestUser Admin = new("admin", [Roles.Admin]);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_rebuild_equals_what_is_live_and_puts_right_what_is_not(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var (body, other, advance, returned) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        // Out of order and twice, as a broker may hand them over: the return before its payment, the newest state before the first.
        await reporting.TellAsync(Reversed(body, returned, 7), Reversed(body, returned, 7));
        await reporting.TellAsync(Papers(body, 2), Papers(body, 1));
        await reporting.TellAsync(Paid(body, returned, 7), Paid(body, advance, 100), Paid(body, advance, 100));
        await reporting.TellAsync(Became(body, 3, "2026-03-01"), Institution(body), Became(body, 2, "2026-02-01", name: "旧名"), Institution(other, name: "另一基地"));
        await reporting.TellAsync(Year(2, 500), Year(1, 400));
        var (spent, entry) = (Spent(body), Told.Entry(Programme, "team", body, new DateOnly(2026, 2, 1), "on-file"));
        await reporting.TellAsync(spent, spent);
        var recounted = entry with { Version = 2, Until = new DateOnly(2026, 6, 30) };
        await reporting.TellAsync(recounted, entry, entry);
        await reporting.TellAsync(recounted with { Answers = [new EntryAnswer { Field = "level", Text = "provincial" }] });
        var review = await reporting.ReviewAsync(100);
        await reporting.TellAsync(Settled(body, Guid.Parse(review.Id()), 2, 80), Settled(body, Guid.Parse(review.Id()), 1, 90));
        var live = await SnapshotAsync(reporting);
        var notices = await NoticesAsync(reporting);

        (await RebuiltAsync(reporting))["corrected"]!.AsObject().ShouldBeEmpty();
        (await SnapshotAsync(reporting)).ShouldBe(live);

        await reporting.Host.InScopeAsync<ReportingDb, int>(async db =>
        {
            await db.Set<StandingEntry>().Where(s => s.Version == 2).ExecuteDeleteAsync();
            await db.PapersOnFile.ExecuteDeleteAsync();
            await db.Institutions.Where(i => i.Id == body).ExecuteUpdateAsync(row => row.SetProperty(i => i.Name, "损坏").SetProperty(i => i.Version, 1));
            await db.CountedAdvances.Where(a => a.AdvanceId == returned).ExecuteDeleteAsync();
            await db.Reviews.ExecuteUpdateAsync(row => row.SetProperty(r => r.PaidFen, 1).SetProperty(r => r.EntitledFen, 1));
            await db.ConfirmedSpendings.ExecuteUpdateAsync(row => row.SetProperty(s => s.AmountFen, 1));
            await db.CountedEntries.ExecuteDeleteAsync();

            // And what no event explains.
            db.Add(new StandingEntry { InstitutionId = body, Version = 9, Standing = Standings.Revoked, Since = new DateOnly(2026, 5, 1) });
            db.Add(new CountedAdvance { AdvanceId = Guid.CreateVersion7(), ReviewId = Guid.Parse(review.Id()), AmountFen = 1_000 });
            db.Add(new ConfirmedSpending { StatementId = Guid.CreateVersion7(), InstitutionId = body, Programme = Programme, FiscalYear = 2026, AmountFen = 1_000 });
            await db.SaveChangesAsync();
            return await db.ProgrammeYears.ExecuteDeleteAsync();
        });
        var rebuilt = await RebuiltAsync(reporting);

        rebuilt["corrected"]!.AsObject().ToDictionary(c => c.Key, c => c.Value!.GetValue<int>()).ShouldBe(
            new Dictionary<string, int>
            {
                ["Institutions"] = 1, ["StandingEntry"] = 2, ["PapersOnFile"] = 1, ["CountedAdvances"] = 2, ["Reviews"] = 1, ["ProgrammeYears"] = 1,
                ["ConfirmedSpendings"] = 2, ["CountedEntries"] = 1,
            },
            ignoreOrder: true);
        (await SnapshotAsync(reporting)).ShouldBe(live);
        (await RebuiltAsync(reporting))["corrected"]!.AsObject().ShouldBeEmpty();
        (await NoticesAsync(reporting)).ShouldBe(notices, "a rebuild tells nobody anything");
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Rebuilds_by_command_while_events_keep_coming_hold_nothing_up_and_end_at_what_they_say(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var bodies = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToList();
        await reporting.TellAsync([.. bodies.Select(body => Institution(body))]);
        using var ended = new CancellationTokenSource();
        var rebuilding = Task.Run(
            async () =>
            {
                var runs = 0;
                for (; !ended.IsCancellationRequested; runs++)
                {
                    await RebuildByCommand.RunAsync(reporting.Host.Services, TestContext.Current.CancellationToken);
                }

                return runs;
            },
            TestContext.Current.CancellationToken);

        // Late, twice and in another order than they were said.
        foreach (var version in new[] { 4, 2, 6, 3, 6, 5 })
        {
            foreach (var body in bodies)
            {
                await reporting.SendAsync(Became(body, version, $"2026-03-{version:00}", name: $"第{version}版"));
                await reporting.SendAsync(Paid(body, Guid.CreateVersion7(), version));
            }
        }

        await reporting.SettledAsync();
        await ended.CancelAsync();
        (await rebuilding).ShouldBeGreaterThan(0);

        var live = await SnapshotAsync(reporting);
        JsonNode.Parse(await RebuildByCommand.RunAsync(reporting.Host.Services, TestContext.Current.CancellationToken))!["corrected"]!.AsObject().ShouldBeEmpty();
        (await SnapshotAsync(reporting)).ShouldBe(live);
        var shown = (await reporting.GetAsync(City, "/reviews"))["items"]!.AsArray();
        shown.Select(review => review!["paidFen"]!.GetValue<long>()).ShouldBe(Enumerable.Repeat(26L, 8));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task Only_an_administrator_has_the_projections_rebuilt()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);

        (await reporting.RefusedAsync(City, "/projections/rebuild", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonNode> RebuiltAsync(ReportingHost reporting)
    {
        var job = (await reporting.DoneAsync(Admin, "/projections/rebuild", new { })).Id();
        JsonNode? done = null;
        await Eventually.HoldsAsync(async () => (done = await reporting.GetAsync(Admin, $"/jobs/{job}")).Word("state") == "done");
        done!["done"]!.GetValue<int>().ShouldBe(done["total"]!.GetValue<int>());
        return JsonNode.Parse(done.Word("result"))!;
    }

    // Every projected figure, asked in SQL's order: what a page shows is a view of these.
    private static Task<string> SnapshotAsync(ReportingHost reporting) => reporting.Host.InScopeAsync(async (ReportingDb db) =>
    {
        var bodies = await db.Institutions.AsNoTracking().Include(i => i.Standings).OrderBy(i => i.Id).ToListAsync();
        var papers = await db.PapersOnFile.AsNoTracking().OrderBy(p => p.Kind).Select(p => $"{p.InstitutionId} {p.Kind} {p.Title} {p.ValidFrom} {p.ExpiresOn}").ToListAsync();
        var advances = await db.CountedAdvances.AsNoTracking().OrderBy(a => a.AdvanceId).Select(a => $"{a.AdvanceId} {a.ReviewId} {a.AmountFen} {a.Reversed}").ToListAsync();
        var reviews = await db.Reviews.AsNoTracking().OrderBy(r => r.Id).Select(r => $"{r.Id} {r.PaidFen} {r.SettlementVersion} {r.EntitledFen} {r.ClawbackFen}").ToListAsync();
        var years = await db.ProgrammeYears.AsNoTracking().Select(y => $"{y.Programme} {y.FiscalYear} {y.Version} {y.CapFen} {y.PaidFen}").ToListAsync();
        var spent = await db.ConfirmedSpendings.AsNoTracking().OrderBy(s => s.StatementId).Select(s => $"{s.StatementId} {s.InstitutionId} {s.FiscalYear} {s.AmountFen}").ToListAsync();
        var entries = await db.CountedEntries.AsNoTracking().OrderBy(e => e.Id).Select(e => $"{e.Id} {e.Version} {e.InstitutionId} {e.AboutEntryId} {e.From} {e.Until} {e.States} {e.Answers}").ToListAsync();
        return string.Join('\n', [.. bodies.Select(Line), .. papers, .. advances, .. reviews, .. years, .. spent, .. entries]);

        static string Line(Institution i) => string.Join(
            ' ',
            [i.Id, i.Version, i.Name, i.District, i.Organisation, i.Category, i.Standing, i.StandingSince, i.RecognisedOn, i.RectificationUntil, i.PapersVersion,
                i.IsJointlyBuilt, .. i.PartyCodes, .. i.Standings.OrderBy(s => s.Version).Select(s => $"{s.Version}:{s.Standing}:{s.Since}")]);
    });

    private static async Task<int> NoticesAsync(ReportingHost reporting) => (await reporting.GetAsync(Own, "/notifications"))["items"]!.AsArray().Count;

    private static PapersChanged Papers(Guid body, long version) => new()
    {
        InstitutionId = body,
        Version = version,
        Papers = [new() { Kind = "ip-rules", Title = $"办法{version}", ValidFrom = new DateOnly(2026, 1, 1) }],
    };

    private static YearChanged Year(long version, long paidFen) => new()
    {
        Jurisdiction = "zhoushan",
        Programme = Programme,
        FiscalYear = 2026,
        Version = version,
        CapFen = 1000,
        AppropriatedFen = 1000,
        CommittedFen = paidFen,
        PaidFen = paidFen,
        EntitledFen = 0,
        RecoveredFen = 0,
        OutstandingFen = 0,
    };

    private static SpendingConfirmed Spent(Guid body) => new()
    {
        StatementId = Guid.CreateVersion7(),
        InstitutionId = body,
        Programme = Programme,
        FiscalYear = 2026,
        AmountFen = 80,
        ConfirmedOn = new DateOnly(2026, 3, 1),
    };

    private static YearSettled Settled(Guid body, Guid review, long version, long entitledFen) => new()
    {
        SettlementId = Guid.CreateVersion7(),
        Version = version,
        ReviewId = review,
        InstitutionId = body,
        Programme = Programme,
        FiscalYear = 2026,
        AdvanceFen = 100,
        EntitledFen = entitledFen,
        ClawbackFen = 100 - entitledFen,
    };
}
