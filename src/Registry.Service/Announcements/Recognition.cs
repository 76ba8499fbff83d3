using Contracts.Registry;
using Registry.Applications;
using Registry.Institutions;
using ServiceDefaults.Authentication;

namespace Registry.Announcements;

/// <summary>A body that nothing stands against: its application, the facts examined, the institution, and the name it gets.</summary>
internal sealed record Recognition(Application Application, ApplicationFacts Facts, Institution Institution, string Name, string Becomes)
{
    /// <summary>The body becomes recognised, or filed where its route says so, from the document's date (ZS-08, ZS-17).</summary>
    public void CarryOut(Announcement announcement, Caller caller, DateTime now)
    {
        var step = Application.Step(Becomes == Standings.Filed ? StepKind.Filed : StepKind.Recognised, caller, Roles.CityReviewer, announcement.Clause, now);
        (step.DocumentNumber, step.DocumentDate) = (announcement.DocumentNumber, announcement.IssuedOn);
        Application.Apply(step);
        Application.InstitutionId = Institution.Id;

        Institution.TakeFactsOf(Application, Facts);
        Institution.Name = Name;
        Institution.RectificationUntil = null;

        // ZS-08 asks whether it was ever recognised in time: one that is recognised again keeps its first date.
        Institution.RecognisedOn ??= announcement.IssuedOn;
        Institution.Becomes(
            Becomes, announcement.IssuedOn, new StandingDecision(announcement.DocumentNumber, announcement.IssuedOn, announcement.Clause), caller, now);
        announcement.Add(Application, Institution);
    }
}
