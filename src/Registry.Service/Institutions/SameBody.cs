using System.Linq.Expressions;
using Contracts.Registry;
using Registry.Places;

namespace Registry.Institutions;

/// <summary>
/// When two applications are about one body, whatever its project is called: years of support (ZS-04) and the two years to be recognised
/// (ZS-08) belong to the body, and a second entry must not begin them anew.
/// </summary>
internal static class SameBody
{
    /// <summary>
    /// Institutions that are the body of these parties: the same legal person as centre (ZS-10), or, where the institution is no legal
    /// person of its own yet, the same implementing body in the same key field; see <see cref="IsAt"/>. One that was merged lives on in
    /// another.
    /// </summary>
    public static Expression<Func<Institution, bool>> Of(string programme, string jurisdiction, string implementingBody, string? category, string? centre) =>
        known => known.Programme == programme && known.Jurisdiction == jurisdiction && known.Standing != Standings.Merged
            && (centre != null && known.CentreCode != null
                ? known.CentreCode == centre
                : known.ImplementingBodyCode == implementingBody && known.Category == category);

    /// <summary>Whether a body of the same parties is this one as far as its place goes: who runs one body in Shanghai and another in Shenzhen runs two (EO-13).</summary>
    public static bool IsAt(this Institution known, string? place) => AreAt(known.Place, place);

    /// <summary>The same of two places as they are written; what is not written may be anywhere.</summary>
    public static bool AreAt(string? one, string? other) => one is null || other is null || SamePlace.Is(one, other);
}
