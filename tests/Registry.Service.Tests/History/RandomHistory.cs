using System.Globalization;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using Shouldly;
using Testing.Hosting;
using Testing.Identity;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>A random history: acts of many persons through the API, in and out of turn, and what the model makes of them.</summary>
internal sealed partial class RandomHistory(ServiceHost host, MovingTime time, Random random)
{
    private const string Programme = "zhoushan-innovation-centres";
    private static readonly string[] Files = ["commitment", "constructionPlan", "organisationRules", "strengthEvidence", "complianceEvidence"];
    private static readonly string[] Fields = ["ships-and-offshore", "new-materials"];
    private static readonly string[] Grounds = ["serious-fraud", "major-accident", "research-misconduct"];
    private static int numbers;

    private readonly List<(string Organisation, string Centre)> builders = [.. Enumerable.Range(0, 5).Select(_ => (Papers.NewOrganisation(), Papers.NewOrganisation()))];
    private readonly List<string> leads = [.. Enumerable.Range(0, 5).Select(_ => Papers.NewOrganisation())];
    private readonly string[] names = ["ann", "bo", "chen"];
    private readonly Dictionary<(Guid Body, int Year, string Kind), (Guid Id, long Version)> results = [];
    private readonly List<(Person Person, Guid Id)> experts = [];
    private int step;

    public Model Model { get; } = new();

    /// <summary>How often each thing came to pass.</summary>
    public Dictionary<string, int> Tally { get; } = new(StringComparer.Ordinal);

    private DateOnly Today => BusinessClock.DayOf(time.GetUtcNow().UtcDateTime);

    private Person District => Person.District(host);

    public async Task EnrolAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var person = Person.Of(host, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"));
            var enrolled = await person.PostAsync("/experts", new { organisationCode = Papers.NewOrganisation(), organisationName = "浙江海洋大学", fields = Fields });
            experts.Add((person, enrolled.Accepted().Id));
        }
    }

    public async Task<string> StepAsync()
    {
        step++;
        time.Now += TimeSpan.FromMinutes(1);
        var told = random.Next(100) switch
        {
            < 13 => await ApplyAsync(),
            < 23 => await RecommendAsync(),
            < 28 => await EnterAsync(),
            < 36 => await SelectAsync(),
            < 44 => await ConcludeAsync(),
            < 51 => await DecideAsync(),
            < 58 => await PostAsync(),
            < 61 => await ObjectAsync(),
            < 64 => await SettleObjectionAsync(),
            < 75 => await AnnounceAsync(),
            < 78 => await AccuseAsync(),
            < 83 => await ConfirmAsync(),
            < 88 => await EvaluateAsync(),
            < 91 => await ChangeAsync(),
            < 92 => await LiftAsync(),
            _ => Wait(),
        };
        Tally[told] = Tally.GetValueOrDefault(told) + 1;
        return told;
    }

    /// <summary>Every institution is what the model says, and nobody is one that the model does not know.</summary>
    public async Task CompareAsync()
    {
        var rows = (await City("ann").GetAsync("/institutions?limit=200")).Accepted().Json["items"]!.AsArray();
        var (seen, expected) = (rows.Select(row => $"{row!["id"]} {row["standing"]}").ToHashSet(), Model.Bodies.Select(body => $"{body.Id} {body.Standing}").ToHashSet());
        (string.Join("; ", seen.Except(expected).Order()), string.Join("; ", expected.Except(seen).Order())).ShouldBe(("", ""), "what the register has beside the model, and the model beside the register");
    }

    /// <summary>Lets days pass, often right up to a boundary: a ban's last day and the first free one, the day after a notice.</summary>
    private string Wait()
    {
        var bounds = Model.Bars.SelectMany(bar => new[] { bar.LastDay, bar.LastDay.AddDays(1) })
            .Concat(Model.Postings.Select(posting => posting.LastDay.AddDays(1)))
            .Concat(Model.Rectifications.Select(rectification => rectification.LastDay.AddDays(1)))
            .Where(day => day > Today && day < Today.AddDays(random.Next(6) == 0 ? 400 : 90))
            .Order()
            .ToList();
        var days = bounds.Count > 0 && random.Next(3) > 0 ? bounds[random.Next(Math.Min(3, bounds.Count))].DayNumber - Today.DayNumber : random.Next(1, 30);
        time.Now += TimeSpan.FromDays(days);
        return "wait";
    }

    private static string Passes(Reply reply, Filing filing, string passed, params string[] needs)
    {
        if (!Took(reply))
        {
            return $"{passed}: {reply.Json["code"]}";
        }

        (filing.Has(needs) && !filing.Has(passed)).ShouldBeTrue($"{passed} after {string.Join(", ", filing.Passed)}");
        filing.Passed.Add(passed);
        return passed;
    }

    private static HashSet<Guid> Proposed(Reply selection) =>
        [.. selection.Json["entries"]!.AsArray().Where(e => e!["outcome"]!.GetValue<string>() == "proposed").Select(e => e!["applicationId"]!.GetValue<Guid>())];

    /// <summary>Mostly something that is in its turn, now and then anything.</summary>
    private T? Likely<T>(IEnumerable<T> all, Func<T, bool> inTurn) where T : class
    {
        var some = all.ToList();
        var turn = some.Where(inTurn).ToList();
        var from = turn.Count > 0 && random.Next(10) > 0 ? turn : some;
        return from.Count == 0 ? null : from[random.Next(from.Count)];
    }

    private (string Name, Person City) Anyone()
    {
        var name = names[random.Next(names.Length)];
        return (name, City(name));
    }

    private Person City(string name) => Person.City(host, name: name);

    private static string Number() => string.Create(CultureInfo.InvariantCulture, $"舟科〔历〕{Interlocked.Increment(ref numbers)}号");

    /// <summary>Whether it was done. A refusal is a person's answer in both languages; nothing else is one.</summary>
    private static bool Took(Reply reply)
    {
        if ((int)reply.Status < 300)
        {
            return true;
        }

        ((int)reply.Status).ShouldBeLessThan(500, reply.Text);
        reply.Refused(reply.Status);
        return false;
    }
}
