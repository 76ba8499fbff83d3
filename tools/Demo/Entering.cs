using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Entries in a programme's registers: filed, moved on, matched.</summary>
internal sealed class Entering(Stage stage, string programme)
{
    private readonly Platform platform = stage.Platform;

    /// <summary>An entry with its answers and files, filed at once.</summary>
    public async Task<JsonNode> FileAsync(string user, string register, object answers, string? aboutId = null, params IReadOnlyList<string> files)
    {
        var draft = await DraftAsync(user, register, answers, aboutId, files);
        return await platform.PostAsync(user, $"{Address(draft)}/file", new { }, Stage.Version(draft));
    }

    /// <summary>Tries to file an entry that must be refused.</summary>
    public async Task RefuseFilingAsync(string what, string user, string register, object answers)
    {
        var draft = await DraftAsync(user, register, answers, null, []);
        await stage.RefuseAsync(what, user, $"{Address(draft)}/file", new { }, Stage.Version(draft));
    }

    /// <summary>Takes a step of the register.</summary>
    public async Task<JsonNode> StepAsync(string user, JsonNode entry, string step, object request) =>
        await platform.PostAsync(user, $"{Address(entry)}/steps/{step}", request, await VersionAsync(user, entry));

    /// <summary>Tries a step that must be refused.</summary>
    public async Task RefuseStepAsync(string what, string user, JsonNode entry, string step, object request) =>
        await stage.RefuseAsync(what, user, $"{Address(entry)}/steps/{step}", request, await VersionAsync(user, entry));

    /// <summary>Amends a filed entry.</summary>
    public async Task<JsonNode> AmendAsync(string user, JsonNode entry, Dictionary<string, object> answers) =>
        await platform.PutAsync(user, Address(entry), await VersionAsync(user, entry), new { answers, reason = "更正" });

    /// <summary>Where entries of a register are begun.</summary>
    public string Entries(string register) => $"/api/registry/registers/{programme}/{register}/entries";

    /// <summary>Files of an entry's form, or of the step that is to be taken.</summary>
    public async Task AttachAsync(string user, JsonNode entry, params IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            await platform.UploadAsync(user, $"{Address(entry)}/attachments?field={file}", $"{file}.pdf", "application/pdf", Answers.Pdf($"{entry["register"]} {file} {entry["id"]}"));
        }
    }

    /// <summary>What an entry is flagged with, as the platform says it.</summary>
    public static (string Zh, string En) Flags(JsonNode entry) => (Told(entry, "zh"), Told(entry, "en"));

    private static string Told(JsonNode entry, string language) => string.Join(' ', entry["flags"]!.AsArray().Select(flag => flag![language]!.GetValue<string>()));

    private async Task<JsonNode> DraftAsync(string user, string register, object answers, string? aboutId, IReadOnlyList<string> files)
    {
        var draft = await platform.PostAsync(user, Entries(register), new { answers, aboutId });
        await AttachAsync(user, draft, files);

        return files.Count == 0 ? draft : await platform.GetAsync(user, Address(draft));
    }

    private async Task<long> VersionAsync(string user, JsonNode entry) => Stage.Version(await platform.GetAsync(user, Address(entry)));

    private static string Address(JsonNode entry) => $"/api/registry/entries/{entry["id"]}";
}
