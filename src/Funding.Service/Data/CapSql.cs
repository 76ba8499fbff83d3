using Funding.Appropriations;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>The cap's one statement (ZS-03), which tells what it left: EF has no expression for an update that answers.</summary>
internal static class CapSql
{
    /// <summary>Commits a payment where year and cap have room for it; what is committed then, null where there is no room.</summary>
    public static async Task<long?> TakeAsync(FundingDb db, Payment payment, long capFen, CancellationToken cancellationToken)
    {
        var (output, returning) = db.Database.IsSqlServer() ? (" OUTPUT inserted.\"CommittedFen\" AS \"Value\"", "") : ("", " RETURNING \"CommittedFen\" AS \"Value\"");
        var sql = $$"""
            UPDATE "Appropriations" SET "CommittedFen" = "CommittedFen" + {0}, "Version" = "Version" + 1{{output}}
            WHERE "Id" = {1} AND "Status" = '{{nameof(AppropriationStatus.Open)}}' AND "CommittedFen" + {0} <= "AmountFen" AND "CommittedFen" + {0} <= {2}{{returning}}
            """;
        var committed = await db.Database.SqlQueryRaw<long>(sql, payment.AmountFen, payment.AppropriationId, capFen).ToListAsync(cancellationToken);
        return committed.Count == 0 ? null : committed[0];
    }
}
