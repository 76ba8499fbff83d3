using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>What is not understood wholly is refused wholly, in words, and leaves no trace.</summary>
public sealed class BadInputTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Bad_input_is_refused_in_words_and_changes_nothing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var submitted = await body.SubmittedAsync();
        var lists = "/recommendation-lists";
        var line = $$"""[{"id":"{{body.Id}}","version":{{submitted.Version}}}]""";

        (await body.Operator.PostTextAsync("/applications", """{"programme": "zhoushan""")).Refused(HttpStatusCode.BadRequest);
        (await body.Operator.PostTextAsync("/applications", """{"programme":"zhoushan-innovation-centres","priority":1}""")).Refused(HttpStatusCode.BadRequest);
        (await body.Operator.PostTextAsync("/applications", "{}")).Refused(HttpStatusCode.BadRequest);
        (await body.Operator.PostTextAsync("/applications", "null")).Refused(HttpStatusCode.BadRequest);
        (await body.District.PostTextAsync($"{body.Path}/refuse", """{"reason":" "}""", submitted.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "reason");
        (await body.District.PostTextAsync($"{body.Path}/refuse", """{"reason":"李四"}""", "five")).Refused(HttpStatusCode.BadRequest, clause: "If-Match");
        (await body.District.PostTextAsync($"{body.Path}/return", """{"reasons":null}""", submitted.ETag)).Refused(HttpStatusCode.BadRequest);
        (await body.District.PostTextAsync($"{body.Path}/return", """{"reasons":[null]}""", submitted.ETag)).Refused(HttpStatusCode.BadRequest);
        (await body.District.PostTextAsync(
            lists, $$"""{"programme":"zhoushan-innovation-centres","documentNumber":"1","issuedOn":"2026-02-30","applications":{{line}}}""")).Refused(HttpStatusCode.BadRequest, clause: "issuedOn");
        (await body.District.PostTextAsync(
            lists, """{"programme":"zhoushan-innovation-centres","documentNumber":"1","issuedOn":"2026-02-28","applications":[null]}""")).Refused(HttpStatusCode.BadRequest);
        (await body.Operator.PostTextAsync("/applications", $$"""{"programme":"{{new string('x', 5_000_000)}}"}""")).Refused(HttpStatusCode.RequestEntityTooLarge);
        (await body.City.GetAsync("/applications?status=approved")).Refused(HttpStatusCode.BadRequest);
        (await body.City.GetAsync("/applications?limit=0")).Refused(HttpStatusCode.BadRequest, clause: "limit");
        (await body.City.GetAsync("/applications?after=%00")).Refused(HttpStatusCode.BadRequest, clause: "after");
        (await body.City.GetAsync("/applications/no-guid")).Refused(HttpStatusCode.NotFound);

        (await body.SeenByAsync(body.District)).Version.ShouldBe(submitted.Version);
        host.Logs.ShouldNotMention("李四");
    }
}
