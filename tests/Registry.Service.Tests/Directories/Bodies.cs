using System.Globalization;
using Contracts.Registry;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Directories;

/// <summary>
/// Institutions of a bureau that no other test uses, founded by the domain's own methods: what a list shows must not depend on what other
/// tests leave behind.
/// </summary>
internal sealed class Bodies(ServiceHost host)
{
    private static int bureaus;

    public string Jurisdiction { get; } = string.Create(CultureInfo.InvariantCulture, $"bureau-{Interlocked.Increment(ref bureaus)}");

    public Person Reader => Person.Of(host, new TestUser($"reader-{Jurisdiction}", ["auditor"], Jurisdiction));

    public Person Anybody => new(host.Anonymous(), host);

    public static Caller By { get; } = new("city", "city", new HashSet<string>());

    public Institution New(string name, string category = "new-materials", string district = "dinghai", string? field = null, string programme = "zhoushan-innovation-centres")
    {
        var code = Papers.NewOrganisation();
        return new Institution
        {
            Programme = programme,
            Jurisdiction = Jurisdiction,
            District = district,
            Name = name,
            Category = category,
            Field = field,
            ImplementingBodyCode = code,
            ImplementingBodyName = "某某有限公司",
            CoBuilt = false,
            ApplicationId = null,
            Standing = Standings.UnderConstruction,
            StandingSince = DateOnly.MinValue,
            DecisionNumber = "",
        };
    }

    /// <summary>Founds them in one write, each with a standing of today.</summary>
    public Task FoundAsync(params (Institution Institution, string Standing)[] bodies) =>
        host.InScopeAsync<RegistryDb, int>(db => db.WriteAsync(
            ct =>
            {
                foreach (var (institution, standing) in bodies)
                {
                    institution.Becomes(standing, Journey.Today, new StandingDecision("文〔2026〕1号", Journey.Today, "ZS-17"), By, TimeProvider.System.GetUtcNow().UtcDateTime);
                    db.Institutions.Add(institution);
                }

                return Task.FromResult(bodies.Length);
            },
            CancellationToken.None));

    /// <summary>The names of a list, all pages of it, in its order.</summary>
    public static async Task<List<string>> NamesAsync(Person person, string list, int limit = 3)
    {
        var names = new List<string>();
        for (string? after = "", next = null; after is not null; after = next)
        {
            var separator = list.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = (await person.GetAsync($"{list}{separator}limit={limit}{(after.Length == 0 ? "" : $"&after={after}")}")).Accepted().Json;
            names.AddRange(page["items"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }

        return names;
    }
}
