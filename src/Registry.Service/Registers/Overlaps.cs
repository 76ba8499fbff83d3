using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Registers;

/// <summary>Other entries about the same thing at the same time: a company that stays in two carriers at once (EI-02).</summary>
internal static class Overlaps
{
    /// <summary>
    /// For each field that a condition asks about at this place: how many other entries about the same thing hold on some day on which
    /// this one does, with another answer there. What ended on the day on which this one begins does not meet it.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, long>> OverlappingAsync(
        this RegistryDb db, OpenEntry open, string at, JsonElement answers, CancellationToken cancellationToken)
    {
        var (entry, register) = (open.Entry, open.Register);
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        var fields = register.Checks.Where(check => check.At.Contains(at, StringComparer.Ordinal)).SelectMany(check => check.OverlappingFields).Distinct(StringComparer.Ordinal);
        var (from, until) = (EntryAnswers.Day(answers, register.From) ?? entry.FiledOn ?? open.Today, EntryAnswers.Day(answers, register.Until));
        foreach (var field in fields)
        {
            var own = EntryAnswers.At(answers, field) is { } answer ? EntryAnswers.Cut(EntryAnswers.Normal(EntryAnswers.Plain(answer))) : null;
            counted[field] = await db.RegisterEntries.LongCountAsync(
                e => e.Programme == entry.Programme && e.Register == entry.Register && e.Id != entry.Id && e.State != RegisterEntry.Draft
                    && e.AboutInstitutionId == entry.AboutInstitutionId && e.AboutEntryId == entry.AboutEntryId
                    && (until == null || e.From <= until) && (e.Until == null || e.Until >= from) && (e.EndedOn == null || e.EndedOn > from)
                    && e.Values.Any(value => value.Field == field && value.Text != own),
                cancellationToken);
        }

        return counted;
    }
}
