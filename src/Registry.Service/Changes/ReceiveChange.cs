using Contracts.Refusals;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Changes;

/// <summary>The county's and the city's desk each date their receipt of a report (ZS-21: 向所在地科技部门和市科技局报告).</summary>
internal static class ReceiveChange
{
    internal sealed record ReceiptRequest(DateOnly ReceivedOn);

    public static async Task<Answer<ChangeView>> HandleAsync(
        Guid id, ReceiptRequest request, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MajorChange>(
            async ct => await db.FindChangeAsync(id, caller, ct) is { } change ? Decide(change, request, caller, clock.Today) : ChangeAccess.NotFound(id),
            cancellationToken);
        return outcome.ToHttp(ChangeView.Of);
    }

    public static Outcome<MajorChange> Decide(MajorChange change, ReceiptRequest request, Caller caller, DateOnly today)
    {
        // Whoever sits at both desks dates the county's receipt first.
        var county = caller.Is(Roles.DistrictReviewer) && caller.District == change.District
            && !(change.CountyReceivedOn is not null && caller.Is(Roles.CityReviewer));
        if ((Check(change, county ? change.CountyReceivedOn : change.CityReceivedOn, request.ReceivedOn, today)) is { } refused)
        {
            return refused;
        }

        if (county)
        {
            (change.CountyReceivedOn, change.CountyReceivedByName) = (request.ReceivedOn, caller.SignedName());
        }
        else
        {
            (change.CityReceivedOn, change.CityReceivedByName) = (request.ReceivedOn, caller.SignedName());
        }

        return change;
    }

    private static Refusal? Check(MajorChange change, DateOnly? known, DateOnly receivedOn, DateOnly today)
    {
        if (known is not null)
        {
            return Refusal.Conflict("received-already", change.Clause, $"已于 {known:yyyy-MM-dd} 登记收到。", $"The receipt was dated {known:yyyy-MM-dd} already.")
                .With("receivedOn", known);
        }

        if (receivedOn > today)
        {
            return Refusal.Conflict("date-in-future", change.Clause, $"收到日期 {receivedOn:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"The receipt of {receivedOn:yyyy-MM-dd} is later than today, {today:yyyy-MM-dd}.")
                .With("receivedOn", receivedOn).With("today", today);
        }

        return receivedOn < change.ChangedOn
            ? Refusal.Conflict("received-before-change", change.Clause, $"收到日期不得早于变化日期 {change.ChangedOn:yyyy-MM-dd}。", $"A report cannot arrive before the change of {change.ChangedOn:yyyy-MM-dd}.")
                .With("receivedOn", receivedOn).With("changedOn", change.ChangedOn)
            : null;
    }
}
