using Contracts.Values;
using Policies;
using Registry.Applications;
using Registry.Institutions;

namespace Registry.Bans;

/// <summary>Who takes which part in an application or an institution: social credit codes.</summary>
internal sealed record Parties(string? Centre, string Applicant, IReadOnlyList<string> LeadBodies)
{
    public static Parties Of(string applicant, ApplicationFacts facts) =>
        new(facts.CentreCode, applicant, [.. facts.LeadBodies.Select(body => body.Code)]);

    public static Parties Of(Institution institution) =>
        new(institution.CentreCode, institution.ImplementingBodyCode, [.. institution.LeadBodies.Select(body => body.Code)]);
}

/// <summary>
/// Whom a ground's ban hits, and in which part of a later application it stops them. The only place that says so.
/// <list type="bullet">
/// <item>ZS-20 (摘牌后两年内不得再次申请认定) names the centre alone: its legal person, which until the centre is one of its own is the body
/// that builds it. It may not be a centre or an applicant again; the implementing body as such and the lead bodies stay free.</item>
/// <item>ZS-22 (市产业创新中心及牵头单位…不得再次申报认定同一类型) names both, so neither may apply, be the centre or lead.</item>
/// <item>ZS-21 names nobody: a cancellation bans nobody.</item>
/// </list>
/// </summary>
internal static class BanReach
{
    public const string Institution = "institution";
    public const string LeadBodies = "lead-bodies";
    public const string ImplementingBody = "implementing-body";

    /// <summary>The legal persons that a subject word of a ground means; null for a word that Registry has no person for.</summary>
    public static IReadOnlyList<(string Code, string Name)>? PersonsOf(this Institution institution, string subject) => subject switch
    {
        Institution => [(Normal(institution.LegalPersonCode), institution.CentreName ?? institution.ImplementingBodyName)],
        ImplementingBody => [(Normal(institution.ImplementingBodyCode), institution.ImplementingBodyName)],
        LeadBodies => [.. institution.LeadBodies.Select(body => (Normal(body.Code), body.Name)).DistinctBy(body => body.Item1, StringComparer.Ordinal)],
        _ => null,
    };

    /// <summary>ZS-22: a ground that hits lead bodies bars whom it hits from leading as well.</summary>
    public static bool BarsLeading(this Ground ground) => ground.Subjects.Contains(LeadBodies, StringComparer.Ordinal);

    /// <summary>Everybody who takes a part.</summary>
    public static IReadOnlyList<string> Codes(this Parties parties) =>
        [.. parties.Applying().Concat(parties.LeadBodies.Select(Normal)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a ban stops an application of these parties.</summary>
    public static bool Stops(this Ban ban, Parties parties) =>
        parties.Applying().Contains(ban.Code, StringComparer.Ordinal)
        || (ban.BarsLeading && parties.LeadBodies.Select(Normal).Contains(ban.Code, StringComparer.Ordinal));

    private static IEnumerable<string> Applying(this Parties parties) =>
        new[] { parties.Centre, parties.Applicant }.OfType<string>().Select(Normal);

    // A code in small letters is the same person's.
    private static string Normal(string code) => SocialCreditCode.TryParse(code, out var parsed) ? parsed.Value : code.Trim().ToUpperInvariant();
}
