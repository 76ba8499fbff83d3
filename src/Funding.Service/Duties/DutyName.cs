namespace Funding.Duties;

/// <summary>Where a duty stands on a finance officer's today.</summary>
internal enum DutySection
{
    /// <summary>Another person proposed it (P-5).</summary>
    ToApprove,

    /// <summary>It is to be done, or its day is near.</summary>
    Due,

    /// <summary>Its day is over.</summary>
    Overdue,

    /// <summary>Payments are stopped until somebody lets them go.</summary>
    Held,

    /// <summary>Books and bank do not say the same.</summary>
    Differs,
}

/// <summary>What may wait for a finance officer.</summary>
internal enum DutyName
{
    Appropriations,
    AppropriationChanges,
    Advances,
    Grants,
    AdvancesOfLeader,
    GrantsOfLeader,
    RunsToSeal,
    PayeeAccounts,
    SettlementRuns,
    ClawbackDecisions,
    WriteOffs,
    DeadlineCases,
    SpendingToConfirm,
    RewardDecisions,
    Histories,
    PaymentsToGather,
    RunsUnanswered,
    PaymentsFallen,
    ResultsToSettle,
    ClaimsToAssess,
    StatementsToVerify,
    NoticesToIssue,
    NoticesToDeliver,
    ClawbacksDueSoon,
    Objections,
    ObjectionsToFollow,
    RefundsDue,
    RefundsToPay,
    DaysToReconcile,
    YearsToClose,
    DeadlinesEnding,
    ClawbacksOverdue,
    ClawbacksEscalated,
    HoldsToRelease,
    HeldBodies,
    Differences,
    UnmatchedReceipts,
}
