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

    /// <summary>An application of any programme, with the answers and files of its pack's worked example.</summary>
    public Journey(ServiceHost host, Programme programme, DateOnly? today = null)
    {
        (Programme, Organisation, DistrictName, Attached) = (programme.Name, Papers.NewOrganisation(), programme.District, programme.Attachments);
        Operator = Person.Operator(host, Organisation, DistrictName, jurisdiction: programme.Jurisdiction);
        District = Person.District(host, DistrictName, jurisdiction: programme.Jurisdiction);
        City = Person.City(host, programme.Jurisdiction);
        Answers = programme.Answers(Organisation);
        day = today;
    }

    private readonly DateOnly? day;

    /// <summary>The programme that it applies under.</summary>
    public string Programme { get; } = "zhoushan-innovation-centres";

    /// <summary>The fields to which a draft attaches a file.</summary>
    public IReadOnlyList<string> Attached { get; } = ["commitment"];

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

    public async Task<Reply> DraftAsync(bool withCommitment = true, Guid? institution = null, Guid? call = null)
    {
        Id = (await Operator.PostAsync("/applications", new { programme = Programme, institutionId = institution, callId = call })).Accepted().Id;
        await SaveAsync();
        foreach (var field in withCommitment ? Attached : [])
        {
            (await AttachAsync(field)).Accepted();
        }

        return (await SeenByAsync(Operator)).Accepted();
    }

    public async Task<Reply> SaveAsync() =>
        (await Operator.PutAsync(Path, new { answers = Answers }, (await SeenByAsync(Operator)).Accepted().ETag)).Accepted();

    public Task<Reply> AttachAsync(string field = "commitment", string fileName = "诚信承诺书.pdf", byte[]? content = null) =>
        Operator.UploadAsync($"{Path}/attachments?field={field}", fileName, "application/pdf", content ?? Papers.Pdf());

    public async Task<Reply> SubmitAsync() => await Operator.PostAsync($"{Path}/submit", new { }, (await SeenByAsync(Operator)).ETag);

    public async Task<Reply> SubmittedAsync(Guid? call = null)
    {
        await DraftAsync(call: call);
        return (await SubmitAsync()).Accepted();
    }

    public async Task<Reply> RecommendAsync(Person? by = null, string? number = null, DateOnly? on = null)
    {
        var seen = (await SeenByAsync(by ?? District)).Accepted();
        return await (by ?? District).PostAsync("/recommendation-lists", ListOf(seen, number ?? NewNumber(), on ?? day));
    }

    public async Task<Reply> RecommendedAsync()
    {
        await SubmittedAsync();
        await Recognising.AnswerAsync(this);
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

    /// <summary>The district sends it back.</summary>
    public async Task<Reply> ReturnAsync(string field = "projectName") =>
        await District.PostAsync($"{Path}/return", new { reasons = new[] { new { field, reason = "请核对" } } }, (await SeenByAsync(District)).ETag);

    /// <summary>The city files it on the register.</summary>
    public async Task<Reply> FileAsync(DateOnly on, Guid? caseDecision = null, Guid? resolution = null, string? number = null, Person? by = null, string? name = null) =>
        await (by ?? City).PostAsync(
            $"{Path}/file",
            new { documentNumber = number ?? NewNumber(), decidedOn = on, caseDecisionId = caseDecision, resolutionId = resolution, name },
            (await SeenByAsync(by ?? City)).ETag);

    /// <summary>A list that recommends what was seen, issued today or on another day.</summary>
    public static object ListOf(Reply seen, string number, DateOnly? on = null) => new
    {
        programme = seen.Json["programme"]!.GetValue<string>(),
        documentNumber = number,
        issuedOn = on ?? Today,
        applications = new[] { new { id = seen.Id, version = seen.Version } },
    };

    /// <summary>The law's day; nobody moves the clock of these tests.</summary>
    public static DateOnly Today => ServiceDefaults.Clock.BusinessClock.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
}
