using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Delegations;

/// <summary>A reviewer gives its post to a deputy for a bounded time.</summary>
internal static class GiveDelegation
{
    /// <summary>The setting with the most days of one delegation. The platform's own bound: no document names one.</summary>
    public const string MaxDaysSetting = "Delegations:MaxDays";

    public const int DefaultMaxDays = 90;
    private const int MaxTextLength = 100;

    /// <summary>To whom, in which role, and until when; both days belong to it.</summary>
    internal sealed record DelegationRequest(string ToSubject, string ToName, string Role, DateOnly From, DateOnly Until, string Reason);

    public static async Task<CreatedAnswer<DelegationView>> HandleAsync(
        DelegationRequest request, HttpContext http, RegistryDb db, BusinessClock clock, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var most = configuration.GetValue(MaxDaysSetting, DefaultMaxDays);
        var outcome = await db.WriteUniqueAsync<Delegation>(
            async ct =>
            {
                var running = await db.Delegations.AsNoTracking()
                    .Where(d => d.PrincipalSubject == caller.Subject && d.RevokedAt == null && d.Until >= request.From && d.From <= request.Until)
                    .ToListAsync(ct);
                var decided = Decide(request, running, most, caller, clock.UtcNow);
                if (decided.Accepted(out var delegation, out _))
                {
                    db.Delegations.Add(delegation);
                    db.Publish($"delegation/{delegation.Id}", delegation.Announce());
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(delegation => DelegationView.Of(delegation, clock.Today), _ => "/api/registry/delegations");
    }

    public static Outcome<Delegation> Decide(DelegationRequest request, IReadOnlyList<Delegation> running, int mostDays, Caller caller, DateTime now)
    {
        var refused = CheckPersons(request, caller)
            ?? CheckDays(request, mostDays, BusinessClock.DayOf(now))
            ?? Reasons.Check("reason", request.Reason)
            ?? (running.FirstOrDefault(d => d.Role == request.Role) is { } other
                ? Refusal.Conflict("delegated-already", "role", $"{other.From:yyyy-MM-dd} 至 {other.Until:yyyy-MM-dd} 已由“{other.DeputyName}”代理。", $"'{other.DeputyName}' is deputy from {other.From:yyyy-MM-dd} to {other.Until:yyyy-MM-dd} already.")
                    .With("delegationId", other.Id)
                : null);
        return refused is not null
            ? refused
            : new Delegation
            {
                Jurisdiction = caller.Jurisdiction!,
                District = request.Role == Roles.DistrictReviewer ? caller.District : null,
                Role = request.Role,
                PrincipalSubject = caller.Subject,
                PrincipalName = caller.Name,
                DeputySubject = request.ToSubject.Trim(),
                DeputyName = request.ToName.Trim(),
                From = request.From,
                Until = request.Until,
                Reason = request.Reason.Trim(),
                GivenAt = now,
            };
    }

    // A post is given by who holds it: what a deputy was lent it does not lend on.
    private static Refusal? CheckPersons(DelegationRequest request, Caller caller)
    {
        if (caller.For is not null || caller.Jurisdiction is null || !DelegationEndpoints.Posts.Contains(request.Role, StringComparer.Ordinal) || !caller.Is(request.Role))
        {
            return Refusal.Forbidden("role", "只能委托本人担任的审核岗位，代理人不得转委托。", "Only a reviewer's own post is given to a deputy; a deputy does not pass it on.").With("role", request.Role);
        }

        if (request.ToSubject.Trim().Length is 0 or > MaxTextLength || request.ToName.Trim().Length is 0 or > MaxTextLength)
        {
            return Refusal.BadInput("toSubject", request.ToSubject, "请填写代理人的账号标识和姓名。", "Give the deputy's account and name.");
        }

        return request.ToSubject.Trim() == caller.Subject
            ? Refusal.BadInput("toSubject", request.ToSubject, "不得委托本人。", "Nobody is their own deputy.")
            : null;
    }

    private static Refusal? CheckDays(DelegationRequest request, int mostDays, DateOnly today)
    {
        if (request.From < today)
        {
            return Refusal.BadInput("from", request.From, $"起始日期不得早于今天 {today:yyyy-MM-dd}。", $"A delegation does not begin before today, {today:yyyy-MM-dd}.");
        }

        var last = request.From.AddDays(mostDays - 1);
        return request.Until >= request.From && request.Until <= last
            ? null
            : Refusal.BadInput("until", request.Until, $"代理期为 1 至 {mostDays} 日，最迟至 {last:yyyy-MM-dd}。", $"A delegation runs 1 to {mostDays} days, until {last:yyyy-MM-dd} at the latest.")
                .With("last", last);
    }
}
