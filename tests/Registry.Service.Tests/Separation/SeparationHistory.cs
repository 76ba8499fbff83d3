using System.Globalization;
using Policies;
using Registry.Tests.History;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Separation;

/// <summary>
/// Persons who hold every post at once, some of them of applying organisations, some each other's deputies, try every act of the chain on
/// the applications of every programme and route, in and out of turn. What succeeds is held against <see cref="Case"/>.
/// </summary>
internal sealed partial class SeparationHistory(ServiceHost host, MovingTime time, Random random)
{
    private static readonly string[] Posts = ["operator", "district-reviewer", "city-reviewer", "expert", "leader"];
    private static readonly string[] Delegable = ["district-reviewer", "city-reviewer", "leader"];
    private static int numbers;

    private readonly List<(string Subject, string Jurisdiction, string District, string? Organisation)> people = [];
    private readonly List<(Guid Id, string Principal, string Deputy, DateOnly Until)> delegations = [];
    private readonly List<Case> cases = [];
    private readonly Dictionary<string, string> chairmen = new(StringComparer.Ordinal);

    /// <summary>How often each thing came to pass.</summary>
    public Dictionary<string, int> Tally { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> RoutesThatCameToAStanding => standings.Distinct(StringComparer.Ordinal);

    private DateOnly Today => BusinessClock.DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>A district that every programme of the bureau has: its persons apply under all of them.</summary>
    private static string DistrictOf(PolicyPack pack) => Repository.Packs
        .Where(other => other.Jurisdiction == pack.Jurisdiction)
        .Select(other => other.Fields.Single(field => field.Name == "district").Options.Select(option => option.Key))
        .Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal))
        .First();

    /// <summary>Some persons of applying organisations and some of none in each bureau, all enrolled as experts; seats, plans.</summary>
    public async Task BeginAsync()
    {
        foreach (var bureau in Repository.Packs.GroupBy(pack => pack.Jurisdiction, StringComparer.Ordinal))
        {
            for (var i = 0; i < 10; i++)
            {
                await JoinAsync(bureau.First(), i < 3 ? Papers.NewOrganisation() : null);
            }
        }

        foreach (var pack in Repository.Packs)
        {
            await BringIntoForceAsync(pack);
            await SeatAsync(pack);
        }
    }

    public async Task<string> StepAsync()
    {
        time.Now += TimeSpan.FromMinutes(1);
        var told = random.Next(100) switch
        {
            < 14 => await ApplyAsync(),
            < 28 => await RecommendAsync(),
            < 37 => await SelectAsync(),
            < 46 => await ConcludeAsync(),
            < 53 => await DecideAsync(),
            < 59 => await PostAsync(),
            < 67 => await AnnounceAsync(),
            < 72 => await DecideCaseAsync(),
            < 78 => await MeetAsync(),
            < 89 => await EnterAsync(),
            < 92 => await DelegateAsync(),
            < 94 => await BanAsync(),
            _ => Wait(),
        };
        Tally[told] = Tally.GetValueOrDefault(told) + 1;
        return told;
    }

    private async Task JoinAsync(PolicyPack pack, string? organisation)
    {
        var subject = $"p{Interlocked.Increment(ref numbers)}-{Guid.CreateVersion7():N}"[..20];
        people.Add((subject, pack.Jurisdiction, DistrictOf(pack), organisation));
        var request = new { organisationCode = organisation, organisationName = $"单位{organisation?[^6..] ?? subject}", fields = Array.Empty<string>() };
        (await Of(subject).Person.PostAsync("/experts", request)).Accepted();
    }

    private Actor Of(string subject)
    {
        var (_, jurisdiction, district, organisation) = people.First(one => one.Subject == subject);
        return new Actor(Person.Of(host, new TestUser(subject, Posts, jurisdiction, district, organisation)), subject, organisation, null, LinkedTo(subject));
    }

    /// <summary>Anybody of the programme's bureau, now and then in the post of somebody whose deputy they are.</summary>
    private Actor Anybody(PolicyPack pack, string role, Func<string?, bool>? of = null)
    {
        var some = people.Where(one => one.Jurisdiction == pack.Jurisdiction && (of is null || of(one.Organisation))).ToList();
        var actor = Of(some[random.Next(some.Count)].Subject);
        var deputy = delegations.Where(d => d.Deputy == actor.Subject && d.Until >= Today && roles[d.Id] == role).ToList();
        return deputy.Count == 0 || actor.Organisation is not null || random.Next(2) == 0 ? actor : actor with { Person = actor.Person.With("X-Acts-For", deputy[0].Id.ToString()), For = deputy[0].Principal };
    }

    private List<string> LinkedTo(string subject) =>
        [.. delegations.Where(d => d.Until >= Today && (d.Principal == subject || d.Deputy == subject)).Select(d => d.Principal == subject ? d.Deputy : d.Principal)];

    /// <summary>Mostly a case whose turn it is, now and then any.</summary>
    private Case? Likely(Func<Case, bool> inTurn)
    {
        var turn = cases.Where(inTurn).ToList();
        var from = turn.Count > 0 && random.Next(12) > 0 ? turn : cases;
        return from.Count == 0 ? null : from[random.Next(from.Count)];
    }

    private string Wait()
    {
        time.Now += TimeSpan.FromDays(random.Next(1, 5));
        return "wait";
    }

    private static string Number() => string.Create(CultureInfo.InvariantCulture, $"分〔2026〕{Interlocked.Increment(ref numbers)}号");

    private static bool Took(Reply reply)
    {
        if ((int)reply.Status < 300)
        {
            return true;
        }

        reply.Refused(reply.Status);
        return false;
    }

    private static string Told(string act, Reply reply) => $"{act}: {reply.Json["code"]}";
}
