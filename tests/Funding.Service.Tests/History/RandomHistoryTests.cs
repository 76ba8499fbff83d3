using System.Net;
using Contracts.Registry;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.History;

public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int Steps = 250;
    private const int Bodies = 5;
    private const long AppropriationFen = 20_000;
    private static readonly string[] Grades = ["excellent", "good", "pass", "fail"];

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_random_history_agrees_with_the_reference_model_at_every_step(DatabaseProvider provider)
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");

        // A service of its own: its clock is moved.
        await using var host = await FundingHost.StartAsync(provider);
        var world = await World.OpenAsync(host, text => text
            .With("value: 3, clause: ZS-04", "value: 1, clause: ZS-04")
            .With("value: 2 years, clause: ZS-08", "value: 1 month, clause: ZS-08")
            .With("""["180", "90", "30"]""", """["15", "7"]"""));
        var history = await StartAsync(world, new Random(seed));
        for (var step = 1; step <= Steps; step++)
        {
            var told = "";
            try
            {
                told = await history.StepAsync();
                output.WriteLine($"{step}: {told}");
                await history.CompareAsync();
                await world.VerifyAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"TEST_SEED={seed}, step {step}: {told}", e);
            }
        }
    }

    private static async Task<History> StartAsync(World world, Random random)
    {
        var years = new[] { world.Year, world.Year + 1 };
        var appropriations = new Dictionary<int, Guid>();
        foreach (var year in years)
        {
            appropriations[year] = await world.OpenAppropriationAsync(year, AppropriationFen);
        }

        return new History(world, random, await world.BodiesAsync(Bodies), appropriations, new Model(Bodies, years, AppropriationFen, maxYears: 1) { Today = world.Today });
    }

    private sealed class History(World world, Random random, IReadOnlyList<Guid> bodies, Dictionary<int, Guid> appropriations, Model model)
    {
        private readonly Dictionary<Guid, int> holds = [];
        private readonly long[] versions = [.. Enumerable.Repeat(1L, Bodies)];
        private readonly DateOnly start = world.Today;
        private int invoices;
        private (int Body, int Year) touched = (0, model.Years[0]);

        public Task<string> StepAsync() => random.Next(100) switch
        {
            < 17 => ProposeAsync(),
            < 34 => ApproveAsync(),
            < 37 => CancelAsync(),
            < 49 => ExportAsync(),
            < 63 => BankAsync(),
            < 69 => ReviewAsync(),
            < 77 => ReceiveAsync(),
            < 79 => HoldAsync(),
            < 86 => MoveAsync(),
            < 92 => DecideAsync(),
            < 96 => SpendAsync(),
            < 98 => RecogniseAsync(),
            < 99 => StandAsync(),
            _ => MergeAsync(),
        };

        public async Task CompareAsync()
        {
            var (body, year) = touched;
            var account = await world.AccountAsync(bodies[body]);
            account["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe(model.YearsUsed(body));
            account["openHolds"]!.GetValue<int>().ShouldBe(model.Holds[body]);
            account["deadline"]?.GetValue<string>().ShouldBe($"{model.Deadline(body):yyyy-MM-dd}");
            foreach (var row in account["years"]!.AsArray())
            {
                var y = row!["fiscalYear"]!.GetValue<int>();
                (row.Fen("committedFen"), row.Fen("paidFen"), row.Fen("entitledFen"), row.Fen("recoveredFen"), row.Fen("spentFen"))
                    .ShouldBe((model.Committed(body, y), model.Paid(body, y), model.Entitled(body, y), model.ReceivedOf(body, y), model.Spent(body, y)));
                (row.Fen("overAdvanceFen"), row.Fen("unusedFen")).ShouldBe((model.OverAdvance(body, y), model.Unused(body, y)));

                // ZS-07 and ZS-08 together never claim more than was disbursed, and never less than either alone.
                (row.Fen("overAdvanceFen") + row.Fen("unusedFen")).ShouldBeInRange(Math.Max(model.AboveEntitled(body, y), model.Unused(body, y)), model.Paid(body, y));
            }

            (await world.AppropriationAsync(appropriations[year])).Fen("committedFen").ShouldBe(model.Committed(year));
            foreach (var clawback in await World.ListAsync(world.Maker, $"/api/funding/clawbacks?institution={bodies[body]}"))
            {
                var (y, cause) = (clawback["fiscalYear"]!.GetValue<int>(), clawback.Text("cause"));
                (clawback.Fen("claimedFen"), clawback.Fen("outstandingFen")).ShouldBe((model.Claimed(body, y, cause), model.Outstanding(body, y, cause)));
            }
        }

        // What is claimed as unused only ever comes down by itself, and only as far as it must.
        private async Task FollowAsync(int body)
        {
            var claimed = model.Years.Sum(y => model.Unused(body, y));
            if (claimed == 0)
            {
                return;
            }

            var years = (await world.AccountAsync(bodies[body]))["years"]!.AsArray().ToDictionary(y => y!["fiscalYear"]!.GetValue<int>(), y => y!.Fen("unusedFen"));
            foreach (var y in model.Years.Where(years.ContainsKey))
            {
                var (before, beside) = model.UnusedClaims.GetValueOrDefault((body, y));
                years[y].ShouldBeInRange(0, Math.Min(before, model.Paid(body, y)));
                model.UnusedClaims[(body, y)] = years[y] == 0 ? default : (years[y], beside);
            }

            var (after, most) = (years.Values.Sum(), model.MostUnused(body));
            var anyway = model.Years.Sum(y => Math.Max(0, model.AboveEntitled(body, y) - model.UnusedClaims.GetValueOrDefault((body, y)).Beside));
            after.ShouldBeLessThanOrEqualTo(Math.Max(most, anyway));
            (after == claimed || after >= most || model.Years.Any(y => model.Paid(body, y) < claimed)).ShouldBeTrue($"{claimed} came down to {after}, {most} would have been right");
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
            model.Payments.Add(new Model.Payment(body, year, fen, made["advance"]!.Key("id"), world.Today));
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
            model.ClockFrom[payment.Body] = model.ClockFrom[payment.Body] is { } from && from < payment.AllottedOn ? from : payment.AllottedOn;
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
                payment.Status = payment.IsLive ? "released" : "cancelled";
                Release(payment, "cancelled");
                return $"cancel {payment.Body} {payment.Year} {payment.Fen}";
            }

            await world.Maker.RefusedAsync(path, new { reason = "随机" }, HttpStatusCode.Conflict, "payment-not-cancellable");
            return $"cancel of a {payment.Status} one";
        }

        private async Task<string> ExportAsync()
        {
            if (Pick(p => p.Status == "approved") is not { } payment)
            {
                return "nothing to export";
            }

            var request = new { programme = world.Name, fiscalYear = payment.Year, paymentIds = new[] { payment.Id } };
            var run = (await world.Maker.DoAsync("/api/funding/payment-runs", request))["run"]!.Key("id");
            if (model.WhyNotPay(payment.Body) is { } code)
            {
                await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, code);
                await world.Maker.DoAsync($"/api/funding/payment-runs/{run}/dissolve");
                return $"export of {payment.Body}: {code}";
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

            var on = payment.BankDays.GetValueOrDefault(outcome, world.Today);
            var answer = await world.ReportAsync(run, payment.Id, outcome, on);
            payment.BankDays[outcome] = on;
            answer["news"]!.GetValue<int>().ShouldBe(news ? 1 : 0);
            if (news && outcome != "paid")
            {
                payment.Status = "released";
                Release(payment, outcome);
            }

            payment.Status = news ? outcome : payment.Status;
            await FollowAsync(payment.Body);
            return $"{outcome} {payment.Body} {payment.Year} {payment.Fen}, news: {news}";
        }

        private async Task<string> ReviewAsync()
        {
            var (body, year, grade) = (random.Next(Bodies), model.Years[random.Next(2)], Grades[random.Next(4)]);
            touched = (body, year);
            var version = model.Reviews.GetValueOrDefault(touched).Version + 1;
            var review = world.Review(bodies[body], grade, new Guid(year, 0, 0, bodies[body].ToByteArray()[8..]), version, year);

            // Each is told twice, in an order of the broker's own; two persons settle it.
            await world.PublishedAsync(review, review);
            await world.SettledAsync(bodies[body], year);
            model.Reviews[touched] = (grade, version);
            await FollowAsync(body);
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
            var cause = clawback.Text("cause");
            var outstanding = model.Outstanding(touched.Body, touched.Year, cause);
            var fen = random.Next(3) == 0 ? outstanding + random.Next(1, 3) : Math.Max(1, outstanding * random.Next(1, 101) / 100);
            var path = $"/api/funding/clawbacks/{clawback.Key("id")}/receipts";
            if (fen > outstanding)
            {
                await world.Maker.RefusedAsync(path, world.Receipt(fen), HttpStatusCode.Conflict, "receipt-above-outstanding");
                return $"receipt {fen} of {outstanding}: refused";
            }

            await world.Maker.DoAsync(path, world.Receipt(fen));
            model.Received[(touched.Body, touched.Year, cause)] = model.ReceivedOf(touched.Body, touched.Year, cause) + fen;
            return $"receipt {fen} of {outstanding} for {cause}";
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

        private async Task<string> MoveAsync()
        {
            var day = world.Today.AddDays(random.Next(1, 10));
            if (day.Year > start.Year)
            {
                return "the year's end";
            }

            await world.MoveToAsync(day);
            model.Today = day;
            return $"move to {day:MM-dd}";
        }

        // In time or late, and told on the day or any time after it.
        private async Task<string> RecogniseAsync()
        {
            var body = random.Next(Bodies);
            touched = (body, touched.Year);
            if (model.RecognisedOn[body] is not null || model.Standing[body] == Standings.Merged || (!model.Missed(body) && random.Next(4) > 0))
            {
                return "nobody is recognised";
            }

            var on = model.Missed(body) && random.Next(2) == 0 ? model.Deadline(body)!.Value : world.Today;
            (model.RecognisedOn[body], model.Standing[body]) = (on, Standings.Recognised);
            await TellAsync(body);
            if (!model.Missed(body))
            {
                foreach (var y in model.Years)
                {
                    model.UnusedClaims.Remove((body, y));
                }
            }

            return $"recognise {body} on {on:MM-dd}";
        }

        private async Task<string> DecideAsync()
        {
            // Now and then up to the day after somebody's last day.
            var next = Enumerable.Range(0, Bodies).Where(b => model.RecognisedOn[b] is null && !model.Missed(b)).Select(b => model.Deadline(b)).Min();
            if (random.Next(3) == 0 && next is { } last && last.Year == start.Year && last >= world.Today)
            {
                await world.MoveToAsync(last.AddDays(1));
                model.Today = world.Today;
            }

            await world.SweepAsync();
            var proposed = await World.ListAsync(world.Maker, "/api/funding/deadline-cases?status=proposed");
            proposed.Select(c => (bodies.ToList().IndexOf(c.Key("institutionId")), c.Fen("amountFen"))).ShouldBe(
                Enumerable.Range(0, Bodies).Where(b => model.Missed(b)).Select(b => (b, model.UnusedNow(b).Values.Sum())).Where(c => c.Item2 > 0), ignoreOrder: true);
            if (proposed.Count == 0)
            {
                return "nobody has missed the deadline with money unused";
            }

            var row = proposed[random.Next(proposed.Count)];
            var body = bodies.ToList().IndexOf(row.Key("institutionId"));
            touched = (body, touched.Year);
            var shares = model.UnusedNow(body);
            var besides = shares.Keys.ToDictionary(y => y, y => model.OverAdvance(body, y));
            await world.Approver.DoAsync($"/api/funding/deadline-cases/{row.Key("id")}/confirm", world.Decision());
            foreach (var (y, fen) in shares)
            {
                model.UnusedClaims[(body, y)] = (model.Unused(body, y) + fen, besides[y]);
            }

            return $"claim as unused of {body}: {string.Join(", ", shares)}";
        }

        private async Task<string> SpendAsync()
        {
            var paid = (from b in Enumerable.Range(0, Bodies) from y in model.Years where model.Paid(b, y) > 0 select (b, y)).ToList();
            if (paid.Count == 0)
            {
                return "nothing to spend";
            }

            touched = paid[random.Next(paid.Count)];
            var (body, year) = touched;
            var (fen, issuedOn) = (random.Next(1, (int)model.Paid(body, year) + 100), start.AddDays(random.Next(world.Today.DayNumber - start.DayNumber + 1)));
            var stated = await world.StatedAsync(bodies[body], year, world.Voucher($"I{++invoices}", fen, issuedOn));
            await world.VerifiedAsync(stated);
            await world.Approver.DoAsync($"/api/funding/spending-statements/{stated["statement"]!.Key("id")}/confirm");
            model.Spending.Add((body, year, fen, issuedOn));
            await FollowAsync(body);
            var again = await world.StatedAsync(bodies[body], year, world.Voucher($"i {invoices}", fen, issuedOn));
            await world.Maker.RefusedAsync($"/api/funding/spending-statements/{again["statement"]!.Key("id")}/verify", World.Findings(again), HttpStatusCode.Conflict, "invoice-accepted-before");
            return $"spend {body} {year} {fen} on {issuedOn:MM-dd}";
        }

        private async Task<string> StandAsync()
        {
            var body = random.Next(Bodies);
            touched = (body, touched.Year);
            if (model.Standing[body] == Standings.Merged)
            {
                return "merged before";
            }

            var before = model.RecognisedOn[body] is null ? Standings.UnderConstruction : Standings.Recognised;
            string[] standings = [before, before, before, before, Standings.UnderRectification, Standings.Delisted, Standings.Revoked, Standings.Cancelled];
            model.Standing[body] = standings[random.Next(standings.Length)];
            await TellAsync(body);
            return $"{body} becomes {model.Standing[body]}";
        }

        private async Task<string> MergeAsync()
        {
            var (into, from) = (random.Next(Bodies), random.Next(Bodies));
            touched = (into, touched.Year);
            if (into == from || model.Standing.Contains(Standings.Merged))
            {
                return "no merger";
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
            world.Host.Registry.Say(bodies[body], model.Standing[body], model.RecognisedOn[body]);
            var said = world.Institution(bodies[body], ++versions[body], model.Standing[body]) with
            {
                RecognisedOn = model.RecognisedOn[body],
                Absorbed = [.. model.Absorbed[body].Select(b => bodies[b])],
                Name = $"版本{versions[body]}",
            };
            await world.Host.Publisher.PublishAsync(said);
            await Eventually.PassesAsync(async () => (await world.AccountAsync(bodies[body])).Text("name").ShouldBe(said.Name));
        }

        private void Release(Model.Payment payment, string status)
        {
            if (payment.Status == "released")
            {
                model.Release(payment.Body);
            }

            payment.Status = status;
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
