using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>A file of an entry; <paramref name="StepNumber"/> is the line of the timeline that used it.</summary>
internal sealed record EntryFileView(Guid Id, string Field, string FileName, string MediaType, long LengthBytes, string Sha256, int? StepNumber)
{
    /// <summary>The files that belong to an entry now, oldest first.</summary>
    public static async Task<IReadOnlyList<EntryFileView>> OfAsync(RegistryDb db, Guid entryId, CancellationToken cancellationToken) =>
        await db.RegisterFiles.AsNoTracking()
            .Where(file => file.EntryId == entryId && file.RemovedAt == null)
            .OrderBy(file => file.AttachmentId)
            .Join(
                db.Set<Attachment>(),
                file => file.AttachmentId,
                attachment => attachment.Id,
                (file, attachment) => new EntryFileView(
                    attachment.Id, file.Field, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256, file.StepNumber))
            .ToListAsync(cancellationToken);
}

/// <summary>An entry that goes with this one: about it, or linked to it by a field.</summary>
internal sealed record LinkedEntry(Guid Id, string Register, string? Field, int? Number, string Title, string State);

/// <summary>What the caller may do with an entry now.</summary>
/// <param name="Save">Save the draft, or amend what is filed.</param>
/// <param name="File">File the draft.</param>
/// <param name="Steps">The steps that it may take.</param>
internal sealed record MayDo(bool Save, bool File, IReadOnlyList<string> Steps);

/// <summary>An entry with its answers, flags, files, timeline and what goes with it.</summary>
internal sealed record EntryView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string? District { get; init; }

    public required string? Park { get; init; }

    public required string? Organisation { get; init; }

    public required string Register { get; init; }

    public required Guid? AboutInstitutionId { get; init; }

    public required Guid? AboutEntryId { get; init; }

    public required int? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Its state as of <see cref="On"/>.</summary>
    public required string State { get; init; }

    /// <summary>The day that state, answers and balances are shown of.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Its answers as of <see cref="On"/>.</summary>
    public required JsonElement Answers { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? Until { get; init; }

    public required DateOnly? EndedOn { get; init; }

    public required DateOnly? FiledOn { get; init; }

    public required IReadOnlyList<EntryFlag> Flags { get; init; }

    /// <summary>What is overdue about it on <see cref="On"/>.</summary>
    public required IReadOnlyList<OverdueView> Overdue { get; init; }

    public required string? PolicyHash { get; init; }

    public required long Version { get; init; }

    public required IReadOnlyList<EntryFileView> Files { get; init; }

    public required IReadOnlyList<LineView> Timeline { get; init; }

    public required MayDo May { get; init; }

    public IReadOnlyList<BalanceView> Balances { get; init; } = [];

    /// <summary>The names of what it is about and links to, by ID.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What is about it or links to it, as far as the caller may see it.</summary>
    public IReadOnlyList<LinkedEntry> Linked { get; init; } = [];

    public static EntryView Of(OpenEntry open, DateOnly on)
    {
        var (entry, all) = (open.Entry, open.SeesAll);
        var then = entry.Steps.Where(line => line.On <= on).OrderBy(line => line.Number).ToList();
        var answers = on < open.Today && then.FindLast(line => line.After is not null)?.After is { } known ? JsonElement.Parse(known) : open.Answers;
        var state = on < open.Today && then.Count > 0 ? then[^1].ToState : entry.State;
        return new EntryView
        {
            Id = entry.Id,
            Programme = entry.Programme,
            Jurisdiction = entry.Jurisdiction,
            District = entry.District,
            Park = entry.Park,
            Organisation = entry.Organisation,
            Register = entry.Register,
            AboutInstitutionId = entry.AboutInstitutionId,
            AboutEntryId = entry.AboutEntryId,
            Number = entry.Number,
            Title = open.Register.Title(answers, open.Pack),
            State = state,
            On = on,
            Answers = all ? answers : open.Register.Shown(answers),
            From = entry.From,
            Until = entry.Until,
            EndedOn = entry.EndedOn,
            FiledOn = entry.FiledOn,
            Flags = all ? entry.Flags : [],
            Overdue = all ? OverdueView.Of(open.Rules, state, answers, on) : [],
            PolicyHash = entry.PolicyHash,
            Version = entry.Version,
            Files = all ? open.Files : [],
            Timeline = all ? [.. entry.Steps.OrderBy(line => line.Number).Select(LineView.Of)] : [],
            May = MayOf(open),
        };
    }

    private static MayDo MayOf(OpenEntry open)
    {
        var (entry, register) = (open.Entry, open.Register);
        var keeps = entry.KeeperRole(register, open.Caller) is not null;
        var save = entry.IsDraft ? keeps : AmendEntry.Check(open, new SaveEntry.SaveRequest(open.Answers)) is null;
        var steps = register.Steps.Where(step =>
            step.From.Contains(entry.State, StringComparer.Ordinal)
            && entry.StepRole(step, open.Caller, open.RunsAbout) is not null
            && entry.CheckSecondPerson(step, open.Caller) is null);
        return new MayDo(save, entry.IsDraft && keeps, [.. steps.Select(step => step.Key)]);
    }
}

/// <summary>One line of an entry's timeline, with what it changed.</summary>
internal sealed record LineView(
    int Number,
    EntryAct Act,
    string? StepKey,
    string FromState,
    string ToState,
    DateTime At,
    DateOnly On,
    string ActorName,
    string ActorRole,
    string? ForName,
    string Clause,
    string? Reason,
    string? DocumentNumber,
    DateOnly? DecidedOn,
    Guid? ResolutionId,
    JsonElement? StepAnswers,
    IReadOnlyList<AnswerChange> Changes,
    IReadOnlyList<EntryFlag> Flags)
{
    public static LineView Of(RegisterStepTaken line) => new(
        line.Number,
        line.Act,
        line.StepKey,
        line.FromState,
        line.ToState,
        line.At,
        line.On,
        line.ActorName,
        line.ActorRole,
        line.ForName,
        line.Clause,
        line.Reason,
        line.DocumentNumber,
        line.DecidedOn,
        line.ResolutionId,
        line.StepAnswers is { } answers ? JsonElement.Parse(answers) : null,
        line is { Before: { } before, After: { } after } ? AnswerChange.Between(JsonElement.Parse(before), JsonElement.Parse(after)) : [],
        line.Flags);
}

/// <summary>What of an entry is whose to see.</summary>
internal static class EntryShowing
{
    /// <summary>Whether a caller sees an entry whole, and not only what its register shows to everybody: the title and the columns.</summary>
    public static bool ShowsAllTo(this RegisterEntry entry, Caller caller, bool runsAbout = false) =>
        entry.StartedBySubject == caller.Subject || entry.Hats(caller, runsAbout).Any(role => EntryAccess.Concerned.Contains(role, StringComparer.Ordinal));

    /// <summary>The answers that lists show.</summary>
    public static JsonElement Shown(this Register register, JsonElement answers) =>
        JsonSerializer.SerializeToElement(
            register.Columns.Prepend(register.Title)
                .Distinct(StringComparer.Ordinal)
                .Select(field => (field, answer: EntryAnswers.At(answers, field)))
                .Where(pair => pair.answer is not null)
                .ToDictionary(pair => pair.field, pair => pair.answer!.Value, StringComparer.Ordinal),
            StrictJson.Options);

    /// <summary>What an entry names of itself: what it is about, and the links in the answers that are shown.</summary>
    public static IEnumerable<Guid> Named(this RegisterEntry entry, Register register, JsonElement shown) =>
        EntryAnswers.Links(register.Fields, shown).Select(link => (Guid?)link.Id).Append(entry.AboutInstitutionId).Append(entry.AboutEntryId).OfType<Guid>();

    /// <summary>The names of bodies and entries; two queries for all of them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this RegistryDb db, string? jurisdiction, IEnumerable<Guid> named, CancellationToken cancellationToken)
    {
        var ids = named.Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var institutions = await db.Institutions.Where(i => ids.Contains(i.Id) && i.Jurisdiction == jurisdiction).Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        var others = await db.RegisterEntries.Where(e => ids.Contains(e.Id) && e.Jurisdiction == jurisdiction).Select(e => new { e.Id, Name = e.Title }).ToListAsync(cancellationToken);
        return institutions.Concat(others).ToDictionary(named => named.Id, named => named.Name);
    }

    /// <summary>The newest entries that are about an entry or link to it, of those that the caller may see.</summary>
    public static async Task<IReadOnlyList<LinkedEntry>> LinkedAsync(
        this RegistryDb db, RegisterEntry entry, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        const int most = 100;
        var (id, text) = (entry.Id, EntryAnswers.Normal(entry.Id.ToString()));
        var visible = db.VisibleTo(caller).AsNoTracking().Where(e => e.Programme == entry.Programme && e.State != RegisterEntry.Draft);
        var about = await visible
            .Where(e => e.AboutEntryId == id)
            .OrderByDescending(e => e.Id)
            .Take(most)
            .Select(e => new LinkedEntry(e.Id, e.Register, null, e.Number, e.Title, e.State))
            .ToListAsync(cancellationToken);
        var linking = pack.Registers.Where(register => LinkFields(register.Fields).Any(field => field.Of == entry.Register)).Select(register => register.Name).ToList();
        var linked = linking.Count == 0
            ? []
            : await visible
                .Where(e => linking.Contains(e.Register))
                .SelectMany(e => e.Values.Where(value => value.Programme == e.Programme && value.Register == e.Register && value.Text == text), (e, value) => new { e, value.Field })
                .OrderByDescending(row => row.e.Id)
                .Take(most)
                .Select(row => new LinkedEntry(row.e.Id, row.e.Register, row.Field, row.e.Number, row.e.Title, row.e.State))
                .ToListAsync(cancellationToken);
        return [.. about, .. linked];
    }

    private static IEnumerable<FormField> LinkFields(IEnumerable<FormField> fields) =>
        fields.SelectMany(field => field.Type == FieldType.List ? LinkFields(field.Fields) : [field]).Where(field => field.Type == FieldType.Link);
}
