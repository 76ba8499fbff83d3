using Contracts.Registry;
using Policies;
using Registry.Institutions;

namespace Registry.PapersOnFile;

/// <summary>Why a paper that ought to be on file is not.</summary>
internal enum GapReason
{
    /// <summary>None was filed, or the last one was given up.</summary>
    Missing,

    /// <summary>It is entered, but no file of it is there.</summary>
    WithoutFile,

    /// <summary>It has run out.</summary>
    Expired,
}

/// <summary>A gap in the papers, with the clause that asks for the paper.</summary>
internal sealed record PaperGap(string Kind, Label Label, string Clause, GapReason Reason, string? Title, DateOnly? ExpiredOn);

/// <summary>What is missing on a day (ZS-24, ZS-27, ZS-31). Shown, never a ground by itself.</summary>
internal static class PaperGaps
{
    public static IReadOnlyList<PaperGap> On(DateOnly day, Institution institution, Holdings holdings, PolicyPack pack)
    {
        var standing = StandingOn.Find(institution.History, day)?.Standing;
        return standing is null || !(standing == Standings.UnderConstruction || Standings.IsRecognised(standing))
            ? []
            : [.. pack.Papers.SelectMany(kind => Of(kind, IsNeeded(kind, institution, standing), day, holdings))];
    }

    private static bool IsNeeded(PackPaper kind, Institution institution, string standing) => kind.Required switch
    {
        PaperNeed.Recognised => Standings.IsRecognised(standing),
        // ZS-24: whoever builds jointly has an agreement that names each party's duties.
        PaperNeed.Joint => institution.IsJointlyBuilt,
        _ => true,
    };

    private static IEnumerable<PaperGap> Of(PackPaper kind, bool needed, DateOnly day, Holdings holdings)
    {
        var newest = holdings.Newest(day).Where(held => held.Paper.Kind == kind.Name && !(held.Paper.EndedOn < day)).ToList();
        var expired = newest.Where(held => !held.On(day)).Select(held => Gap(GapReason.Expired, held)).ToList();
        var inForce = newest.Where(held => held.On(day)).ToList();
        return !needed || inForce.Exists(held => held.Paper.IsThere)
            ? expired
            : inForce.Select(held => Gap(GapReason.WithoutFile, held)).Concat(expired).DefaultIfEmpty(Gap(GapReason.Missing, null));

        PaperGap Gap(GapReason reason, HeldPaper? held) =>
            new(kind.Name, kind.Label, kind.Citation.ClauseId, reason, held?.Paper.Title, reason == GapReason.Expired ? held?.To : null);
    }
}
