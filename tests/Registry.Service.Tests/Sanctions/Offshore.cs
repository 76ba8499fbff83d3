using Contracts.Registry;
using Policies;
using Policies.Loading;
using Registry.Bans;
using Registry.Institutions;
using Registry.Sanctions;
using static Registry.Tests.Sanctions.Cases;

namespace Registry.Tests.Sanctions;

/// <summary>Filed offshore bodies with a host, under a pack whose host scope a test chooses (EO-12, EO-13).</summary>
internal static class Offshore
{
    public const string Programme = "offshore";
    public const string HostCode = "91420700MA49D1234A";
    public const string OtherCode = "91330902MA28K0009T";
    public static readonly DateOnly FiledOn = new(2026, 5, 6);

    public static Institution Body(string? centreCode = null, string? host = HostCode, string standing = Standings.Filed)
    {
        var body = new Institution
        {
            Programme = Programme,
            Jurisdiction = "ezhou",
            District = "gedian",
            Name = "某离岸研发中心",
            Category = "campus",
            ImplementingBodyCode = host ?? BuilderCode,
            ImplementingBodyName = "某科技有限公司",
            CoBuilt = false,
            CentreCode = centreCode,
            CentreName = centreCode is null ? null : "某离岸研发有限公司",
            HostCode = host,
            HostName = host is null ? null : "某科技有限公司",
            Place = "武汉市",
            ApplicationId = Guid.CreateVersion7(),
            Standing = Standings.UnderConstruction,
            StandingSince = FiledOn,
            DecisionNumber = "1",
        };
        body.Becomes(standing, FiledOn, new StandingDecision("鄂州科〔2026〕5号", FiledOn, "EO-08"), Decider, new DateTime(FiledOn, new TimeOnly(4, 0), DateTimeKind.Utc));
        return body;
    }

    public static SanctionCase Case(PolicyPack pack, Institution body, string ground, DateOnly foundOn)
    {
        var rule = pack.Grounds.Single(g => g.Name == ground);
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
            Cause = ground,
            Facts = "查实",
            FoundOn = foundOn,
            ProposedAt = Noon,
            ProposedBySubject = Proposer.Subject,
            ProposedByName = Proposer.Name,
        };
    }

    public static Parties Applicant(string? centre = null, string applicant = OtherCode, string? host = null, string? place = "武汉市") => new(centre, applicant, [], host, place);

    /// <summary>A pack with the three grounds of EO-12 and the ban of HB-05; without a scope the bureau has decided nothing.</summary>
    public static PolicyPack Pack(string? hostScope = "category-and-place", string? covers = null)
    {
        var parameters = (hostScope is null ? "" : Choice("host-ban-scope", "[category-and-place, category, none]", hostScope))
            + (covers is null ? "" : Choice("ban-covers", $"[{covers}]", $"[{covers}]"));
        return PackLoader.Load($"{Text}{parameters}{Grounds}", "offshore").Accepted(out var pack, out var refusal) ? pack : throw new InvalidOperationException(refusal.En);
    }

    private static string Choice(string name, string choices, string value) =>
        $"""
          - name: {name}
            zh: 范围
            en: scope
            kind: choice
            choices: {choices}
            reference-day: decision
            values:
              - {"{"} from: 2025-01-01, value: {value}, clause: EO-13 {"}"}

        """;

    private const string Grounds =
        """
        grounds:
          - { name: report-not-filed, zh: 未报送年度工作总结, en: yearly report not filed, clause: EO-12, measure: removal, subjects: [institution, host], term: removal-ban }
          - { name: no-actual-work, zh: 未开展实际工作, en: no actual work, clause: EO-12, measure: removal, subjects: [institution, host], term: removal-ban }
          - { name: evaluation-failed, zh: 考评不合格, en: evaluation failed, clause: EO-12, measure: removal, subjects: [institution, host], term: removal-ban }
          - { name: transfer-requirement-not-met, zh: 未达到成果转化要求, en: transfer requirement not met, clause: EO-13, measure: ban, subjects: [company], term: removal-ban }

        """;

    private const string Text =
        """
        programme: offshore
        jurisdiction: ezhou
        zh: 离岸科创
        en: Offshore
        status: in-force
        from: 2025-01-01
        documents:
          - { key: plan, zh: 方案, en: Plan, number: 某文〔2025〕1号, issuer: 某局, date: 2025-01-01 }
        clauses:
          - { id: EO-12, document: plan, article: 五, zh: 移出, en: Removal, quote: 不再纳入备案管理 }
          - { id: EO-13, document: plan, article: 五, zh: 禁止期, en: Ban, quote: 两年内不得重新申报 }
        categories:
          - { key: campus, zh: 高校院所式, en: campus, clause: EO-12 }
          - { key: headquarters, zh: 企业总部式, en: headquarters, clause: EO-12 }
        grades:
          - { key: pass, zh: 合格, en: pass, clause: EO-12 }
          - { key: fail, zh: 不合格, en: fail, clause: EO-12 }
        parameters:
          - name: removal-ban
            zh: 禁止期
            en: ban
            kind: period
            reference-day: decision
            values:
              - { from: 2025-01-01, value: 2 years, clause: EO-13 }

        """;
}
