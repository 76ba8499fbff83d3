using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>What an institution was on a day, as far as the platform knew at an instant: the question before money moves.</summary>
internal static class AskStanding
{
    /// <summary>The answer. <paramref name="Standing"/> is null before the institution existed.</summary>
    internal sealed record StandingAnswer(
        Guid InstitutionId, DateOnly On, DateTime KnownAt, string? Standing, StandingView? Entry, DateOnly? RecognisedOn, long Version);

    public static async Task<Answer<StandingAnswer>> HandleAsync(
        Guid id, DateOnly? on, DateTimeOffset? knownAt, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var found = await ReadInstitutions.FindAsync(id, http.Caller(), db, cancellationToken);
        return found.ToHttp(institution => Answer(institution, on ?? clock.Today, knownAt?.UtcDateTime ?? clock.UtcNow));
    }

    public static StandingAnswer Answer(Institution institution, DateOnly on, DateTime knownAt)
    {
        var entry = StandingOn.Find(institution.History, on, knownAt);
        var recognisedOn = StandingOn.RecognisedOn(institution.History, on, knownAt);
        return new StandingAnswer(institution.Id, on, knownAt, entry?.Standing, entry is null ? null : StandingView.Of(entry), recognisedOn, institution.Version);
    }
}
