using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Institutions;
using Registry.Registers;
using ServiceDefaults.Authentication;

namespace Registry.Links;

/// <summary>Links lead to what is there: bodies of the programme that the field names, entries that the caller may see.</summary>
internal static class LinkProblems
{
    /// <summary>What is wrong with the links among the answers to a form; two queries, however many there are.</summary>
    public static async Task<IReadOnlyList<FieldProblem>> LinkProblemsAsync(
        this RegistryDb db, IReadOnlyList<FormField> fields, JsonElement answers, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        var links = EntryAnswers.Links(fields, answers).ToList();
        if (links.Count == 0)
        {
            return [];
        }

        var ids = links.Select(link => link.Id).Distinct().ToList();
        var institutions = await db.Institutions
            .Where(i => ids.Contains(i.Id) && i.Jurisdiction == pack.Jurisdiction)
            .Select(i => new { i.Id, Of = i.Programme })
            .ToListAsync(cancellationToken);
        var entries = await db.VisibleTo(caller)
            .Where(e => ids.Contains(e.Id) && e.Programme == pack.Programme && e.State != RegisterEntry.Draft)
            .Select(e => new { e.Id, Of = e.Register })
            .ToListAsync(cancellationToken);
        return [.. links
            .Where(link => link.Field.Of == Register.Institution
                ? !institutions.Exists(i => i.Id == link.Id && i.Of == (link.Field.Programme ?? pack.Programme))
                : !entries.Exists(e => e.Id == link.Id && e.Of == link.Field.Of))
            .Select(link => Problem(
                link, $"“{link.Field.Label.Zh}”所选对象不存在，或您无权查看。", $"What '{link.Field.Label.En}' names does not exist, or you may not see it."))];
    }

    /// <summary>The links to bodies that the caller's organisation does not run.</summary>
    public static async Task<IReadOnlyList<FieldProblem>> ForeignLinksAsync(
        this RegistryDb db, IReadOnlyList<FormField> fields, JsonElement answers, Caller caller, CancellationToken cancellationToken)
    {
        var links = EntryAnswers.Links(fields, answers).Where(link => link.Field.Of == Register.Institution).ToList();
        var ids = links.Select(link => link.Id).Distinct().ToList();
        var own = await db.Institutions.RunBy(caller).Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken);
        return [.. links
            .Where(link => !own.Contains(link.Id))
            .Select(link => Problem(link, $"“{link.Field.Label.Zh}”应为本单位运营的机构。", $"'{link.Field.Label.En}' must be a body that your own organisation runs."))];
    }

    private static FieldProblem Problem((string Path, FormField Field, Guid Id) link, string zh, string en) =>
        new(link.Path, link.Field.Citation.ClauseId, link.Field.Citation.Quote, zh, en);
}
