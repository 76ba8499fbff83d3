using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>Another person confirms a case by a numbered document; only then does it take effect (P-5).</summary>
internal static class ConfirmSanction
{
    internal sealed record ConfirmationRequest(string DocumentNumber, DateOnly DecidedOn);

    public static async Task<Answer<SanctionView>> HandleAsync(
        Guid id, ConfirmationRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<SanctionCase>(
            async ct =>
            {
                if (!(await db.OpenCaseAsync(id, caller, seen, ct)).Accepted(out var sanction, out var missing))
                {
                    return missing;
                }

                if (!(await packs.RulingAsync(sanction.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var institution = await db.Institutions.Include(i => i.History).SingleAsync(i => i.Id == sanction.InstitutionId, ct);
                var others = await db.SanctionCases.AsNoTracking().Where(c => c.InstitutionId == institution.Id && c.Id != id).ToListAsync(ct);
                var before = institution.Version;
                var decided = Decide(sanction, institution, others, request, pack, caller, clock.Today, clock.UtcNow);
                if (decided.Accepted(out var confirmed, out _))
                {
                    db.Bans.AddRange(confirmed.Bans);
                    foreach (var ban in confirmed.Bans)
                    {
                        db.Publish($"ban/{ban.Id}", ban.Announce());
                    }

                    if (institution.Version != before)
                    {
                        db.Publish($"institution/{institution.Id}", institution.Announce());
                    }
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToHttp(SanctionView.Of);
    }

    public static Outcome<SanctionCase> Decide(
        SanctionCase sanction,
        Institution institution,
        IReadOnlyList<SanctionCase> others,
        ConfirmationRequest request,
        PolicyPack pack,
        Caller caller,
        DateOnly today,
        DateTime now)
    {
        var refused = sanction.CheckOpen()
            ?? sanction.CheckOtherPerson(caller)
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, sanction.Clause)
            ?? CheckDay(sanction, institution, request);
        if (refused is not null)
        {
            return refused;
        }

        var confirmation = new CarryOut.Confirmation(request.DocumentNumber.Trim(), request.DecidedOn, caller, now);
        if (!CarryOut.Decide(sanction, institution, others, pack, confirmation).Accepted(out _, out var impossible))
        {
            return impossible;
        }

        (sanction.DocumentNumber, sanction.DecidedOn) = (confirmation.DocumentNumber, confirmation.DecidedOn);
        return sanction.Close(SanctionStatus.Confirmed, caller, now);
    }

    private static Refusal? CheckDay(SanctionCase sanction, Institution institution, ConfirmationRequest request)
    {
        if (request.DecidedOn < sanction.FoundOn)
        {
            return Refusal.Conflict(
                "decided-before-found",
                sanction.Clause,
                $"决定日期 {request.DecidedOn:yyyy-MM-dd} 早于事实认定日期 {sanction.FoundOn:yyyy-MM-dd}。",
                $"The decision of {request.DecidedOn:yyyy-MM-dd} is older than the finding of {sanction.FoundOn:yyyy-MM-dd}.")
                .With("decidedOn", request.DecidedOn)
                .With("foundOn", sanction.FoundOn);
        }

        // A ban runs from the decision: one dated before there was anything to take away would be over before it began.
        var enteredOn = institution.History.Min(entry => (DateOnly?)entry.EffectiveFrom);
        return request.DecidedOn < enteredOn
            ? Refusal.Conflict(
                "decided-before-entry",
                sanction.Clause,
                $"“{institution.Name}”自 {enteredOn:yyyy-MM-dd} 起列入，决定日期不得早于该日。",
                $"'{institution.Name}' was entered on {enteredOn:yyyy-MM-dd}; a decision cannot be older.")
                .With("decidedOn", request.DecidedOn)
                .With("enteredOn", enteredOn)
            : null;
    }
}
