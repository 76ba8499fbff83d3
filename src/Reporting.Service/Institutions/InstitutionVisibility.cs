using ServiceDefaults.Authentication;

namespace Reporting.Institutions;

/// <summary>A row about one institution.</summary>
internal interface IOfInstitution
{
    Institution Institution { get; }
}

/// <summary>Which bodies' rows a caller may see: those of its bureau, an operator only its own body's, a district only its district's.</summary>
internal static class InstitutionVisibility
{
    /// <summary>Who reads what Reporting holds; which rows, <see cref="VisibleTo{T}"/> decides.</summary>
    public static readonly string[] Readers =
    [
        Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Expert, Roles.FinanceMaker, Roles.FinanceApprover,
        Roles.Leader, Roles.Auditor,
    ];

    /// <summary>The institutions that the caller may see.</summary>
    public static IQueryable<Institution> VisibleTo(this IQueryable<Institution> institutions, Caller caller)
    {
        institutions = institutions.Where(i => i.Jurisdiction == caller.Jurisdiction);
        if (caller.Is(Roles.Operator))
        {
            return institutions.Where(i => i.Organisation == caller.Organisation);
        }

        return caller.Is(Roles.DistrictReviewer) ? institutions.Where(i => i.District == caller.District) : institutions;
    }

    /// <summary>The rows about institutions that the caller may see.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Caller caller)
        where T : class, IOfInstitution
    {
        rows = rows.Where(r => r.Institution.Jurisdiction == caller.Jurisdiction);
        if (caller.Is(Roles.Operator))
        {
            return rows.Where(r => r.Institution.Organisation == caller.Organisation);
        }

        return caller.Is(Roles.DistrictReviewer) ? rows.Where(r => r.Institution.District == caller.District) : rows;
    }
}
