namespace Funding.Tests.Hosting;

/// <summary>What a bureau may add to its pack about approvals and holds.</summary>
internal static class Tiers
{
    /// <summary>A second approver above 1,000,000.00 yuan, a leader above 2,000,000.00.</summary>
    public static string Approvals(string text) => text.With("parameters:\n", """
        parameters:
          - name: second-approval-above
            zh: 须第二人批准的金额
            en: amount above which a second approver approves
            kind: amount
            reference-day: payment
            values:
              - { from: 2025-10-21, value: "1000000.00", clause: ZS-05, source: bureau, decision: withholding }
          - name: leader-approval-above
            zh: 须领导批准的金额
            en: amount above which a leader approves
            kind: amount
            reference-day: payment
            values:
              - { from: 2025-10-21, value: "2000000.00", clause: ZS-05, source: bureau, decision: withholding }

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
