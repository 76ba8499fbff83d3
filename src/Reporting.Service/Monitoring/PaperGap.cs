using Contracts.Registry;
using Policies;
using PaperOnFile = Reporting.Papers.PaperOnFile;

namespace Reporting.Monitoring;

/// <summary>Why a paper that ought to be on file is not.</summary>
internal enum GapReason
{
    /// <summary>None holds on the day.</summary>
    Missing,

    /// <summary>It has run out.</summary>
    Expired,
}

/// <summary>A gap in a body's papers, with the clause that asks for the paper (ZS-24, ZS-27, ZS-31).</summary>
internal sealed record PaperGap(string Kind, Label Label, string Clause, GapReason Reason, string? Title, DateOnly? ExpiredOn);

/// <summary>What is missing on a day. Shown, never a ground by itself.</summary>
internal static class PaperGaps
{
    /// <summary>The gaps of a body of this standing.</summary>
    /// <param name="standing">Its standing on the day; null before it existed.</param>
    /// <param name="jointlyBuilt">Whether several parties build it together.</param>
    /// <param name="papers">What it has on file.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<PaperGap> On(
        string? standing, bool jointlyBuilt, IReadOnlyCollection<PaperOnFile> papers, PolicyPack pack, DateOnly day) =>
        standing is null || !(standing == Standings.UnderConstruction || Standings.IsRecognised(standing))
            ? []
            : [.. pack.Papers.SelectMany(kind => Of(kind, IsNeeded(kind, standing, jointlyBuilt), [.. papers.Where(p => p.Kind == kind.Name && p.ValidFrom <= day)], day))];

    private static bool IsNeeded(PackPaper kind, string standing, bool jointlyBuilt) => kind.Required switch
    {
        PaperNeed.Recognised => Standings.IsRecognised(standing),
        // ZS-24: whoever builds jointly has an agreement that names each party's duties.
        PaperNeed.Joint => jointlyBuilt,
        _ => true,
    };

    private static List<PaperGap> Of(PackPaper kind, bool needed, IReadOnlyCollection<PaperOnFile> begun, DateOnly day)
    {
        var inForce = begun.Where(paper => paper.ExpiresOn is null || paper.ExpiresOn >= day).Select(paper => paper.Title).ToHashSet(StringComparer.Ordinal);
        var expired = begun.Where(paper => paper.ExpiresOn < day && !inForce.Contains(paper.Title)).Select(paper => Gap(GapReason.Expired, paper)).ToList();
        return needed && inForce.Count == 0 && expired.Count == 0 ? [Gap(GapReason.Missing, null)] : expired;

        PaperGap Gap(GapReason reason, PaperOnFile? paper) =>
            new(kind.Name, kind.Label, kind.Citation.ClauseId, reason, paper?.Title, paper?.ExpiresOn);
    }
}
