using Contracts.Registry;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Directories;

/// <summary>The list as of any day, as known on any day, says of each body what its own history says.</summary>
public sealed class AsOfTests(RunningRegistry registry)
{
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly string[] Any = [Standings.UnderConstruction, Standings.Recognised, Standings.UnderRectification, Standings.Revoked, Standings.Cancelled];

    [Theory, ClassData(typeof(Providers))]
    public async Task The_list_agrees_with_every_history_on_every_day_and_every_knowledge(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var bodies = new Bodies(host);
        var random = new Random(20_261_122);
        var founded = Enumerable.Range(0, 40).Select(number => bodies.New($"{number}号创新中心")).ToList();
        founded.ForEach(institution => Live(institution, random));
        await host.InScopeAsync<RegistryDb, int>(db => db.WriteAsync(
            ct =>
            {
                db.Institutions.AddRange(founded);
                return Task.FromResult(0);
            },
            CancellationToken.None));

        for (var trial = 0; trial < 24; trial++)
        {
            var (on, known) = (First.AddDays(random.Next(-1, 12)), First.AddDays(random.Next(-1, 12)).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
            var standing = trial % 3 == 0 ? null : Any[random.Next(Any.Length)];
            var expected = founded
                .Where(i => StandingOn.Find(i.History, on, known) is { } ruling && (standing is null || ruling.Standing == standing))
                .OrderByDescending(i => i.Id.ToString(), StringComparer.Ordinal)
                .Select(i => i.Name);
            var query = $"?on={on:yyyy-MM-dd}&knownAt={known:yyyy-MM-ddTHH:mm:ss}Z&standing={standing}";

            (await Bodies.NamesAsync(bodies.Reader, $"/institutions{query}", limit: 11)).ShouldBe(expected, query);
        }

        var row = (await bodies.Reader.GetAsync($"/institutions?on={First.AddDays(11):yyyy-MM-dd}&q=39号")).Accepted().Json["items"]![0]!;
        var rules = StandingOn.Find(founded[39].History, First.AddDays(11))!;
        row["standing"]!.GetValue<string>().ShouldBe(rules.Standing);
        row["standingSince"].Day().ShouldBe(rules.EffectiveFrom);
    }

    private static void Live(Institution institution, Random random)
    {
        var recorded = First;
        for (var entry = 0; entry <= random.Next(5); entry++)
        {
            recorded = recorded.AddDays(random.Next(3));
            institution.Becomes(
                Any[random.Next(Any.Length)],
                First.AddDays(random.Next(10)),
                new StandingDecision("文", recorded, "ZS-17"),
                Bodies.By,
                recorded.ToDateTime(new TimeOnly(1 + entry, 0), DateTimeKind.Utc));
        }
    }
}
