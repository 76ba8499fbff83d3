using Contracts.Values;
using Policies;
using Registry.Applications;
using Registry.Institutions;
using Registry.Places;

namespace Registry.Bans;

/// <summary>Who takes which part in an application or an institution, and where it is: social credit codes, and a place.</summary>
internal sealed record Parties(string? Centre, string Applicant, IReadOnlyList<string> LeadBodies, string? Host = null, string? Place = null)
{
    public static Parties Of(string applicant, ApplicationFacts facts) =>
        new(facts.CentreCode, applicant, [.. facts.LeadBodies.Select(body => body.Code)], facts.HostCode, facts.Place);

    public static Parties Of(Institution institution) => new(
        institution.CentreCode,
        institution.ImplementingBodyCode,
        [.. institution.LeadBodies.Select(body => body.Code)],
        institution.HostCode,
        institution.Place);
}

/// <summary>
/// Whom a ground's ban hits, and in which part of a later application it stops them. The only place that says so.
/// <list type="bullet">
/// <item>ZS-20 (摘牌后两年内不得再次申请认定) names the centre alone: its legal person, which until the centre is one of its own is the body
/// that builds it. It may not be a centre or an applicant again; the implementing body as such and the lead bodies stay free.</item>
/// <item>ZS-22 (市产业创新中心及牵头单位…不得再次申报认定同一类型) names both, so neither may apply, be the centre or lead.</item>
/// <item>ZS-21 names nobody: a cancellation bans nobody.</item>
/// <item>EO-13 (两年内不得重新申报) names the institution; the bureau decides about its host, by default for the same type at the same place
/// alone. A body that is no legal person of its own is known by its host (else its implementing body), type and place, so it is barred as
/// that: the same person stays free in another type or at another place.</item>
/// <item>HB-05 (承擔單位2年內不得再次申請) names the undertaking unit of a register's entry.</item>
/// </list>
/// </summary>
internal static class BanReach
{
    public const string Institution = "institution";
    public const string LeadBodies = "lead-bodies";
    public const string ImplementingBody = "implementing-body";
    public const string Host = "host";

    /// <summary>The legal persons that a subject word of a ground means; null for a word that Registry has no person for.</summary>
    public static IReadOnlyList<(string Code, string Name)>? PersonsOf(this Institution institution, string subject) => subject switch
    {
        Institution => [institution.LegalPerson()],
        ImplementingBody => [(Normal(institution.ImplementingBodyCode), institution.ImplementingBodyName)],
        // A body that nobody hosts has no host to bar.
        Host => institution.HostCode is { } host ? [(Normal(host), institution.HostName ?? institution.ImplementingBodyName)] : [],
        LeadBodies => [.. institution.LeadBodies.Select(body => (Normal(body.Code), body.Name)).DistinctBy(body => body.Item1, StringComparer.Ordinal)],
        _ => null,
    };

    // EO-13: before a body is a legal person of its own, its host is who runs it; where nobody hosts it, who builds it (ZS-20).
    private static (string Code, string Name) LegalPerson(this Institution institution) => institution switch
    {
        { CentreCode: { } centre } => (Normal(centre), institution.CentreName ?? institution.ImplementingBodyName),
        { HostCode: { } host } => (Normal(host), institution.HostName ?? institution.ImplementingBodyName),
        _ => (Normal(institution.ImplementingBodyCode), institution.ImplementingBodyName),
    };

    /// <summary>ZS-22: a ground that hits lead bodies bars whom it hits from leading as well.</summary>
    public static bool BarsLeading(this Ground ground) => ground.Subjects.Contains(LeadBodies, StringComparer.Ordinal);

    /// <summary>Everybody who takes a part.</summary>
    public static IReadOnlyList<string> Codes(this Parties parties) =>
        [.. parties.Applying().Concat(parties.Hosting()).Concat(parties.LeadBodies.Select(Normal)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a ban stops an application of these parties.</summary>
    public static bool Stops(this Ban ban, Parties parties) =>
        (ban.Place is null || SamePlace.Is(ban.Place, parties.Place))
        && (parties.Applying().Contains(ban.Code, StringComparer.Ordinal)
            || (ban.BarsHosting && parties.Hosting().Contains(ban.Code, StringComparer.Ordinal))
            || (ban.BarsLeading && parties.LeadBodies.Select(Normal).Contains(ban.Code, StringComparer.Ordinal)));

    private static IEnumerable<string> Hosting(this Parties parties) => parties.Host is { } host ? [Normal(host)] : [];

    private static IEnumerable<string> Applying(this Parties parties) =>
        new[] { parties.Centre, parties.Applicant }.OfType<string>().Select(Normal);

    /// <summary>A code as it is compared: in small letters it is the same person's.</summary>
    public static string Normal(string code) => SocialCreditCode.TryParse(code, out var parsed) ? parsed.Value : code.Trim().ToUpperInvariant();
}
