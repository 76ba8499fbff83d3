using System.Text.Json;
using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Applications;
using Registry.Bans;
using Registry.Data;
using Registry.Links;
using Registry.Meetings;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>
/// A step of the register's pack moves an entry on: taken out of the right state, in the right role, by another person where the pack
/// says so, with its document, its resolution and its answers.
/// </summary>
internal static class TakeStep
{
    /// <summary>
    /// <paramref name="Answers"/> to what the step asks. It has effect from <paramref name="DecidedOn"/>, else from the day that the step
    /// asks for (the day of moving in), else from today.
    /// </summary>
    internal sealed record StepRequest(
        JsonElement? Answers = null, string? Reason = null, string? DocumentNumber = null, DateOnly? DecidedOn = null, Guid? ResolutionId = null);

    /// <summary>What the database has to say.</summary>
    internal sealed record Surroundings(
        IReadOnlyList<FieldProblem> LinkProblems,
        Outcome<Resolution>? Resolution,
        long Live,
        IReadOnlyDictionary<string, long> BalancesFen,
        IReadOnlyDictionary<string, string> Linked,
        IReadOnlyDictionary<string, string> StepLinked,
        IReadOnlyDictionary<string, long> Overlapping);

    public static async Task<Answer<EntryView>> HandleAsync(
        Guid id, string step, StepRequest request, IfMatch seen, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await desk.ChangeAsync(id, seen, http.Caller(), (open, ct) => RunAsync(open, step, request, db, ct), cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>The line of the timeline, or why the step cannot be taken.</summary>
    public static Outcome<RegisterStepTaken> Decide(OpenEntry open, RegisterStep step, StepRequest request, Surroundings around)
    {
        var entry = open.Entry;
        var on = DayOf(step, request) ?? open.Today;
        var refused = CheckPlace(open, step)
            ?? CheckRole(open, step)
            ?? entry.CheckSecondPerson(step, open.Caller)
            ?? CheckPaper(open, step, request, on)
            ?? CheckResolution(step, around.Resolution, on)
            ?? CheckAnswers(open, step, request, around.LinkProblems);
        if (refused is not null)
        {
            return refused;
        }

        var facts = new EntryFacts(open.Answers, open.Attached, AnswersOf(request), around.Live, around.BalancesFen)
        {
            Linked = around.Linked,
            StepLinked = around.StepLinked,
            Overlapping = around.Overlapping,
        };
        if (!open.Pack.CheckEntry(open.Register, step.Key, facts, on).Accepted(out var findings, out var unmet))
        {
            return unmet;
        }

        if (!AnswerFlags(open, step, [.. findings.Select(finding => open.Pack.Flag(finding, step.Key, on))], request.Reason).Accepted(out var flags, out var silent))
        {
            return silent;
        }

        entry.Flags = flags;
        return open.Line(EntryAct.Moved, step.To, entry.StepRole(step, open.Caller, open.RunsAbout)!, step.Citation.ClauseId) with
        {
            On = on,
            StepKey = step.Key,
            Reason = request.Reason?.Trim(),
            DocumentNumber = request.DocumentNumber?.Trim(),
            DecidedOn = DayOf(step, request),
            ResolutionId = request.ResolutionId,
            StepAnswers = step.Fields.Count == 0 ? null : AnswersOf(request).GetRawText(),
            Flags = [.. flags.Where(flag => flag.At == step.Key)],
        };
    }

    private static async Task<Outcome<RegisterEntry>> RunAsync(
        OpenEntry open, string key, StepRequest request, RegistryDb db, CancellationToken cancellationToken)
    {
        if (open.Register.Steps.FirstOrDefault(s => s.Key == key) is not { } step)
        {
            return Refusal.NotFound("step", key, "办理环节");
        }

        if (SaveEntry.CheckShape(AnswersOf(request), step.Fields) is { } misshapen)
        {
            return misshapen;
        }

        var (entry, on) = (open.Entry, DayOf(step, request) ?? open.Today);
        var around = new Surroundings(
            await db.LinkProblemsAsync(step.Fields, AnswersOf(request), open.Pack, open.Caller, cancellationToken),
            step.Meeting && request.ResolutionId is { } resolution
                ? await db.FindResolutionAsync(entry.Id, step.Key, resolution, entry.Jurisdiction, cancellationToken)
                : (Outcome<Resolution>?)null,
            await db.LiveAsync(entry, cancellationToken),
            await db.BalancesFenAsync(open.Rules, entry.Id, on, cancellationToken),
            await db.ReadLinksAsync(open.Register.Fields, open.Answers, open.Pack, on, cancellationToken),
            await db.ReadLinksAsync(step.Fields, AnswersOf(request), open.Pack, on, cancellationToken),
            await db.OverlappingAsync(open, step.Key, open.Answers, cancellationToken));
        if (!Decide(open, step, request, around).Accepted(out var line, out var refused))
        {
            return refused;
        }

        if (step.Ground is not null)
        {
            if (!Bar(open, step, request, on).Accepted(out var ban, out var ungrounded))
            {
                return ungrounded;
            }

            db.Bans.Add(ban);
            db.Publish($"ban/{ban.Id}", ban.Announce());
        }

        await db.UseFilesAsync(open, step, line.Number, cancellationToken);
        entry.Apply(line, open.Rules);
        return entry;
    }

    private static Outcome<Ban> Bar(OpenEntry open, RegisterStep step, StepRequest request, DateOnly on)
    {
        var barred = new BarPersons.BarredEntry(open.Entry.Id, EntryAnswers.Text(open.Answers, open.Register.Barred!) ?? "", open.Entry.Title);
        return BarPersons.Decide(open.Pack, open.Register, step, barred, new BarPersons.Finding(request.DocumentNumber, on), open.Today);
    }

    private static DateOnly? DayOf(RegisterStep step, StepRequest request) =>
        request.DecidedOn ?? AnsweredDay(step, request);

    private static DateOnly? AnsweredDay(RegisterStep step, StepRequest request) =>
        EntryAnswers.Day(AnswersOf(request), step.Fields.FirstOrDefault(field => field.Type == FieldType.PastDay)?.Name);

    private static JsonElement AnswersOf(StepRequest request) => request.Answers ?? JsonElement.Parse("{}");

    private static Refusal? CheckPlace(OpenEntry open, RegisterStep step)
    {
        var entry = open.Entry;
        return step.From.Contains(entry.State, StringComparer.Ordinal)
            ? null
            : Refusal.Conflict(
                    "wrong-state",
                    step.Citation.ClauseId,
                    $"“{step.Label.Zh}”应在“{Named(step.From, label => label.Zh)}”时办理，该条目现为“{open.Register.StateOf(entry.State)?.Label.Zh ?? "草稿"}”。",
                    $"'{step.Label.En}' is taken from '{Named(step.From, label => label.En)}'; the entry is '{open.Register.StateOf(entry.State)?.Label.En ?? "a draft"}'.")
                .With("state", entry.State)
                .With("from", step.From);

        string Named(IReadOnlyList<string> states, Func<Label, string> language) =>
            string.Join(" / ", states.Select(open.Register.StateOf).OfType<RegisterState>().Select(state => language(state.Label)));
    }

    private static Refusal? CheckRole(OpenEntry open, RegisterStep step) =>
        open.Entry.StepRole(step, open.Caller, open.RunsAbout) is not null
            ? null
            : Refusal.Forbidden(
                    step.Citation.ClauseId,
                    $"“{step.Label.Zh}”由{open.Pack.Called(step.Roles).Zh}办理，您不在其列，或该条目不属于您的单位、地区。",
                    $"'{step.Label.En}' is taken by {open.Pack.Called(step.Roles).En} of the entry's organisation or territory.")
                .With("roles", step.Roles);

    private static Refusal? CheckPaper(OpenEntry open, RegisterStep step, StepRequest request, DateOnly on)
    {
        var clause = step.Citation.ClauseId;
        // A ground begins a ban: nobody is barred from a day on which the entry was not there yet.
        if (step.Ground is not null && open.Entry.FiledOn is { } filed && on < filed)
        {
            return Refusal.Conflict("dated-before-filing", clause, $"决定日期不得早于登记日 {filed:yyyy-MM-dd}。", $"The decision cannot be earlier than the entry's filing, {filed:yyyy-MM-dd}.")
                .With("decidedOn", on).With("filedOn", filed);
        }

        // The step has one day: what was answered is not set aside by another one beside it.
        if (request.DecidedOn is { } decided && AnsweredDay(step, request) is { } answered && decided != answered)
        {
            return Refusal.Conflict(
                    "days-differ", clause, $"决定日期 {decided:yyyy-MM-dd} 与填报的日期 {answered:yyyy-MM-dd} 不一致。", $"The day decided, {decided:yyyy-MM-dd}, is not the day answered, {answered:yyyy-MM-dd}.")
                .With("decidedOn", decided).With("answered", answered);
        }

        var documented = step.Document || request.DocumentNumber is not null ? Documents.Check(request.DocumentNumber, "decidedOn", on, open.Today, clause) : null;
        if (documented is not null)
        {
            return documented;
        }

        if (on > open.Today)
        {
            return Refusal.Conflict("date-in-future", clause, $"日期 {on:yyyy-MM-dd} 晚于今天 {open.Today:yyyy-MM-dd}。", $"The date {on:yyyy-MM-dd} is later than today, {open.Today:yyyy-MM-dd}.")
                .With("decidedOn", on).With("today", open.Today);
        }

        // What happened later is not undone from behind: the days that were stated follow the order in which the steps were taken.
        var last = open.Entry.Steps.Max(taken => taken.DecidedOn);
        return on < last
            ? Refusal.Conflict("dated-before-last", clause, $"日期不得早于上一环节的 {last:yyyy-MM-dd}。", $"The date cannot be earlier than the last step's, {last:yyyy-MM-dd}.")
                .With("decidedOn", on).With("last", last)
            : request.Reason is null ? null : Reasons.Check("reason", request.Reason);
    }

    private static Refusal? CheckResolution(RegisterStep step, Outcome<Resolution>? resolution, DateOnly on)
    {
        if (!step.Meeting)
        {
            return null;
        }

        if (resolution is not { } asked)
        {
            return Refusal.BadInput("resolutionId", given: null, $"“{step.Label.Zh}”须有领导小组的决议。", $"'{step.Label.En}' rests on a resolution of the leading group.");
        }

        return !asked.Accepted(out var carried, out var refused) ? refused
            : on < carried.HeldOn
                ? Refusal.Conflict("dated-before-last", step.Citation.ClauseId, $"日期不得早于会议日 {carried.HeldOn:yyyy-MM-dd}。", $"The date cannot be earlier than the meeting's, {carried.HeldOn:yyyy-MM-dd}.")
                    .With("decidedOn", on).With("heldOn", carried.HeldOn)
                : null;
    }

    private static Refusal? CheckAnswers(OpenEntry open, RegisterStep step, StepRequest request, IReadOnlyList<FieldProblem> links)
    {
        var problems = open.Pack.ValidateStep(step, AnswersOf(request), open.Unused, open.Today).Concat(links).ToList();
        return problems.Count == 0 ? null : SubmissionChecks.Incomplete(problems, open.Pack);
    }

    /// <summary>The flags after this step: what waits for a person is answered by whoever moves the entry on and did not file it.</summary>
    private static Outcome<List<EntryFlag>> AnswerFlags(OpenEntry open, RegisterStep step, IReadOnlyList<EntryFlag> found, string? reason)
    {
        List<EntryFlag> flags = [.. open.Entry.Flags.Where(flag => flag.At != step.Key), .. found];
        var waiting = flags.Where(flag => flag is { WantsPerson: true, AnsweredBy: null }).ToList();
        if (waiting.Count == 0 || open.Entry.FiledBy.Exists(open.Caller.Counts))
        {
            return flags;
        }

        return reason is null
            ? Refusal.BadInput("reason", given: null, $"该条目有待判断的事项，请写明意见：{waiting[0].Zh}", $"The entry waits for a judgement; give it as the reason: {waiting[0].En}")
                .With("conditions", waiting.Select(flag => flag.Condition).ToList())
            : flags.ConvertAll(flag => waiting.Contains(flag) ? flag with { AnsweredBy = open.Caller.Name, Answer = reason.Trim() } : flag);
    }

    private static Task UseFilesAsync(this RegistryDb db, OpenEntry open, RegisterStep step, int number, CancellationToken cancellationToken)
    {
        var fields = step.Fields.Where(field => field.Type == FieldType.Attachment).Select(field => field.Name).ToList();
        return fields.Count == 0
            ? Task.CompletedTask
            : db.RegisterFiles
                .Where(file => file.EntryId == open.Entry.Id && fields.Contains(file.Field) && file.StepNumber == null && file.RemovedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(file => file.StepNumber, number), cancellationToken);
    }
}
