using System.Net;
using System.Text.Json.Nodes;
using Funding.Tests.History.Models;
using Funding.Tests.History.Steps;
using Funding.Tests.Hosting;
using Funding.Tests.Settlements;
using Shouldly;

namespace Funding.Tests.History;

/// <summary>An act of a history, and how often it is drawn. It tells what it did; null where there was nothing to do.</summary>
internal sealed record Act(int Weight, Func<Task<string?>> RunAsync);

/// <summary>Some bodies, two years, a few persons and what they happen to do. Each act is done to the service and to the model.</summary>
internal sealed class RandomHistory
{
    public const int Bodies = 5;
    private const long AppropriationFen = 20_000;
    private readonly Act[] acts;
    private readonly bool withCrashes;

    private RandomHistory(World world, Random random, IReadOnlyList<Guid> bodies, IReadOnlyDictionary<int, Guid> appropriations, Model model, bool withCrashes)
    {
        (World, Random, Keys, Appropriations, Model, this.withCrashes) = (world, random, bodies, appropriations, model, withCrashes);
        Start = world.Today;
        var decisions = new DecisionSteps(this);
        acts =
        [
            .. new PaymentSteps(this).All,
            .. new AppropriationSteps(this).All,
            .. new SettlementSteps(this).All,
            .. new ClawbackSteps(this).All,
            .. new ReceiptSteps(this).All,
            .. decisions.All,
            .. new ObjectionSteps(this, decisions).All,
            .. new DeadlineSteps(this).All,
            .. new BodySteps(this).All,
        ];
    }

    public World World { get; }

    public Random Random { get; }

    public Model Model { get; }

    /// <summary>The bodies' keys.</summary>
    public IReadOnlyList<Guid> Keys { get; }

    public IReadOnlyDictionary<int, Guid> Appropriations { get; }

    public DateOnly Start { get; }

    /// <summary>The bodies that the running act has to do with.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>How often the service was ended in the middle of something.</summary>
    public int Crashes { get; private set; }

    public static async Task<RandomHistory> StartAsync(FundingHost host, Random random, bool withCrashes)
    {
        // With one year of support years run out, with two a debt of the one is withheld from the other.
        var maxYears = random.Next(1, 3);
        var world = await World.OpenAsync(host, text => Tiers.Holds(TopUpTests.Allowed(text))
            .With("[ban, delisting, overdue-report, open-clawback]", "[ban]")
            .With("value: 3, clause: ZS-04", $"value: {maxYears}, clause: ZS-04")
            .With("value: 2 years, clause: ZS-08", "value: 1 month, clause: ZS-08")
            .With("""["180", "90", "30"]""", """["15", "7"]"""));
        int[] years = [world.Year, world.Year + 1];
        var appropriations = new Dictionary<int, Guid>();
        foreach (var year in years)
        {
            appropriations[year] = await world.OpenAppropriationAsync(year, AppropriationFen);
        }

        var model = new Model(Bodies, years, AppropriationFen, maxYears) { Today = world.Today };
        return new RandomHistory(world, random, await world.BodiesAsync(Bodies), appropriations, model, withCrashes);
    }

    /// <summary>Does something, and tells what. What cannot be done now is not a step: another act is drawn.</summary>
    public async Task<string> StepAsync()
    {
        Touched.Clear();
        string? told = null;
        while (told is null)
        {
            var drawn = Random.Next(acts.Sum(act => act.Weight));
            told = await acts.First(act => (drawn -= act.Weight) < 0).RunAsync();
        }

        return told;
    }

    /// <summary>Draws a body.</summary>
    public int Body() => Touch(Random.Next(Bodies));

    public int Touch(int body)
    {
        Touched.Add(body);
        return body;
    }

    public int Year() => Model.Years[Random.Next(Model.Years.Count)];

    public T? Any<T>(IEnumerable<T> among)
        where T : class => among.ToList() is { Count: > 0 } list ? list[Random.Next(list.Count)] : null;

    public ModelCase? AnyCase(Func<ModelCase, bool>? which = null)
    {
        var found = Any(Model.Cases.Where(which ?? (_ => true)));
        if (found is not null)
        {
            Touch(found.Body);
        }

        return found;
    }

    /// <summary>Around a limit: mostly within it, now and then above.</summary>
    public long Around(long limit) => Random.Next(4) == 0 || limit < 1 ? limit + Random.Next(1, 4) : Random.NextInt64(1, limit + 1);

    /// <summary>
    /// Sends a command. Now and then the service ends in the middle of it, at any of its statements; then it is sent again under its key, as a person
    /// would who had no answer. And now and then it is sent again after its answer, which must be the same.
    /// </summary>
    public async Task<JsonObject> DoAsync(HttpClient client, string path, object? body = null)
    {
        var key = Guid.CreateVersion7().ToString();
        var first = withCrashes && Random.Next(4) == 0 ? await InterruptedAsync(client, path, body, key) : null;
        var made = first ?? await client.DoAsync(path, body, key);
        if (Random.Next(6) == 0)
        {
            (await client.DoAsync(path, body, key)).ToJsonString().ShouldBe(made.ToJsonString());
        }

        return made;
    }

    /// <summary>Sends a command that must be refused, by input (400) or by what is so (409).</summary>
    public static Task RefusedAsync(HttpClient client, string path, object? body, string code) =>
        client.RefusedAsync(path, body, code == "bad-input" ? HttpStatusCode.BadRequest : HttpStatusCode.Conflict, code);

    /// <summary>Tells of something: each event comes twice, and the service may be away meanwhile.</summary>
    public async Task TellAsync<TEvent>(TEvent said, IReadOnlyList<TEvent> before)
        where TEvent : class
    {
        // What was said before comes again as well, and after it.
        List<TEvent> told = [said, said];
        if (before.Count > 0 && Random.Next(3) == 0)
        {
            told.Insert(Random.Next(told.Count + 1), before[Random.Next(before.Count)]);
        }

        if (withCrashes && Random.Next(4) == 0)
        {
            Crashes++;
            await World.Host.CrashAsync();
            await World.Host.Publisher.PublishAsync(told);
            await World.Host.StartAgainAsync();
        }
        else
        {
            await World.Host.Publisher.PublishAsync(told);
        }
    }

    // The answer where it came before the end, otherwise nothing is known.
    private async Task<JsonObject?> InterruptedAsync(HttpClient client, string path, object? body, string key)
    {
        using var patience = new CancellationTokenSource();
        var cut = World.Host.Power.CutAt(Random.Next(1, 20));
        var sent = client.SendAsync(path, body, key, patience.Token);
        if (await Task.WhenAny(sent, cut) == sent)
        {
            World.Host.Power.CutNo();
            using var answer = await sent;
            answer.IsSuccessStatusCode.ShouldBeTrue($"{path} {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        }

        Crashes++;
        await patience.CancelAsync();
        await Should.ThrowAsync<Exception>(sent);
        await World.Host.CrashAsync();
        await World.Host.StartAgainAsync();
        return null;
    }
}
