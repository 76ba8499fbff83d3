using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Matches;

/// <summary>Whoever keeps one of two matching entries, or the bureau, brings them to each other's notice.</summary>
internal static class PushMatch
{
    internal sealed record PushRequest(Guid ToEntryId);

    public static async Task<CreatedAnswer<PushView>> HandleAsync(
        Guid id, PushRequest request, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PushView>(
            async ct =>
            {
                if (!(await desk.OpenAsync(id, caller, ct)).Accepted(out var here, out var missing))
                {
                    return missing;
                }

                if (!(await desk.OpenAsync(request.ToEntryId, caller, ct)).Accepted(out var there, out var hidden))
                {
                    return hidden;
                }

                var known = await db.RegisterPushes.AsNoTracking().FirstOrDefaultAsync(
                    push => (push.FromEntryId == id && push.ToEntryId == request.ToEntryId) || (push.FromEntryId == request.ToEntryId && push.ToEntryId == id), ct);
                if (!Decide(here, there, known).Accepted(out var made, out var refused))
                {
                    return refused;
                }

                db.RegisterPushes.Add(made);
                await db.SaveChangesAsync(ct);
                return (await PushView.OfAsync([made], db, desk, caller, ct))[made.Id];
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/registry/pushes/{view.Id}");
    }

    public static Outcome<RegisterPush> Decide(OpenEntry here, OpenEntry there, RegisterPush? known)
    {
        var (from, to) = Order(here, there);
        var comparison = Comparison.Of(here.Pack, from.Register).FirstOrDefault(c => c.With == to.Entry.Register);
        var reasons = comparison is null ? [] : MatchEntries.Compare(from.Answers, to.Answers, comparison);
        if (comparison is null || reasons.Count == 0 || here.Entry.Programme != there.Entry.Programme || !here.Entry.IsLive || !there.Entry.IsLive)
        {
            return Refusal.Conflict("no-match", comparison?.Clause ?? here.Register.Citation.ClauseId, "两个条目之间没有可推送的匹配理由。", "The two entries share nothing that they could be pushed for.");
        }

        // What nobody has let in yet is not carried to others.
        if (!here.Register.WasLetIn(here.Entry.State) || !there.Register.WasLetIn(there.Entry.State))
        {
            return Refusal.Conflict("not-let-in", comparison.Clause, "两个条目都须经审核入库后才能推送。", "Both entries have to be let into their registers before they are pushed.");
        }

        if (here.Entry.KeeperRole(here.Register, here.Caller) is null && !here.Caller.Is(Roles.CityReviewer))
        {
            return Refusal.Forbidden(comparison.Clause, "只有填报单位和主管部门可以推送。", "Entries are pushed by who keeps them and by the bureau.");
        }

        if (known is not null)
        {
            return Refusal.Conflict("pushed-already", comparison.Clause, "两个条目已经互相推送。", "The two entries have been brought to each other's notice already.").With("pushId", known.Id);
        }

        return new RegisterPush
        {
            Programme = here.Entry.Programme,
            Jurisdiction = here.Entry.Jurisdiction,
            FromEntryId = from.Entry.Id,
            ToEntryId = to.Entry.Id,
            FromOrganisation = from.Entry.Organisation,
            ToOrganisation = to.Entry.Organisation,
            Reasons = [.. reasons],
            Clause = comparison.Clause,
            PushedAt = here.Now,
            PushedBySubject = here.Caller.Subject,
            PushedByName = here.Caller.Name,
        };
    }

    private static (OpenEntry From, OpenEntry To) Order(OpenEntry here, OpenEntry there) =>
        Place(here).CompareTo(Place(there)) <= 0 ? (here, there) : (there, here);

    private static (int, Guid) Place(OpenEntry open) => (open.Pack.Registers.TakeWhile(register => register.Name != open.Register.Name).Count(), open.Entry.Id);
}
