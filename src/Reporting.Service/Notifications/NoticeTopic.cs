namespace Reporting.Notifications;

/// <summary>The sorts of things that persons are told of (通知类别): few, so that a person can choose for each of them.</summary>
internal enum NoticeTopic
{
    /// <summary>A last day that comes near, or is over (期限提醒).</summary>
    Deadlines,

    /// <summary>Something was decided, published or accepted (决定与结果).</summary>
    Decisions,

    /// <summary>Money was paid, returned, settled or claimed back (资金).</summary>
    Money,

    /// <summary>Something was handed in, given back or given out, and waits for whoever does it (待办事项).</summary>
    Work,

    /// <summary>What one person did waits for another (待复核事项, P-5).</summary>
    Confirmations,
}
