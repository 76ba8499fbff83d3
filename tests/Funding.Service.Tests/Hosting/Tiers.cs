namespace Funding.Tests.Hosting;

/// <summary>What a bureau may add to its pack about approvals and holds.</summary>
internal static class Tiers
{
    /// <summary>Zhoushan: a second approver above 1,000,000.00 yuan, a leader above 2,000,000.00.</summary>
    public static string Approvals(string text) => Approvals(text, "1000000.00", "2000000.00", "from: 2025-10-21", "clause: ZS-05, source: bureau, decision: withholding");

    /// <summary>Hubei: a second approver above 300,000.00 yuan, a leader above 800,000.00.</summary>
    public static string ApprovalsOfClaims(string text) => Approvals(text, "300000.00", "800000.00", "from: 2021-10-19", "clause: HB-04, source: bureau, decision: ceiling");

    private static string Approvals(string text, string second, string leader, string from, string by) => text.With("parameters:\n", $$"""
        parameters:
          - name: second-approval-above
            zh: 须第二人批准的金额
            en: amount above which a second approver approves
            kind: amount
            reference-day: payment
            values:
              - { {{from}}, value: "{{second}}", {{by}} }
          - name: leader-approval-above
            zh: 须领导批准的金额
            en: amount above which a leader approves
            kind: amount
            reference-day: payment
            values:
              - { {{from}}, value: "{{leader}}", {{by}} }

        """.ReplaceLineEndings("\n"));

    /// <summary>What holds a body's money.</summary>
    public static string Holds(string text) => text.With("parameters:\n", """
        parameters:
          - name: holds-placed-by
            zh: 暂停拨付的情形
            en: what holds a body's money
            kind: choice
            choices: [ban, delisting, overdue-report, open-clawback]
            reference-day: payment
            values:
              - { from: 2025-10-21, value: [ban, delisting, overdue-report, open-clawback], clause: ZS-05, source: bureau, decision: withholding }

        """.ReplaceLineEndings("\n"));
}
