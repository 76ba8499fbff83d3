using System.Text.Json.Nodes;

namespace Demo;

/// <summary>A company's claims: form, files, evidence of each payment, handed in (HB-04, HB-15, HB-16, SD-13).</summary>
internal sealed class Claiming(Stage stage, string programme, string claimant, string claimantName, string payeeAccount)
{
    private const string Claims = "/api/funding/claims";

    private readonly Platform platform = stage.Platform;

    /// <summary>Fills a claim in and hands it in; each named payment has a file of its own.</summary>
    public async Task<JsonNode> HandInAsync(string kind, object answers, IReadOnlyList<string> files, params IReadOnlyList<(string Field, string Number)> proofs)
    {
        var draft = (await platform.PostAsync(claimant, Claims, new { programme, kind, claimantName }))["claim"]!;
        var address = $"{Claims}/{Stage.Id(draft)}";
        await platform.PutAsync(claimant, address, Stage.Version(draft), new { answers, payeeName = claimantName, payeeAccount });
        foreach (var file in files)
        {
            await AttachAsync($"{address}/attachments?field={file}", file);
        }

        foreach (var (field, number) in proofs)
        {
            await AttachAsync($"{address}/attachments?field={field}&proof={number}", number);
        }

        return await platform.PostAsync(claimant, $"{address}/submit", new { });
    }

    private Task<JsonNode> AttachAsync(string address, string name) =>
        platform.UploadAsync(claimant, address, $"{name}.pdf", "application/pdf", Answers.Pdf($"{claimantName} {name} {address}"));
}
