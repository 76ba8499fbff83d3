using System.Text.Json.Nodes;

namespace Demo;

/// <summary>An application of any programme, up to its district's recommendation.</summary>
internal sealed class Applying(Stage stage, string programme)
{
    private readonly Platform platform = stage.Platform;

    /// <summary>A draft with its answers and files; handing it in is another step.</summary>
    public async Task<string> DraftAsync(string user, object answers, params IReadOnlyList<string> files)
    {
        var draft = await platform.PostAsync(user, Filing.Applications, new { programme });
        var address = $"{Filing.Applications}/{draft["id"]}";
        await platform.PutAsync(user, address, Stage.Version(draft), new { answers });
        foreach (var file in files)
        {
            await platform.UploadAsync(user, $"{address}/attachments?field={file}", $"{file}.pdf", "application/pdf", Answers.Pdf($"{programme} {file} {draft["id"]}"));
        }

        return Stage.Id(draft);
    }

    /// <summary>Hands it in.</summary>
    public async Task SubmitAsync(string user, string application) =>
        await platform.PostAsync(user, $"{Filing.Applications}/{application}/submit", new { }, await VersionAsync(user, application));

    /// <summary>Tries to hand it in where that must be refused.</summary>
    public async Task RefuseSubmissionAsync(string what, string user, string application) =>
        await stage.RefuseAsync(what, user, $"{Filing.Applications}/{application}/submit", new { }, await VersionAsync(user, application));

    /// <summary>The district answers what only a person can find, and recommends it by a numbered list.</summary>
    public async Task RecommendAsync(string reviewer, string application, string documentNumber, DateOnly day)
    {
        var address = $"{Filing.Applications}/{application}";
        var examined = (await platform.GetAsync(reviewer, address))["examination"]!.AsArray();
        foreach (var condition in examined.Where(c => c!["verdict"]!.GetValue<string>() == "needs-person"))
        {
            await platform.PostAsync(
                reviewer,
                $"{address}/examination/{condition!["condition"]}",
                new { met = true, reason = "现场核查并查验原件，符合要求。" },
                await VersionAsync(reviewer, application));
        }

        var lines = new[] { new { id = application, version = await VersionAsync(reviewer, application) } };
        await platform.PostAsync(reviewer, "/api/registry/recommendation-lists", new { programme, documentNumber, issuedOn = Stage.Iso(day), applications = lines });
        stage.Tell.Done($"审查{examined.Count}项条件，以{documentNumber}推荐", $"{examined.Count} conditions examined, recommended by {documentNumber}");
    }

    /// <summary>The city enters it on the register, where its route ends so: the institution.</summary>
    public async Task<string> FileAsync(string user, string application, string documentNumber, DateOnly decidedOn, string? resolutionId = null) =>
        Stage.Id(await stage.EditAsync(user, $"{Filing.Applications}/{application}", "file", new { documentNumber, decidedOn = Stage.Iso(decidedOn), resolutionId }));

    /// <summary>The city enters it by a case-by-case decision that one person recorded and another confirmed (EO-07); the institution.</summary>
    public async Task<JsonNode> FileByCaseAsync(
        string recorder, string confirmer, string application, string name, string code, string decisionNumber, string documentNumber, DateOnly day)
    {
        var decision = await platform.PostAsync(recorder, "/api/registry/case-decisions", new
        {
            programme,
            kind = "body",
            subjectName = name,
            subjectCode = code,
            terms = "同意建成运营后备案。",
            documentNumber = decisionNumber,
            decidedOn = Stage.Iso(day),
        });
        await platform.PostAsync(confirmer, $"/api/registry/case-decisions/{decision["id"]}/confirm", new { }, Stage.Version(decision));
        var filing = new { documentNumber, decidedOn = Stage.Iso(day), caseDecisionId = Stage.Id(decision) };
        return await platform.PostAsync(recorder, $"{Filing.Applications}/{application}/file", filing, await VersionAsync(recorder, application));
    }

    /// <summary>A plan's extension or a draft's adoption: recorded by one person, confirmed by another (P-6).</summary>
    public async Task DecideOnPlanAsync(string recorder, string confirmer, string kind, string documentNumber, DateOnly decidedOn, DateOnly? until = null)
    {
        var decision = await platform.PostAsync(
            recorder, "/api/registry/plan-decisions", new { programme, kind, documentNumber, decidedOn = Stage.Iso(decidedOn), until = until is { } day ? Stage.Iso(day) : null });
        var address = $"/api/registry/plan-decisions/{Stage.Id(decision)}/confirm";
        await stage.RefuseAsync($"{programme}: confirming one's own record", recorder, address, new { }, Stage.Version(decision));
        await platform.PostAsync(confirmer, address, new { }, Stage.Version(decision));
    }

    /// <summary>Whether the plan has been decided on already: then the story has been played.</summary>
    public async Task<bool> IsPlayedAsync(string reader) => (await stage.RowsAsync(reader, $"/api/registry/plan-decisions?programme={programme}")).Count > 0;

    /// <summary>The version that is there now.</summary>
    public async Task<long> VersionAsync(string user, string application) => Stage.Version(await platform.GetAsync(user, $"{Filing.Applications}/{application}"));
}
