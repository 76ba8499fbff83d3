using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.History;

public sealed class RandomHistoryTests(FundingHosts hosts, ITestOutputHelper output)
{
    private const int Steps = 250;
    private const int Bodies = 4;
    private const long AppropriationFen = 20_000;
    private static readonly string[] Grades = ["excellent", "good", "pass", "fail"];

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_random_history_agrees_with_the_reference_model_at_every_step(DatabaseProvider provider)
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");
        var world = await World.OpenAsync(await hosts.OnAsync(provider), text => text.With("value: 3, clause: ZS-04", "value: 1, clause: ZS-04"));
        var history = await StartAsync(world, new Random(seed));
        for (var step = 1; step <= Steps; step++)
        {
            var told = "";
            try
            {
                told = await history.StepAsync();
                await history.CompareAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"TEST_SEED={seed}, step {step}: {told}", e);
            }
        }

        await world.VerifyAsync();
    }

    private static async Task<History> StartAsync(World world, Random random)
    {
        var years = new[] { world.Year, world.Year + 1 };
        var appropriations = new Dictionary<int, Guid>();
        foreach (var year in years)
        {
            appropriations[year] = await world.OpenAppropriationAsync(year, AppropriationFen);
        }

        return new History(world, random, await world.BodiesAsync(Bodies), appropriations, new Model(Bodies, years, AppropriationFen, maxYears: 1));
    }

    private sealed class History(World world, Random random, IReadOnlyList<Guid> bodies, Dictionary<int, Guid> appropriations, Model model)
    {
        private readonly Dictionary<Guid, int> holds = [];
        private (int Body, int Year) touched = (0, model.Years[0]);

        public Task<string> StepAsync() => random.Next(100) switch
        {
            < 22 => ProposeAsync(),
            < 44 => ApproveAsync(),
            < 50 => CancelAsync(),
            < 62 => ExportAsync(),
            < 78 => BankAsync(),
            < 84 => ReviewAsync(),
            < 94 => ReceiveAsync(),
            _ => HoldAsync(),
        };

        public async Task CompareAsync()
        {
            var (body, year) = touched;
            var account = await world.AccountAsync(bodies[body]);
            account["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe(model.YearsUsed(body));
            account["openHolds"]!.GetValue<int>().ShouldBe(model.Holds[body]);
            if (account["years"]!.AsArray().SingleOrDefault(y => y!["fiscalYear"]!.GetValue<int>() == year) is { } row)
            {
                (row.Fen("committedFen"), row.Fen("paidFen"), row.Fen("entitledFen"), row.Fen("recoveredFen"))
                    .ShouldBe((model.Committed(body, year), model.Paid(body, year), model.Entitled(body, year), model.ReceivedOf(body, year)));
            }

            (await world.AppropriationAsync(appropriations[year])).Fen("committedFen").ShouldBe(model.Committed(year));
            if ((await World.ListAsync(world.Maker, $"/api/funding/clawbacks?institution={bodies[body]}&year={year}")).SingleOrDefault() is { } clawback)
            {
                (clawback.Fen("claimedFen"), clawback.Fen("outstandingFen")).ShouldBe((model.Claimed(body, year), model.Outstanding(body, year)));
            }
            else
            {
                model.Claimed(body, year).ShouldBe(0);
            }
        }

        private async Task<string> ProposeAsync()
        {
            var (body, year, fen) = (random.Next(Bodies), model.Years[random.Next(2)], random.Next(1, 6_000));
            touched = (body, year);
            var request = world.Advance(bodies[body], appropriations[year], fen);
            if (model.WhyNotPropose(body, year) is { } code)
            {
                await world.Maker.RefusedAsync("/api/funding/advances", request, HttpStatusCode.Conflict, code);
                return $"propose {body} {year} {fen}: {code}";
            }

            var key = Guid.CreateVersion7().ToString();
            var made = await world.Maker.DoAsync("/api/funding/advances", request, key);
            await AgainAsync(world.Maker, "/api/funding/advances", request, key, made.ToJsonString());
            model.Payments.Add(new Model.Payment(body, year, fen, made["advance"]!.Key("id")));
            return $"propose {body} {year} {fen}";
        }

        private async Task<string> ApproveAsync()
        {
            if (Pick(_ => true) is not { } payment)
            {
                return "nothing to approve";
            }

            var path = $"/api/funding/advances/{payment.Id}/approve";
            if (model.WhyNotApprove(payment) is { } code)
            {
                await world.Approver.RefusedAsync(path, null, HttpStatusCode.Conflict, code);
                return $"approve {payment.Body} {payment.Year} {payment.Fen}: {code}";
            }

            var key = Guid.CreateVersion7().ToString();
            var made = await world.Approver.DoAsync(path, key: key);
            await AgainAsync(world.Approver, path, null, key, made.ToJsonString());
            payment.Status = "approved";
            return $"approve {payment.Body} {payment.Year} {payment.Fen}";
        }

        private async Task<string> CancelAsync()
        {
            if (Pick(_ => true) is not { } payment)
            {
                return "nothing to cancel";
            }

            var path = $"/api/funding/advances/{payment.Id}/cancel";
            if (payment.Status is "proposed" or "approved")
            {
                await world.Maker.DoAsync(path, new { reason = "随机" });
                payment.Status = "cancelled";
                return $"cancel {payment.Body} {payment.Year} {payment.Fen}";
            }

            await world.Maker.RefusedAsync(path, new { reason = "随机" }, HttpStatusCode.Conflict, "advance-not-cancellable");
            return $"cancel of a {payment.Status} one";
        }

        private async Task<string> ExportAsync()
        {
            if (Pick(p => p.Status == "approved") is not { } payment)
            {
                return "nothing to export";
            }

            var request = new { programme = world.Name, fiscalYear = payment.Year, advanceIds = new[] { payment.Id } };
            var run = (await world.Maker.DoAsync("/api/funding/payment-runs", request))["run"]!.Key("id");
            if (model.Holds[payment.Body] > 0)
            {
                await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "account-on-hold");
                await world.Maker.DoAsync($"/api/funding/payment-runs/{run}/dissolve");
                return $"export of held {payment.Body}";
            }

            await world.Approver.DoAsync($"/api/funding/payment-runs/{run}/seal");
            (payment.Status, payment.Run) = ("exported", run);
            return $"export {payment.Body} {payment.Year} {payment.Fen}";
        }

        private async Task<string> BankAsync()
        {
            if (Pick(p => p.Run is not null) is not { Run: { } run } payment)
            {
                return "nothing at the bank";
            }

            var outcome = random.Next(10) switch { < 6 => "paid", < 8 => "failed", _ => "returned" };
            var news = (payment.Status, outcome) is ("exported", "paid") or ("exported", "failed") or ("paid", "returned");
            var known = payment.Status == outcome || (payment.Status == "returned" && outcome == "paid");
            if (!news && !known)
            {
                await world.Maker.RefusedAsync(
                    $"/api/funding/payment-runs/{run}/results", world.Result(payment.Id, outcome), HttpStatusCode.Conflict, "result-out-of-order");
                return $"{outcome} of a {payment.Status} one";
            }

            var answer = await world.ReportAsync(run, payment.Id, outcome);
            answer["news"]!.GetValue<int>().ShouldBe(news ? 1 : 0);
            payment.Status = news ? outcome : payment.Status;
            return $"{outcome} {payment.Body} {payment.Year} {payment.Fen}, news: {news}";
        }

        private async Task<string> ReviewAsync()
        {
            var (body, year, grade) = (random.Next(Bodies), model.Years[random.Next(2)], Grades[random.Next(4)]);
            touched = (body, year);
            var version = model.Reviews.GetValueOrDefault(touched).Version + 1;
            var review = world.Review(bodies[body], grade, new Guid(year, 0, 0, bodies[body].ToByteArray()[8..]), version, year);

            // Each is told twice, in an order of the broker's own.
            await world.Host.Publisher.PublishAsync(review, review);
            model.Reviews[touched] = (grade, version);
            await Eventually.PassesAsync(async () =>
            {
                var settlement = (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={bodies[body]}&year={year}")).ShouldHaveSingleItem();
                settlement["reviewVersion"]!.GetValue<long>().ShouldBe(version);
            });
            return $"review {body} {year} {grade}";
        }

        private async Task<string> ReceiveAsync()
        {
            var cases = await World.ListAsync(world.Maker, "/api/funding/clawbacks");
            if (cases.Count == 0)
            {
                return "nothing to receive";
            }

            var clawback = cases[random.Next(cases.Count)];
            touched = (bodies.ToList().IndexOf(clawback.Key("institutionId")), clawback["fiscalYear"]!.GetValue<int>());
            var outstanding = model.Outstanding(touched.Body, touched.Year);
            var fen = random.Next(3) == 0 ? outstanding + random.Next(1, 3) : Math.Max(1, outstanding * random.Next(1, 101) / 100);
            var path = $"/api/funding/clawbacks/{clawback.Key("id")}/receipts";
            if (fen > outstanding)
            {
                await world.Maker.RefusedAsync(path, world.Receipt(fen), HttpStatusCode.Conflict, "receipt-above-outstanding");
                return $"receipt {fen} of {outstanding}: refused";
            }

            await world.Maker.DoAsync(path, world.Receipt(fen));
            model.Received[touched] = model.ReceivedOf(touched.Body, touched.Year) + fen;
            return $"receipt {fen} of {outstanding}";
        }

        private async Task<string> HoldAsync()
        {
            if (holds.Count > 0 && random.Next(3) > 0)
            {
                var (hold, held) = holds.First();
                await world.Approver.DoAsync($"/api/funding/holds/{hold}/release", new { reason = "随机" });
                holds.Remove(hold);
                model.Holds[held]--;
                touched = (held, touched.Year);
                return $"release {held}";
            }

            var body = random.Next(Bodies);
            touched = (body, touched.Year);
            var placed = await world.Maker.DoAsync($"/api/funding/accounts/{bodies[body]}/holds", new { reason = "随机" });
            holds[placed["holds"]!.AsArray().Last()!.Key("id")] = body;
            model.Holds[body]++;
            return $"hold {body}";
        }

        private Model.Payment? Pick(Func<Model.Payment, bool> which)
        {
            var among = model.Payments.Where(which).ToList();

            // What is still on its way is picked more often than what has ended.
            var alive = among.Where(p => p.Status is "proposed" or "approved" or "exported").ToList();
            var from = alive.Count > 0 && random.Next(4) > 0 ? alive : among;
            if (from.Count == 0)
            {
                return null;
            }

            var payment = from[random.Next(from.Count)];
            touched = (payment.Body, payment.Year);
            return payment;
        }

        private async Task AgainAsync(HttpClient client, string path, object? body, string key, string answer)
        {
            if (random.Next(5) == 0)
            {
                (await client.DoAsync(path, body, key)).ToJsonString().ShouldBe(answer);
            }
        }
    }
}
