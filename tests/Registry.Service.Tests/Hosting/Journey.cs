using System.Globalization;
using System.Text.Json.Nodes;
using Testing.Hosting;

namespace Registry.Tests.Hosting;

/// <summary>Brings an application of a new body to a step of its way, through the API alone.</summary>
internal sealed class Journey
{
    private static int documents;

    public Journey(ServiceHost host, string district = "dinghai")
    {
        Organisation = Papers.NewOrganisation();
        DistrictName = district;
        Operator = Person.Operator(host, Organisation, district);
        District = Person.District(host, district);
        City = Person.City(host);
        Answers = Papers.Answers(Organisation, district);
    }

    public string Organisation { get; }

    public string DistrictName { get; }

    public Person Operator { get; }

    public Person District { get; }

    public Person City { get; }

    public JsonObject Answers { get; }

    public Guid Id { get; private set; }

    public string Path => $"/applications/{Id}";

    public string Title => Answers["projectName"]!.GetValue<string>();

    /// <summary>A document number that no other test uses.</summary>
    public static string NewNumber() => string.Create(CultureInfo.InvariantCulture, $"舟科〔2026〕{Interlocked.Increment(ref documents)}号");

    /// <summary>The application as this person sees it now.</summary>
    public Task<Reply> SeenByAsync(Person person) => person.GetAsync(Path);

    public async Task<Reply> DraftAsync(bool withCommitment = true, Guid? institution = null)
    {
        Id = (await Operator.PostAsync("/applications", new { programme = "zhoushan-innovation-centres", institutionId = institution })).Accepted().Id;
        await SaveAsync();
        if (withCommitment)
        {
            (await AttachAsync()).Accepted();
        }

        return (await SeenByAsync(Operator)).Accepted();
    }

    public async Task<Reply> SaveAsync() =>
        (await Operator.PutAsync(Path, new { answers = Answers }, (await SeenByAsync(Operator)).Accepted().ETag)).Accepted();

    public Task<Reply> AttachAsync(string field = "commitment", string fileName = "诚信承诺书.pdf", byte[]? content = null) =>
        Operator.UploadAsync($"{Path}/attachments?field={field}", fileName, "application/pdf", content ?? Papers.Pdf());

    public async Task<Reply> SubmitAsync() => await Operator.PostAsync($"{Path}/submit", new { }, (await SeenByAsync(Operator)).ETag);

    public async Task<Reply> SubmittedAsync()
    {
        await DraftAsync();
        return (await SubmitAsync()).Accepted();
    }

    public async Task<Reply> RecommendAsync(Person? by = null, string? number = null, DateOnly? on = null)
    {
        var seen = (await SeenByAsync(by ?? District)).Accepted();
        return await (by ?? District).PostAsync("/recommendation-lists", ListOf(seen, number ?? NewNumber(), on));
    }

    public async Task<Reply> RecommendedAsync()
    {
        await SubmittedAsync();
        (await RecommendAsync()).Accepted();
        return (await SeenByAsync(City)).Accepted();
    }

    public async Task<Reply> EnterAsync(Person? by = null, string? name = null, DateOnly? on = null) =>
        await (by ?? City).PostAsync(
            $"{Path}/enter-construction", new { documentNumber = NewNumber(), decidedOn = on ?? Today, projectName = name }, (await SeenByAsync(by ?? City)).ETag);

    public async Task<Reply> EnteredAsync()
    {
        await RecommendedAsync();
        return (await EnterAsync()).Accepted();
    }

    /// <summary>A list that recommends what was seen, issued today or on another day.</summary>
    public static object ListOf(Reply seen, string number, DateOnly? on = null) => new
    {
        programme = "zhoushan-innovation-centres",
        documentNumber = number,
        issuedOn = on ?? Today,
        applications = new[] { new { id = seen.Id, version = seen.Version } },
    };

    /// <summary>The law's day; nobody moves the clock of these tests.</summary>
    public static DateOnly Today => ServiceDefaults.Clock.BusinessClock.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
}
