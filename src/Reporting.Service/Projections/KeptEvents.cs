using System.Reflection;
using Contracts;
using Contracts.Funding;
using Contracts.Registry;
using Messaging;
using Reporting.Dashboards;
using Reporting.Registers;

namespace Reporting.Projections;

/// <summary>The events that Reporting projects from, and what each is about.</summary>
internal static class KeptEvents
{
    /// <summary>Before the key of an institution: all that is projected of one body.</summary>
    public const string OfInstitution = "institution/";

    public static MessagingBuilder KeepProjected(this MessagingBuilder messages) => messages
        .Keep<InstitutionChanged>(e => SubjectOf(e.InstitutionId))
        .Keep<PapersChanged>(e => SubjectOf(e.InstitutionId))
        .Keep<AdvancePaid>(e => SubjectOf(e.InstitutionId))
        .Keep<PaymentReversed>(e => SubjectOf(e.InstitutionId))
        .Keep<YearSettled>(e => SubjectOf(e.InstitutionId))
        .Keep<SpendingConfirmed>(e => SubjectOf(e.InstitutionId))
        .Keep<EntryChanged>(CountedEntry.SubjectOf)
        .Keep<YearChanged>(ProgrammeYear.SubjectOf);

    /// <summary>The stable name of an event.</summary>
    public static string NameOf<TEvent>() => typeof(TEvent).GetCustomAttribute<EventNameAttribute>()!.Name;

    private static string SubjectOf(Guid institutionId) => $"{OfInstitution}{institutionId:N}";
}
