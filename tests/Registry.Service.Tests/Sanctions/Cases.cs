using Contracts.Registry;
using Policies;
using Registry.Institutions;
using Registry.Sanctions;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;

namespace Registry.Tests.Sanctions;

/// <summary>Bodies and cases for the tests of pure decisions.</summary>
internal static class Cases
{
    public const string CentreCode = "91330902MA2A0000XJ";
    public const string BuilderCode = "91330902MA28K0001L";
    public const string LeadCode = "11330902002610005T";
    public static readonly DateOnly RecognisedOn = new(2027, 3, 1);
    public static readonly DateTime Noon = new(2028, 6, 1, 4, 0, 0, DateTimeKind.Utc);
    public static readonly Caller Proposer = Who("proposer");
    public static readonly Caller Decider = Who("decider");

    public static PolicyPack Pack => Repository.Zhoushan;

    public static Caller Who(string subject, params string[] roles) => new(subject, subject, roles.ToHashSet(StringComparer.Ordinal), "zhoushan");

    /// <summary>A body entered in 2026, recognised on 2027-03-01 unless told otherwise, with this standing since 2028.</summary>
    public static Institution Body(string standing = Standings.Recognised, string? centreCode = CentreCode)
    {
        var body = new Institution
        {
            Programme = Pack.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Name = "舟山市船舶产业创新中心",
            Category = "ships-and-offshore",
            ImplementingBodyCode = BuilderCode,
            ImplementingBodyName = "舟山某船舶创新有限公司",
            CoBuilt = true,
            CentreCode = centreCode,
            CentreName = centreCode is null ? null : "船舶创新中心有限公司",
            LeadBodies = [new LeadBody { Name = "定海区人民政府", Code = LeadCode, Kind = "county-government" }],
            ApplicationId = Guid.CreateVersion7(),
            Standing = Standings.UnderConstruction,
            StandingSince = new DateOnly(2026, 1, 5),
            DecisionNumber = "1",
        };
        Take(body, Standings.UnderConstruction, new DateOnly(2026, 1, 5));
        if (standing == Standings.UnderConstruction)
        {
            return body;
        }

        body.RecognisedOn = RecognisedOn;
        Take(body, Standings.Recognised, RecognisedOn);
        if (standing != Standings.Recognised)
        {
            Take(body, standing, new DateOnly(2028, 1, 10));
        }

        return body;
    }

    public static SanctionCase Case(Institution body, string ground, DateOnly foundOn, int? year = null, DateOnly? changedOn = null)
    {
        var rule = Pack.Grounds.Single(g => g.Name == ground);
        return new SanctionCase
        {
            InstitutionId = body.Id,
            InstitutionName = body.Name,
            Programme = body.Programme,
            Jurisdiction = body.Jurisdiction,
            District = body.District,
            Organisation = body.ImplementingBodyCode,
            Ground = ground,
            GroundZh = rule.Label.Zh,
            GroundEn = rule.Label.En,
            Measure = rule.Measure,
            Clause = rule.Citation.ClauseId,
            Cause = Guid.CreateVersion7().ToString(),
            Facts = "查实",
            FoundOn = foundOn,
            Year = year,
            ChangedOn = changedOn,
            ProposedAt = Noon,
            ProposedBySubject = Proposer.Subject,
            ProposedByName = Proposer.Name,
        };
    }

    /// <summary>A confirmed rectification of a failed year.</summary>
    public static SanctionCase Rectification(Institution body, int year, DateOnly lastDay)
    {
        var rectification = Case(body, SanctionGrounds.EvaluationFailed, lastDay.AddYears(-1), year);
        (rectification.Status, rectification.LastDay) = (SanctionStatus.Confirmed, lastDay);
        return rectification;
    }

    private static void Take(Institution body, string standing, DateOnly from) =>
        body.Becomes(standing, from, new StandingDecision("1", from, "ZS-17"), Who("city"), new DateTime(from, new TimeOnly(4, 0), DateTimeKind.Utc));
}
