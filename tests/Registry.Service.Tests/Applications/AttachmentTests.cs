using System.Net;
using System.Security.Cryptography;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

public sealed class AttachmentTests(RunningRegistry registry)
{
    private static readonly byte[] Program = "MZ\u0090\0\u0003\0\0\0this is no document"u8.ToArray();

    [Theory, ClassData(typeof(Providers))]
    public async Task A_file_is_kept_with_its_hash_and_read_by_those_concerned_only(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        await body.DraftAsync(withCommitment: false);
        var content = Papers.Pdf(new string('x', 300_000));

        var file = (await body.AttachAsync(content: content)).Accepted();

        file.Json["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        file.Json["mediaType"]!.GetValue<string>().ShouldBe("application/pdf");
        file.Json["fileName"]!.GetValue<string>().ShouldBe("诚信承诺书.pdf");
        (await body.SeenByAsync(body.Operator)).Json["files"]!.AsArray().ShouldHaveSingleItem()!["field"]!.GetValue<string>().ShouldBe("commitment");
        var path = $"/attachments/{file.Id}";
        (await body.Operator.GetAsync(path)).Accepted().Text.Length.ShouldBe(content.Length);
        (await body.District.GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await body.SubmitAsync()).Accepted();
        (await body.District.GetAsync(path)).Accepted().MediaType.ShouldBe("application/pdf");
        (await body.City.GetAsync(path)).Accepted();
        (await Person.Operator(host, Papers.NewOrganisation()).GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await Person.District(host, "putuo").GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await Person.City(host, "ezhou").GetAsync(path)).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_forged_type_and_an_unknown_field_are_refused_and_nothing_is_kept(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        await body.DraftAsync(withCommitment: false);

        (await body.AttachAsync(content: Program)).Refused(HttpStatusCode.BadRequest, "bad-input", "body");
        (await body.AttachAsync(fileName: "承诺书.exe", content: Program)).Refused(HttpStatusCode.BadRequest, "bad-input", "body");
        (await body.AttachAsync(content: [])).Refused(HttpStatusCode.BadRequest, "bad-input");
        (await body.AttachAsync(field: "projectName")).Refused(HttpStatusCode.BadRequest, "bad-input", "field");
        (await body.AttachAsync(field: "unknown")).Refused(HttpStatusCode.BadRequest, "bad-input", "field");
        (await Person.Operator(host, Papers.NewOrganisation()).UploadAsync($"{body.Path}/attachments?field=commitment", "a.pdf", "application/pdf", Papers.Pdf()))
            .Refused(HttpStatusCode.NotFound);

        (await body.SeenByAsync(body.Operator)).Json["files"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Files_are_added_and_taken_out_only_while_the_application_is_open(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        await body.DraftAsync(withCommitment: false);
        var first = (await body.AttachAsync()).Accepted();

        (await body.Operator.DeleteAsync($"{body.Path}/attachments/{first.Id}")).Accepted().Json["files"]!.AsArray().ShouldBeEmpty();
        (await body.Operator.DeleteAsync($"{body.Path}/attachments/{first.Id}")).Refused(HttpStatusCode.NotFound);
        (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "commitment-missing", "ZS-13");
        var second = (await body.AttachAsync()).Accepted();
        (await body.SubmitAsync()).Accepted();

        (await body.AttachAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
        (await body.Operator.DeleteAsync($"{body.Path}/attachments/{second.Id}")).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
        (await body.SeenByAsync(body.Operator)).Json["files"]!.AsArray().Count.ShouldBe(1);
    }
}
