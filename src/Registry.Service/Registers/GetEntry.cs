using Contracts.Refusals;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>An entry with everything that belongs to it, as of a day.</summary>
internal static class GetEntry
{
    public static async Task<Answer<EntryView>> HandleAsync(
        Guid id, DateOnly? on, HttpContext http, RegisterDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        Outcome<EntryView> outcome = (await desk.OpenAsync(id, http.Caller(), cancellationToken)).Accepted(out var open, out var missing)
            ? await desk.ViewAsync(open, on ?? clock.Today, cancellationToken)
            : missing;
        return outcome.ToHttp();
    }
}
