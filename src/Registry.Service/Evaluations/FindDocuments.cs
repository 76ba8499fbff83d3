using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Evaluations;

/// <summary>The documents in force without which Reporting opens no evaluation: the dated, versioned indicator systems of SD-12.</summary>
internal static class FindDocuments
{
    private const int Most = 50;

    /// <summary>A document in force, by its title and first day.</summary>
    internal sealed record DocumentInForce(Guid EntryId, string Title, DateOnly From);

    public static void MapEvaluationDocuments(this RouteGroupBuilder api) => api
        .MapGet("/evaluation-documents", HandleAsync)
        .RequireRoles(Roles.Service)
        .WithTags("registers")
        .WithSummary("The documents in force that an evaluation asks for");

    private static async Task<Answer<Page<DocumentInForce>>> HandleAsync(
        string programme, string evaluation, DateOnly on, RegistryDb db, PackShelf packs, CancellationToken cancellationToken)
    {
        var pack = (await packs.OpenAsync(cancellationToken)).Ruling(programme, on);
        if (pack?.Evaluation(evaluation)?.Document is not { } wanted)
        {
            return ((Outcome<Page<DocumentInForce>>)Refusal.NotFound("evaluation", evaluation, "评价")).ToHttp();
        }

        // Few documents are in force at a time; which kind each is stands in its answers.
        var entries = await db.RegisterEntries.AsNoTracking()
            .Where(e => e.Programme == programme && e.Jurisdiction == pack.Jurisdiction && e.Register == wanted.Register && e.State == wanted.State && e.IsLive
                && e.From <= on && (e.Until == null || e.Until >= on) && (e.EndedOn == null || e.EndedOn > on))
            .OrderByDescending(e => e.From).ThenBy(e => e.Id)
            .Take(Most)
            .Select(e => new { e.Id, e.Title, e.From, e.Answers })
            .ToListAsync(cancellationToken);
        Outcome<Page<DocumentInForce>> outcome = new Page<DocumentInForce>(
            [.. entries.Where(e => Is(e.Answers, wanted)).Select(e => new DocumentInForce(e.Id, e.Title, e.From!.Value))], Next: null);
        return outcome.ToHttp();
    }

    private static bool Is(string answers, RequiredDocument wanted)
    {
        using var document = JsonDocument.Parse(answers);
        return document.RootElement.TryGetProperty(wanted.Field, out var answer) && answer.ValueKind == JsonValueKind.String && answer.GetString() == wanted.Is;
    }
}
