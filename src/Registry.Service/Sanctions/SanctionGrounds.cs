using Policies;

namespace Registry.Sanctions;

/// <summary>The grounds that the platform itself finds; every other ground of a pack is found by persons.</summary>
internal static class SanctionGrounds
{
    /// <summary>A yearly evaluation failed: rectification (ZS-19).</summary>
    public const string EvaluationFailed = "evaluation-failed";

    /// <summary>The re-evaluation at the end of the rectification failed as well: delisting (ZS-19, ZS-20).</summary>
    public const string ReEvaluationFailed = "reevaluation-failed";

    /// <summary>The evaluations of two consecutive years failed: revocation (ZS-22 (4)).</summary>
    public const string TwoConsecutiveFails = "two-consecutive-fails";

    /// <summary>A major change after which the conditions are not met any more: cancellation (ZS-21).</summary>
    public const string ChangeDisqualifies = "change-disqualifies";

    /// <summary>
    /// A report that the city confirmed as missing: removal (EO-12). Found by persons, in Reporting for what was asked for here, by
    /// hand for what was not.
    /// </summary>
    public const string ReportNotFiled = "report-not-filed";

    /// <summary>Where a ground comes from that no person proposes by hand; null for one that persons find.</summary>
    public static Label? OriginOf(this PolicyPack pack, string ground) => ground switch
    {
        _ when pack.Find(ground)?.Measure == SanctionMeasures.Ban || pack.Registers.Any(register => register.Steps.Any(step => step.Ground == ground)) =>
            new Label("该情形由登记事项的办理环节认定。", "A step of a register's entry establishes this ground."),
        EvaluationFailed or ReEvaluationFailed or TwoConsecutiveFails =>
            new Label("该情形由公布的评价结果自动提出，不能手工提出。", "A published evaluation proposes this ground by itself; nobody enters it by hand."),
        ChangeDisqualifies => new Label("该情形由重大变化的审核提出。", "The examination of a major change proposes this ground."),
        _ => null,
    };

    /// <summary>A ground of the pack; null where the programme does not have it.</summary>
    public static Ground? Find(this PolicyPack pack, string ground) => pack.Grounds.FirstOrDefault(g => g.Name == ground);
}

/// <summary>The measures that Registry carries out, in the pack's words.</summary>
internal static class SanctionMeasures
{
    public const string Rectification = "rectification";
    public const string Delisting = "delisting";
    public const string Revocation = "revocation";
    public const string Cancellation = "cancellation";

    /// <summary>Nothing but a ban, on the person of a register's entry (HB-05): <see cref="Bans.BarPersons"/>.</summary>
    public const string Ban = "ban";

    /// <summary>不再纳入备案管理 (EO-12).</summary>
    public const string Removal = "removal";
}
