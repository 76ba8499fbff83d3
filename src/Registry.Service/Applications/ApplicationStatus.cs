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

    /// <summary>Refused with a reason, by the district or the city.</summary>
    Refused,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn,
}
