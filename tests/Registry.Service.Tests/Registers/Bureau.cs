using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Hosting;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Registers;

/// <summary>
/// A bureau with a programme of its own: the rules of one of the repository's packs, published by two persons under another name, in
/// force and without an end, so that what a plan's end and a draft's standing forbid does not hide what its registers do.
/// </summary>
internal sealed class Bureau
{
    public const string Jurisdiction = "registers";

    private static readonly ConcurrentDictionary<(ServiceHost, string), Lazy<Task<string>>> Published = new();
    private static int serial;

    private Bureau(ServiceHost host, string programme) => (Host, Programme) = (host, programme);

    public ServiceHost Host { get; }

    public string Programme { get; }

    public Person City => Of("city", "city-reviewer");

    public Person City2 => Of("city2", "city-reviewer");

    public Person Leader => Of("leader", "leader");

    public static DateOnly Today => Journey.Today;

    /// <summary>The rules of <c>policies/PROGRAMME/FROM.yaml</c>, published once for all tests on a host.</summary>
    public static async Task<Bureau> WithRulesOfAsync(ServiceHost host, string programme, string from) =>
        new(host, await Published.GetOrAdd((host, programme), _ => new(() => PublishAsync(host, programme, from, until: null, "in-force"))).Value);

    /// <summary>The same, in force until a day, or a draft.</summary>
    public static async Task<Bureau> OfItsOwnAsync(ServiceHost host, string programme, string from, DateOnly? until, string status = "in-force") =>
        new(host, await PublishAsync(host, programme, from, until, status));

    public static string Unique(string text) => $"{text}{Interlocked.Increment(ref serial)}";

    public Person Operator(string organisation, string district = "echeng", string name = "operator") =>
        Person.Of(Host, new TestUser($"{name}-{organisation}", ["operator"], Jurisdiction, district, organisation));

    public Person District(string district = "echeng", string name = "district") =>
        Person.Of(Host, new TestUser($"{name}-{district}", ["district-reviewer"], Jurisdiction, district));

    public Person Park(string park) => Person.Of(Host, new TestUser($"park-{park}", ["park-reviewer"], Jurisdiction, "echeng", Park: park));

    public Task<Reply> StartAsync(Person by, string register, object answers, Guid? about = null) =>
        by.PostAsync($"/registers/{Programme}/{register}/entries", new { answers, aboutId = about });

    /// <summary>Makes a draft with its files.</summary>
    public async Task<Guid> DraftAsync(Person by, string register, object answers, Guid? about = null, params string[] files)
    {
        var id = (await StartAsync(by, register, answers, about)).Accepted().Id;
        foreach (var field in files)
        {
            (await AttachAsync(by, id, field)).Accepted();
        }

        return id;
    }

    public static Task<Reply> HandInAsync(Person by, Guid id) => WithETagAsync(by, id, etag => by.PostAsync($"/entries/{id}/file", new { }, etag));

    /// <summary>Makes and files an entry.</summary>
    public async Task<Reply> FileAsync(Person by, string register, object answers, Guid? about = null, params string[] files) =>
        await HandInAsync(by, await DraftAsync(by, register, answers, about, files));

    public static Task<Reply> AttachAsync(Person by, Guid id, string field) =>
        by.UploadAsync($"/entries/{id}/attachments?field={field}", $"{field}.pdf", "application/pdf", Papers.Pdf(field));

    public static Task<Reply> StepAsync(Person by, Guid id, string step, object body) => WithETagAsync(by, id, etag => by.PostAsync($"/entries/{id}/steps/{step}", body, etag));

    public static Task<Reply> SaveAsync(Person by, Guid id, object answers) => WithETagAsync(by, id, etag => by.PutAsync($"/entries/{id}", new { answers }, etag));

    public Task<Reply> ListAsync(Person by, string register, string query = "") => by.GetAsync($"/registers/{Programme}/{register}/entries?{query}");

    /// <summary>A body of this programme, filed: how one comes to be so is tested where bodies are founded.</summary>
    public Task<Guid> FoundAsync(string organisation, string district = "echeng", string? park = null, string category = "incubator", DateOnly? recognisedOn = null) => Host.InScopeAsync<RegistryDb, Guid>(db => db.WriteAsync(
        ct =>
        {
            var application = new Application { Programme = Programme, Jurisdiction = Jurisdiction, District = district, Organisation = organisation, StartedOn = Today };
            var institution = new Institution
            {
                Programme = Programme,
                Jurisdiction = Jurisdiction,
                District = district,
                Park = park,
                Name = Unique("测试载体"),
                Category = category,
                ImplementingBodyCode = organisation,
                ImplementingBodyName = "测试运营公司",
                CoBuilt = false,
                ApplicationId = application.Id,
                Standing = "filed",
                StandingSince = recognisedOn ?? Today,
                RecognisedOn = recognisedOn,
                DecisionNumber = Journey.NewNumber(),
            };
            db.AddRange(application, institution);
            return Task.FromResult(institution.Id);
        },
        CancellationToken.None));

    private static async Task<string> PublishAsync(ServiceHost host, string programme, string from, DateOnly? until, string status)
    {
        var name = Unique(programme + "-");
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.PoliciesFolder, programme, $"{from}.yaml"));
        text = Head("programme").Replace(text, $"programme: {name}", 1);
        text = Head("jurisdiction").Replace(text, $"jurisdiction: {Jurisdiction}", 1);
        text = Head("status").Replace(text, $"status: {status}", 1);
        text = Head("until").Replace(text, "", 1);
        text = until is null ? text : Head("from").Replace(text, match => $"{match.Value}\nuntil: {until:yyyy-MM-dd}", 1);
        var proposal = (await Of(host, "city", "city-reviewer").PostAsync("/policies/proposals", new { content = text })).Accepted();
        (await Of(host, "leader", "leader").PostAsync($"/policies/proposals/{proposal.Id}/approve", new { }, proposal.ETag)).Accepted();
        return name;
    }

    private static async Task<Reply> WithETagAsync(Person by, Guid id, Func<string?, Task<Reply>> act)
    {
        var seen = await by.GetAsync($"/entries/{id}");
        return await act(seen.ETag ?? "\"0\"");
    }

    private Person Of(string name, string role) => Of(Host, name, role);

    private static Person Of(ServiceHost host, string name, string role) => Person.Of(host, new TestUser($"{name}-{Jurisdiction}", [role], Jurisdiction));

    private static Regex Head(string key) => new($"^{key}:.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
