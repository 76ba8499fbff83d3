namespace Funding.BureauTables;

/// <summary>What a bureau's table tells of.</summary>
internal enum TableKind
{
    /// <summary>What was paid, row by row; a wide table tells a year's grade and what came back in the same row.</summary>
    Payments,

    /// <summary>The grade of a body's year (ZS-06).</summary>
    Reviews,

    /// <summary>What was claimed back and what came back (ZS-07).</summary>
    Recoveries,

    /// <summary>Invoices about what the money was spent on (ZS-08).</summary>
    Invoices,

    /// <summary>What companies were subsidised on their claims, row by row (HB-04).</summary>
    Claims,

    /// <summary>When a body was recognised, delisted or lost its recognition (ZS-08, ZS-20, ZS-22).</summary>
    Standings,
}

/// <summary>The unit in which a table writes money.</summary>
internal enum AmountUnit
{
    /// <summary>Whole fen.</summary>
    Fen = 1,

    /// <summary>Yuan, with at most two decimals.</summary>
    Yuan = 100,

    /// <summary>Ten thousand yuan, as budgets are written.</summary>
    TenThousandYuan = 1_000_000,
}
