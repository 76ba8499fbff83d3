using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Funding.Ledger;
using Funding.Tests.Hosting;

namespace Funding.Tests.CaseFiles;

/// <summary>The chain as a forger recomputes it.</summary>
internal static class ChainOf
{
    public static string Digest(JsonNode posting) => Chain.Digest(new Posting
    {
        Sequence = posting["sequence"]!.GetValue<long>(),
        Kind = Enum.Parse<PostingKind>(posting.Text("kind")),
        SourceId = posting.Key("sourceId"),
        Line = posting["line"]!.GetValue<int>(),
        Jurisdiction = posting.Text("jurisdiction"),
        Programme = posting.Text("programme"),
        FiscalYear = posting["fiscalYear"]!.GetValue<int>(),
        InstitutionId = posting["institutionId"]?.GetValue<Guid>(),
        Debit = Enum.Parse<LedgerAccount>(posting.Text("debit")),
        Credit = Enum.Parse<LedgerAccount>(posting.Text("credit")),
        AmountFen = posting.Fen("amountFen"),
        PostedOn = DateOnly.Parse(posting.Text("postedOn"), null),
        PostedBy = posting.Text("postedBy"),
        Reference = posting.Text("reference"),
    });

    public static string Hash(JsonNode link) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{link["position"]}\n{link.Text("digest")}\n{link.Text("previousHash")}")));
}
