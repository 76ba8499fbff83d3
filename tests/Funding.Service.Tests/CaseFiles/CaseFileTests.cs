using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Funding.CaseFiles;
using Funding.Data;
using Funding.Ledger;
using Funding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using VerifyCaseFile;
using Xunit;

namespace Funding.Tests.CaseFiles;

public sealed class CaseFileTests(FundingHosts hosts)
{
    private const string Chain = "ledger/chain.ndjson";
    private const string Heads = "ledger/heads.ndjson";
    private const string Balances = "ledger/balances.ndjson";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_case_file_proves_itself_without_the_platform(DatabaseProvider provider)
    {
        var (world, zip) = await MakeAsync(provider);
        var file = CaseFileZip.Read(zip);
        var published = (await world.Auditor.ReadAsync("/api/funding/ledger/key")).Text("publicKey");

        CaseFileZip.Faults(zip, published).ShouldBeEmpty();

        var postings = (await World.ListAsync(world.Auditor, "/api/funding/ledger/postings")).Select(p => p["sequence"]!.GetValue<long>());
        file.Lines(Chain).Select(l => l["posting"]).OfType<JsonObject>().Select(p => p["sequence"]!.GetValue<long>()).ShouldBe(postings, ignoreOrder: true);
        file.Lines("records/settlement-revision.ndjson").ShouldHaveSingleItem()["sheet"]!["lines"]!.AsArray().ShouldNotBeEmpty();
        file.Lines("records/payment.ndjson").ShouldAllBe(p => p["jurisdiction"]!.GetValue<string>() == world.Name);
        var document = file.Lines("records/document.ndjson").ShouldHaveSingleItem();
        file.Text($"documents/{document.Text("id")}.pdf").ShouldStartWith("%PDF");
        file.Paths.Count(p => p.StartsWith($"packs/{world.Name}-", StringComparison.Ordinal)).ShouldBe(1);
        JsonNode.Parse(file.Text("ledger/verification.json"))!["intact"]!.GetValue<bool>().ShouldBeTrue();

        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.zip");
        try
        {
            await File.WriteAllBytesAsync(path, zip);
            Run("--lang", "zh", path).ShouldBe((CommandLine.Intact, "结论：完好，全部核验通过。"));
            Run(path, "--lang", "en").ShouldBe((CommandLine.Intact, "INTACT: every check passed."));
            Run().Code.ShouldBe(CommandLine.Unreadable);
            await File.WriteAllBytesAsync(path, zip[..(zip.Length / 2)]);
            Run(path).Code.ShouldBe(CommandLine.Unreadable);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_programme_s_case_file_holds_nothing_of_another_bureau(DatabaseProvider provider)
    {
        var (world, _) = await MakeAsync(provider);
        var other = await World.OpenAsync(await hosts.OnAsync(provider));
        await other.OpenAppropriationAsync();

        var zip = await DownloadAsync(other, $"?programme={other.Name}");

        CaseFileZip.Faults(zip, null).ShouldBeEmpty();
        var file = CaseFileZip.Read(zip);
        file.Paths.Where(path => file.Text(path).Contains(world.Name, StringComparison.Ordinal)).ShouldBeEmpty();
        file.Lines(Chain).Count(l => l["posting"] is not null).ShouldBe(1);
        (await world.Maker.GetAsync(new Uri("/api/funding/case-file", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task No_table_of_the_service_is_left_out_of_a_case_file()
    {
        var host = await hosts.OnAsync(DatabaseProvider.Sqlite);
        await using var scope = host.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
        foreach (var programme in new[] { null, "any" })
        {
            var records = new CaseRecords(db, new CaseFileScope("any", programme));
            records.Tables.Count.ShouldBeGreaterThan(15);
            records.Tables.Where(table => records.Of(table) is null).Select(table => table.ClrType.Name).ShouldBeEmpty();
        }
    }

    /// <summary>By somebody who has the file and not the key: whatever else is made to fit, the signature does not.</summary>
    [Fact]
    public async Task Whoever_lacks_the_key_cannot_change_anything()
    {
        var (world, zip) = await MakeAsync(DatabaseProvider.Sqlite);
        var published = (await world.Auditor.ReadAsync("/api/funding/ledger/key")).Text("publicKey");

        Faults(zip, null, file => file.Put("README.txt", "another")).ShouldBe(["file-altered"]);
        Faults(zip, null, file => file.Remove(Heads)).ShouldContain("file-missing");
        Faults(zip, null, file => file.Add("records/another.ndjson", "{}")).ShouldBe(["file-unlisted"]);
        Faults(zip, null, file => file.Add(Balances, file.Text(Balances))).ShouldContain("file-twice");
        Faults(zip, null, file => file.Put("manifest.sig", "nonsense")).ShouldBe(["signature-wrong"]);
        Faults(zip, null, file => file.Put(CaseFileZip.ManifestPath, file.Text(CaseFileZip.ManifestPath) + " ")).ShouldBe(["signature-wrong"]);
        Faults(zip, null, file => file.Remove(CaseFileZip.ManifestPath)).ShouldBe(["manifest-missing"]);

        var folder = Directory.CreateTempSubdirectory("platform-forger-");
        using var forger = LedgerKey.FromFile(Path.Combine(folder.FullName, "key.pem"));
        folder.Delete(recursive: true);
        var reSigned = Changed(zip, file =>
        {
            file.Put("ledger-key.pub.pem", forger.PublicKey);
            file.Sign(forger.Sign, manifest => manifest["keyId"] = forger.Id);
        });
        CaseFileZip.Faults(reSigned, null).ShouldBe(["head-wrong"]);
        CaseFileZip.Faults(reSigned, published).ShouldBe(["signature-wrong", "key-differs"]);
    }

    /// <summary>By somebody who gets the manifest signed: what the books prove is proved by the chain, its heads, the balances and the hashes.</summary>
    [Theory]
    [InlineData("an amount", "posting-altered", "balance-differs")]
    [InlineData("an amount with digest", "link-altered", "balance-differs")]
    [InlineData("an amount with digest and hash", "chain-broken", "balance-differs")]
    [InlineData("the last amount with digest, hash and balance", "head-wrong")]
    [InlineData("a posting withheld", "balance-differs")]
    [InlineData("a posting gone", "posting-missing", "link-altered", "balance-differs")]
    [InlineData("a link gone", "chain-broken", "chain-incomplete", "balance-differs")]
    [InlineData("the last link gone", "chain-incomplete", "head-missing", "head-wrong")]
    [InlineData("a negative amount", "posting-altered", "amount-invalid", "balance-differs")]
    [InlineData("another bureau's posting", "posting-altered", "out-of-scope")]
    [InlineData("a head gone", "head-missing")]
    [InlineData("a head's signature", "head-wrong")]
    [InlineData("a balance", "balance-differs")]
    [InlineData("a balance gone", "balance-differs")]
    [InlineData("a balance twice", "balance-twice")]
    [InlineData("a decision gone", "decision-missing")]
    [InlineData("a document", "document-differs")]
    [InlineData("a document gone", "document-missing")]
    [InlineData("a pack", "text-differs", "pack-missing")]
    [InlineData("no JSON", "unreadable", "balance-differs")]
    public async Task Whoever_has_the_manifest_signed_cannot_change_what_is_proved(string what, params string[] expected)
    {
        var (world, zip) = await MakeAsync(DatabaseProvider.Sqlite);
        var key = world.Host.Service.Services.GetRequiredService<LedgerKey>();

        Faults(zip, key.PublicKey, file =>
        {
            Tamper(file, what);
            file.Sign(key.Sign);
        }).ShouldBe(expected, ignoreOrder: true);
    }

    private static void Tamper(CaseFileZip file, string what)
    {
        var document = file.Paths.Single(p => p.StartsWith("documents/", StringComparison.Ordinal));
        var pack = file.Paths.Single(p => p.StartsWith("packs/", StringComparison.Ordinal));
        switch (what)
        {
            case "an amount":
                Shown(file, link => link["posting"]!["amountFen"] = 1_000_001L);
                break;
            case "an amount with digest":
                Shown(file, link => Forge(link, "digest"));
                break;
            case "an amount with digest and hash":
                Shown(file, link => Forge(link, "digest", "hash"));
                break;
            case "the last amount with digest, hash and balance":
                ForgeLast(file);
                break;
            case "a posting withheld":
                Shown(file, link => link["posting"] = null);
                break;
            case "a posting gone":
                Shown(file, link => (link["posting"], link["digest"]) = (null, null));
                break;
            case "a link gone":
                file.Rewrite(Chain, links => links.RemoveAt(links.FindIndex(l => l["posting"] is not null)));
                break;
            case "the last link gone":
                file.Rewrite(Chain, links => links.RemoveAt(links.Count - 1));
                Rebalance(file);
                break;
            case "a negative amount":
                Shown(file, link => link["posting"]!["amountFen"] = -1L);
                break;
            case "another bureau's posting":
                Shown(file, link => link["posting"]!["jurisdiction"] = "elsewhere");
                break;
            case "a head gone":
                file.Rewrite(Heads, heads => heads.RemoveAt(heads.Count - 1));
                break;
            case "a head's signature":
                file.Rewrite(Heads, heads => heads[^1]["signature"] = Convert.ToBase64String(new byte[64]));
                break;
            case "a balance":
                file.Rewrite(Balances, rows => rows[0]["debitFen"] = rows[0].Fen("debitFen") + 1);
                break;
            case "a balance gone":
                file.Rewrite(Balances, rows => rows.RemoveAt(0));
                break;
            case "a balance twice":
                file.Rewrite(Balances, rows => rows.Add(rows[0].DeepClone().AsObject()));
                break;
            case "a decision gone":
                file.Rewrite("records/settlement-revision.ndjson", rows => rows.Clear());
                break;
            case "a document":
                file.Put(document, "%PDF-1.7 another");
                break;
            case "a document gone":
                file.Remove(document);
                break;
            case "a pack":
                file.Put(pack, file.Text(pack) + "# another\n");
                break;
            default:
                file.Put(Chain, "{");
                break;
        }
    }

    // The first posting of this bureau that is not the chain's last.
    private static void Shown(CaseFileZip file, Action<JsonObject> change) => file.Rewrite(Chain, links => change(links.First(l => l["posting"] is not null)));

    private static void Forge(JsonObject link, params string[] recomputed)
    {
        link["posting"]!["amountFen"] = 1_000_001L;
        if (recomputed.Contains("digest"))
        {
            link["digest"] = ChainOf.Digest(link["posting"]!);
        }

        if (recomputed.Contains("hash"))
        {
            link["hash"] = ChainOf.Hash(link);
        }
    }

    // All that can be made to fit without the key that signs heads.
    private static void ForgeLast(CaseFileZip file)
    {
        file.Rewrite(Chain, links =>
        {
            var at = links.FindLastIndex(l => l["posting"] is not null);
            Forge(links[at], "digest", "hash");
            for (var next = at + 1; next < links.Count; next++)
            {
                links[next]["previousHash"] = links[next - 1].Text("hash");
                links[next]["hash"] = ChainOf.Hash(links[next]);
            }
        });
        file.Put(CaseFileZip.ManifestPath, With(file.Text(CaseFileZip.ManifestPath), "head", file.Lines(Chain)[^1].Text("hash")));
        Rebalance(file);
    }

    private static string With(string json, string member, string value)
    {
        var node = JsonNode.Parse(json)!;
        node[member] = value;
        return node.ToJsonString();
    }

    // Balances that fit the postings as they are now.
    private static void Rebalance(CaseFileZip file)
    {
        var sums = new Dictionary<(string Programme, int Year, string? Body, string Account), (long Debit, long Credit)>();
        foreach (var posting in file.Lines(Chain).Select(l => l["posting"]).OfType<JsonObject>())
        {
            foreach (var (side, debit, credit) in new[] { ("debit", posting.Fen("amountFen"), 0L), ("credit", 0L, posting.Fen("amountFen")) })
            {
                var key = (posting.Text("programme"), posting["fiscalYear"]!.GetValue<int>(), posting["institutionId"]?.GetValue<string>(), posting.Text(side));
                var so = sums.GetValueOrDefault(key);
                sums[key] = (so.Debit + debit, so.Credit + credit);
            }
        }

        file.Rewrite(Balances, rows =>
        {
            rows.Clear();
            rows.AddRange(sums.Select(s => new JsonObject
            {
                ["programme"] = s.Key.Programme,
                ["fiscalYear"] = s.Key.Year,
                ["institutionId"] = s.Key.Body,
                ["account"] = s.Key.Account,
                ["debitFen"] = s.Value.Debit,
                ["creditFen"] = s.Value.Credit,
            }));
        });
    }

    private static byte[] Changed(byte[] zip, Action<CaseFileZip> change)
    {
        var file = CaseFileZip.Read(zip);
        change(file);
        return file.ToZip();
    }

    private static IReadOnlyList<string> Faults(byte[] zip, string? key, Action<CaseFileZip> change) => CaseFileZip.Faults(Changed(zip, change), key);

    private static (int Code, string Last) Run(params string[] args)
    {
        using var output = new StringWriter();
        var code = CommandLine.Run(args, output);
        return (code, output.ToString().TrimEnd().Split('\n')[^1].TrimEnd());
    }

    // Once for each database: what tests change is a copy.
    private static readonly Dictionary<DatabaseProvider, Task<(World, byte[])>> Made = [];

    private Task<(World World, byte[] Zip)> MakeAsync(DatabaseProvider provider)
    {
        lock (Made)
        {
            return Made.TryGetValue(provider, out var made) ? made : Made[provider] = BeginAsync(provider);
        }
    }

    private async Task<(World World, byte[] Zip)> BeginAsync(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (appropriation, body) = (await world.OpenAppropriationAsync(), await world.BodyAsync());
        await world.PaidAsync(body, appropriation, 10_000);
        var stated = await world.StatedAsync(body, world.Year, world.Voucher("V-1", 2_000));
        await AttachAsync(world, stated["statement"]!.Key("id"));
        await world.ReviewedAsync(body, "good");
        return (world, await DownloadAsync(world, ""));
    }

    private static async Task<byte[]> DownloadAsync(World world, string query)
    {
        using var answer = await world.Auditor.GetAsync(new Uri($"/api/funding/case-file{query}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task AttachAsync(World world, Guid statement)
    {
        using var content = new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/funding/spending-statements/{statement}/attachments") { Content = content };
        request.Headers.Add("X-File-Name", "invoice.pdf");
        using var answer = await world.Operator("913309000000000001").SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }
}
