namespace Registry.Applications;

/// <summary>Where an application stands on its way from the applicant to the city.</summary>
internal enum ApplicationStatus
{
    /// <summary>Being written; only the applicant sees it.</summary>
    Draft,

    /// <summary>With the district for review.</summary>
    Submitted,

    /// <summary>Sent back to the applicant with a reason for each field.</summary>
    Returned,

    /// <summary>With the district again, after a return.</summary>
    Resubmitted,

    /// <summary>On a recommendation list, with the city (ZS-14).</summary>
    Recommended,

    /// <summary>Decided by the city: an institution under construction came of it (ZS-30).</summary>
    Entered,

    /// <summary>In a selection: experts score it (ZS-15).</summary>
    UnderReview,

    /// <summary>The city's decision on a selection left it out (ZS-26).</summary>
    NotSelected,

    /// <summary>On the list that the city decided (ZS-26).</summary>
    Proposed,

    /// <summary>Posted in a public notice (ZS-16).</summary>
    OnNotice,

    /// <summary>Recognised by the announcing document (ZS-17).</summary>
    Recognised,

    /// <summary>Filed on the register (EO-07, EO-08, SD-11).</summary>
    Filed,

    /// <summary>Refused with a reason, by the district or the city; after an objection that was upheld, too (ZS-16).</summary>
    Refused,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn,
}
