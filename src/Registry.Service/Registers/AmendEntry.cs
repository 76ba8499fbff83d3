using Contracts.Refusals;
using Policies;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>A filed entry is amended: judged like a filing; its timeline keeps what was before and after.</summary>
internal static class AmendEntry
{
    public static async Task<Outcome<RegisterEntry>> RunAsync(
        OpenEntry open, SaveEntry.SaveRequest request, RegistryDb db, CancellationToken cancellationToken)
    {
        if (Check(open, request) is { } refusedAtOnce)
        {
            return refusedAtOnce;
        }

        var around = await db.SurroundingsAsync(open, request.Answers, cancellationToken);
        if (!Decide(open, request, around).Accepted(out var line, out var refused))
        {
            return refused;
        }

        await db.SignAsync(open.Entry, open.Caller, cancellationToken);
        open.Entry.Apply(line, open.Rules);
        await db.TakeAsync(open.Entry, request.Answers, open, cancellationToken);
        return open.Entry;
    }

    /// <summary>The line of the timeline, or why the entry cannot say so.</summary>
    public static Outcome<RegisterStepTaken> Decide(OpenEntry open, SaveEntry.SaveRequest request, EntryChecks.Surroundings around)
    {
        var (entry, register) = (open.Entry, open.Register);
        if (!EntryChecks.Decide(open, request.Answers, around).Accepted(out var flags, out var refused))
        {
            return refused;
        }

        var role = entry.KeeperRole(register, open.Caller)!;
        // What a person has answered stays answered while the condition says the same.
        var answered = entry.Flags.Where(flag => flag.AnsweredBy is not null).ToList();
        entry.Flags =
        [
            .. entry.Flags.Where(flag => flag.At != RegisterCheck.Filing),
            .. flags.Select(flag => answered.Find(known => known.Condition == flag.Condition && known.Zh == flag.Zh) ?? flag),
        ];
        return open.Line(EntryAct.Amended, entry.State, role, register.Citation.ClauseId) with
        {
            Before = entry.Answers,
            After = request.Answers.GetRawText(),
            Reason = request.Reason?.Trim(),
            Flags = [.. flags],
        };
    }

    /// <summary>Whether this caller may amend it now; null where it may.</summary>
    public static Refusal? Check(OpenEntry open, SaveEntry.SaveRequest request)
    {
        var (entry, register) = (open.Entry, open.Register);
        if (entry.KeeperRole(register, open.Caller) is not { } role)
        {
            return Refusal.Forbidden(register.Citation.ClauseId, "您不能修改该条目。", "You may not amend this entry.").With("entryId", entry.Id);
        }

        if (!entry.IsLive)
        {
            return Refusal.Conflict("wrong-state", register.Citation.ClauseId, "该条目已终结，不能修改。", "The entry has ended and is not amended any more.").With("state", entry.State);
        }

        // What others have let in is not rewritten by who applied: the bureau amends it, or it is ended and entered anew.
        if (role == Roles.Operator && entry.State != register.States[0].Key)
        {
            return Refusal.Conflict(
                    "entry-moved-on",
                    register.Citation.ClauseId,
                    "该条目已经办理，填报单位不能再修改；请联系办理部门。",
                    "The entry has been taken further by others; ask them to amend it.")
                .With("state", entry.State);
        }

        // A second person or the leading group confirmed what stood there (P-5): one person alone does not put other words in its place.
        if (entry.WasConfirmed(register))
        {
            return Refusal.Conflict(
                    "entry-confirmed",
                    register.Citation.ClauseId,
                    "该条目已经他人复核或会议审定，不能直接修改；请按该登记册的环节办理，或将其终结后重新登记。",
                    "A second person or a meeting confirmed the entry; it is not rewritten. Take a step of the register, or end the entry and file it anew.")
                .With("state", entry.State);
        }

        return SaveEntry.CheckShape(request.Answers, register.Fields) ?? (request.Reason is null ? null : Reasons.Check("reason", request.Reason));
    }
}
