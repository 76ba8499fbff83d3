using Contracts.Funding;

namespace Reporting.Dashboards;

/// <summary>A programme's money of one fiscal year: the newest state that Funding published. Amounts in fen.</summary>
internal sealed class ProgrammeYear
{
    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>The version of the state below; an older one never overwrites it.</summary>
    public long Version { get; set; }

    public long? CapFen { get; set; }

    public long AppropriatedFen { get; set; }

    public long CommittedFen { get; set; }

    public long PaidFen { get; set; }

    public long EntitledFen { get; set; }

    public long RecoveredFen { get; set; }

    public long OutstandingFen { get; set; }

    /// <summary>What events about it are kept under.</summary>
    public static string SubjectOf(YearChanged said) => $"year/{said.Jurisdiction}/{said.Programme}/{said.FiscalYear}";

    public static ProgrammeYear From(YearChanged said) => new() { Jurisdiction = said.Jurisdiction, Programme = said.Programme, FiscalYear = said.FiscalYear };

    /// <summary>Takes a state over; an older one changes nothing.</summary>
    public void Take(YearChanged said)
    {
        if (said.Version < Version)
        {
            return;
        }

        (Version, CapFen, AppropriatedFen, CommittedFen) = (said.Version, said.CapFen, said.AppropriatedFen, said.CommittedFen);
        (PaidFen, EntitledFen, RecoveredFen, OutstandingFen) = (said.PaidFen, said.EntitledFen, said.RecoveredFen, said.OutstandingFen);
    }
}
