using Contracts.Registry;
using Contracts.Reporting;
using Funding.Tests.History.Models;
using Funding.Tests.Hosting;
using Shouldly;
using Testing;

namespace Funding.Tests.History.Steps;

/// <summary>What Registry, Reporting and the bureau say of bodies: recognition, standing, merger, ban, evaluation, holds.</summary>
internal sealed class BodySteps(RandomHistory history)
{
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly Random random = history.Random;
    private readonly Dictionary<Guid, int> holds = [];
    private readonly long[] versions = [.. Enumerable.Repeat(1L, RandomHistory.Bodies)];
    private readonly List<InstitutionChanged> changes = [];
    private readonly List<BanRuled> bans = [];
    private readonly List<EvaluationPublished> evaluations = [];

    public IEnumerable<Act> All =>
    [
        new(2, HoldAsync), new(3, ReleaseAsync), new(1, BanAsync), new(2, RecogniseAsync), new(1, EvaluateAsync), new(2, StandAsync), new(1, MergeAsync),
    ];

    private async Task<string?> HoldAsync()
    {
        var body = history.Body();
        await history.DoAsync(world.Maker, $"/api/funding/accounts/{history.Keys[body]}/holds", new { reason = "随机" });
        await HeldAsync(body);
        return $"hold {body}";
    }

    private async Task<string?> ReleaseAsync()
    {
        if (holds.Count == 0)
        {
            return null;
        }

        var (hold, body) = holds.First();
        await history.DoAsync(world.Approver, $"/api/funding/holds/{hold}/release", new { reason = "随机" });
        holds.Remove(hold);
        model.Holds[history.Touch(body)]--;
        return $"release {body}";
    }

    private async Task<string?> BanAsync()
    {
        var body = history.Body();
        var ban = new BanRuled
        {
            BanId = Guid.CreateVersion7(),
            Jurisdiction = world.Name,
            Programme = world.Name,
            Code = $"9133{body}",
            Name = "某中心",
            InstitutionId = history.Keys[body],
            GroundZh = "随机",
            GroundEn = "at random",
            Clause = "ZS-22",
            DocumentNumber = "舟科〔2026〕9号",
            From = world.Today,
            LastDay = world.Today.AddYears(2),
        };
        await history.TellAsync(ban, bans);
        bans.Add(ban);
        await HeldAsync(body);
        return $"ban {body}";
    }

    // A hold is known by its key, once it is there.
    private async Task HeldAsync(int body)
    {
        var open = new List<Guid>();
        await Eventually.PassesAsync(async () =>
        {
            var detail = await world.Maker.ReadAsync($"/api/funding/accounts/{history.Keys[body]}");
            open = [.. detail["holds"]!.AsArray().Where(h => h!["released"] is null).Select(h => h!.Key("id"))];
            open.Count.ShouldBe(model.Holds[body] + 1);
        });
        holds[open.Single(id => !holds.ContainsKey(id))] = body;
        model.Holds[body]++;
    }

    private async Task<string?> EvaluateAsync()
    {
        var (body, year, grade) = (history.Body(), history.Start.Year - random.Next(3), Model.Grades[random.Next(Model.Grades.Count)]);
        var said = new EvaluationPublished
        {
            EvaluationId = new Guid(year, 0, 0, history.Keys[body].ToByteArray()[8..]),
            Version = evaluations.Count(e => e.InstitutionId == history.Keys[body] && e.Year == year) + 1,
            InstitutionId = history.Keys[body],
            Programme = world.Name,
            Year = year,
            Kind = EvaluationKinds.Yearly,
            Grade = grade,
            PublishedOn = world.Today,
            DocumentNumber = "舟科评〔2026〕1号",
        };
        await history.TellAsync(said, evaluations);
        evaluations.Add(said);
        var isNewer = model.Evaluation[body] is not { } known || (year, said.Version).CompareTo((known.Year, known.Version)) > 0;
        model.Evaluation[body] = isNewer ? (year, said.Version, grade) : model.Evaluation[body];

        // What changes nothing is not waited for: the account's next turn shows that it did not.
        await Eventually.HoldsAsync(async () => !isNewer || ((await world.AccountAsync(history.Keys[body]))["evaluation"] is { } shown
            && (shown["year"]!.GetValue<int>(), shown.Text("grade")) == (year, grade)));
        return $"evaluation of {body} {year} {grade}, version {said.Version}";
    }

    // In time or late, and told on the day or any time after it.
    private async Task<string?> RecogniseAsync()
    {
        var body = history.Body();
        if (model.RecognisedOn[body] is not null || model.Standing[body] == Standings.Merged || (!model.Missed(body) && random.Next(4) > 0))
        {
            return null;
        }

        var on = model.Missed(body) && random.Next(2) == 0 ? model.Deadline(body)!.Value : world.Today;
        (model.RecognisedOn[body], model.Standing[body]) = (on, Standings.Recognised);
        await TellAsync(body);
        if (!model.Missed(body))
        {
            foreach (var year in model.Years)
            {
                model.Claims(body, year).Release("deadline", model.Claims(body, year).Unused);
            }
        }

        return $"recognise {body} on {on:MM-dd}";
    }

    private async Task<string?> StandAsync()
    {
        var body = history.Body();
        if (model.Standing[body] == Standings.Merged)
        {
            return null;
        }

        var before = model.RecognisedOn[body] is null ? Standings.UnderConstruction : Standings.Recognised;
        string[] others = [Standings.UnderRectification, Standings.Delisted, Standings.Revoked, Standings.Cancelled];
        model.Standing[body] = model.Standing[body] != before && random.Next(4) > 0 ? before : others[random.Next(others.Length)];
        await TellAsync(body);
        return $"{body} becomes {model.Standing[body]}";
    }

    private async Task<string?> MergeAsync()
    {
        var (into, from) = (history.Body(), history.Body());
        if (into == from || model.Standing.Contains(Standings.Merged))
        {
            return null;
        }

        model.Standing[from] = Standings.Merged;
        model.Absorbed[into].Add(from);
        await TellAsync(from);
        await TellAsync(into);
        return $"{from} merges into {into}";
    }

    // Registry knows first, and Funding when the event has come.
    private async Task TellAsync(int body)
    {
        var id = history.Keys[body];
        world.Host.Registry.Say(id, model.Standing[body], model.RecognisedOn[body]);
        var said = world.Institution(id, ++versions[body], model.Standing[body]) with
        {
            RecognisedOn = model.RecognisedOn[body],
            Absorbed = [.. model.Absorbed[body].Select(b => history.Keys[b])],
            Name = $"版本{versions[body]}",
        };
        await history.TellAsync(said, changes);
        changes.Add(said);
        await Eventually.PassesAsync(async () => (await world.AccountAsync(id)).Text("name").ShouldBe(said.Name));
    }
}
