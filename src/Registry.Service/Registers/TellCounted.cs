using System.Security.Cryptography;
using System.Text.Json;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Clock;

namespace Registry.Registers;

/// <summary>
/// Tells of entries that a pack counts (EI-01). Each change of one is told as it happens; the sweep makes up for those that stood there
/// before the pack counted them, and for no others: a new version that counts the same of a register tells nothing anew.
/// </summary>
internal sealed class TellCounted(RegistryDb db, PackShelf packs) : ISweep
{
    private const int Batch = 200;

    public string Name => "counted-entries";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        var told = 0;
        foreach (var programme in library.Packs.Select(pack => pack.Programme).Distinct(StringComparer.Ordinal))
        {
            told += library.Ruling(programme, today) is { } pack ? await TellAsync(pack, cancellationToken) : 0;
        }

        return told;
    }

    /// <summary>The event of an entry under a pack that counts it; null where the pack does not, or the entry is a draft.</summary>
    public static EntryChanged? Event(RegisterEntry entry, PolicyPack pack) =>
        entry.IsDraft || entry.From is not { } from || pack.AnswersCounted(entry.Register) is not { } counted ? null : new EntryChanged
        {
            EntryId = entry.Id,
            Version = entry.Version,
            Programme = entry.Programme,
            Jurisdiction = entry.Jurisdiction,
            District = entry.District,
            Register = entry.Register,
            InstitutionId = entry.AboutInstitutionId ?? Owner(entry, pack),
            AboutEntryId = entry.AboutEntryId,
            From = from,
            Until = entry.Until,
            States = [.. States(entry)],
            Answers = [.. Answers(entry, counted)],
        };

    /// <summary>What a pack counts of a register, as a hash: an entry is told anew when that changes; null where it counts nothing of it.</summary>
    public static string? CountedBy(PolicyPack pack, string register) => pack.AnswersCounted(register) is { } counted
        ? Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[] { pack.OwnerCounted(register) }.Concat(counted.Order(StringComparer.Ordinal)))))
        : null;

    private static Guid? Owner(RegisterEntry entry, PolicyPack pack) =>
        pack.OwnerCounted(entry.Register) is { } link && Guid.TryParse(EntryAnswers.Text(JsonElement.Parse(entry.Answers), link), out var owner) ? owner : null;

    // An amendment or a step that only records something leads into no other state.
    private static IEnumerable<EntryState> States(RegisterEntry entry) => entry.Steps.OrderBy(step => step.Number)
        .Where(step => step.FromState != step.ToState)
        .Select(step => new EntryState { State = step.ToState, On = step.On });

    // What the form does not ask a step may (EO-16: the day of a landing, SD-06: the year evaluated): the latest answer stands.
    private static IEnumerable<EntryAnswer> Answers(RegisterEntry entry, IReadOnlyList<string> counted)
    {
        List<JsonElement> said =
        [
            JsonElement.Parse(entry.Answers),
            .. entry.Steps.OrderByDescending(step => step.Number).Select(step => step.StepAnswers).OfType<string>().Select(answers => JsonElement.Parse(answers)),
        ];
        return from field in counted
               let answer = said.Select(answers => EntryAnswers.At(answers, field)).FirstOrDefault(found => found is not null)
               where answer is not null
               select new EntryAnswer { Field = field, Text = EntryAnswers.Plain(answer.Value) };
    }

    private async Task<int> TellAsync(PolicyPack pack, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var register in pack.Registers.Select(register => register.Name))
        {
            told += CountedBy(pack, register) is { } counted ? await TellAsync(pack, register, counted, cancellationToken) : 0;
        }

        return told;
    }

    private async Task<int> TellAsync(PolicyPack pack, string register, string counted, CancellationToken cancellationToken)
    {
        var untold = db.RegisterEntries.Where(e => e.Programme == pack.Programme && e.Register == register && e.Number != null && (e.ToldBy == null || e.ToldBy != counted));
        var (told, more) = (0, await untold.AnyAsync(cancellationToken));
        while (more)
        {
            var count = await db.WriteAsync(
                async ct =>
                {
                    var entries = await untold.AsNoTracking().Include(e => e.Steps).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
                    foreach (var entry in entries)
                    {
                        db.Tell(entry, pack);
                    }

                    // Not a change of the entry: whoever has it open goes on with the version seen.
                    var ids = entries.ConvertAll(e => e.Id);
                    await db.RegisterEntries.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.ToldBy, counted), ct);
                    return entries.Count;
                },
                cancellationToken);
            db.ChangeTracker.Clear();
            (told, more) = (told + count, count == Batch);
        }

        return told;
    }
}

/// <summary>Tells of single entries.</summary>
internal static class CountedEntries
{
    /// <summary>Tells of an entry, once it is saved in its present version; of one that the pack does not count, nothing.</summary>
    public static void Tell(this RegistryDb db, RegisterEntry entry, PolicyPack pack)
    {
        if (TellCounted.Event(entry, pack) is { } changed)
        {
            db.Publish($"entry/{entry.Id}", changed);
        }
    }
}
