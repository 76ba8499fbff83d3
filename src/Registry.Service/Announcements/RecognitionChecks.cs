using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Registry.Applications;
using Registry.Institutions;
using Registry.Notices;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Announcements;

/// <summary>What stands against the recognition of one body. Pure.</summary>
internal static class RecognitionChecks
{
    public const string OpenObjectionStops = "open-objection-stops";

    /// <summary>What it is decided from; the application is null where it is not on the notice.</summary>
    internal sealed record Matter(
        Application? Application, Notice Notice, bool HasOpenObjection, IReadOnlyList<Institution> Institutions, PolicyPack Pack, DateOnly IssuedOn);

    public static Outcome<Recognition> Decide(AnnounceRecognition.CentreToAnnounce centre, Matter matter, Caller caller)
    {
        var clause = matter.Pack.ClauseOf(Procedure.Announcement);
        if (matter.Application is not { } application)
        {
            return Refusal.BadInput("applicationId", centre.ApplicationId, "该申请不在本次公示的名单上。", "This application is not on the notice.");
        }

        var facts = ApplicationFacts.Of(JsonElement.Parse(application.Answers), matter.Pack);
        var institution = Find(application, matter.Institutions);
        var refused = CheckStatus(application, clause)
            ?? application.CheckSeparation(caller, clause)
            ?? CheckRoute(application, matter.Pack, clause)
            ?? CheckObjections(application, matter)
            ?? CheckStanding(institution, clause)
            ?? CheckLegalPerson(facts, institution, matter.Institutions, clause)
            ?? CheckBegunAnew(application, institution, clause)
            ?? CheckDay(institution, matter.IssuedOn, clause);
        if (refused is not null)
        {
            return refused;
        }

        return RecognisedName.Make(matter.Pack, centre.Field?.Trim(), facts.ProjectName, matter.IssuedOn, clause).Accepted(out var name, out var misnamed)
            ? new Recognition(application, facts, institution ?? Institution.Found(application, facts, name), name, application.RouteUnder(matter.Pack)!.Becomes)
            : misnamed;
    }

    private static Refusal? CheckStatus(Application application, string clause) =>
        application.Status == ApplicationStatus.OnNotice
            ? null
            : application.NotNow(
                clause,
                application.Status is ApplicationStatus.Recognised or ApplicationStatus.Filed ? "该申请已经认定。" : "该申请已不在公示名单上，不能认定。",
                application.Status is ApplicationStatus.Recognised or ApplicationStatus.Filed ? "This application has been announced already." : "This application is not on notice any more, so it cannot be recognised.");

    // What stands on a notice took a route that ends with an announcement; a notice may also precede a filing (EO-07).
    private static Refusal? CheckRoute(Application application, PolicyPack pack, string clause) =>
        application.RouteUnder(pack) is { } route && route.Takes(Procedure.Announcement)
            ? null
            : Refusal.Conflict("other-route", clause, $"“{application.Title}”的办理路径不经发文公布。", $"The route of '{application.Title}' has no announcement.")
                .With("applicationId", application.Id);

    // ZS-16: until it is verified and decided, an objection stops its body; the others go on.
    private static Refusal? CheckObjections(Application application, Matter matter) =>
        matter.HasOpenObjection && matter.Pack.Says(OpenObjectionStops, matter.IssuedOn)
            ? Refusal.Conflict(
                    "objection-open",
                    matter.Notice.Clause,
                    $"对“{application.Title}”的异议尚未核实处理完毕，暂不得认定；名单上的其他申请不受影响。",
                    $"An objection to '{application.Title}' is not decided yet, so it cannot be recognised; the others on the notice can.")
                .With("title", application.Title)
            : null;

    private static Refusal? CheckStanding(Institution? institution, string clause) =>
        institution is null || institution.Standing == Standings.UnderConstruction || (Standings.HasEnded(institution.Standing) && institution.Standing != Standings.Merged)
            ? null
            : Refusal.Conflict(
                    "recognised-already", clause, $"“{institution.Name}”现为已认定或已并入其他中心，不能再次认定。", $"'{institution.Name}' is recognised or merged already and cannot be recognised again.")
                .With("institutionId", institution.Id)
                .With("standing", institution.Standing);

    // ZS-10: a centre is a legal person of its own; whoever is recognised as one is not recognised as a second under another body's name.
    private static Refusal? CheckLegalPerson(ApplicationFacts facts, Institution? institution, IReadOnlyList<Institution> institutions, string clause) =>
        institutions.FirstOrDefault(other => other.Id != institution?.Id
            && facts.CentreCode is not null && other.CentreCode == facts.CentreCode && Standings.IsRecognised(other.Standing)) is { } other
            ? Refusal.Conflict(
                    "legal-person-recognised",
                    clause,
                    $"“{facts.CentreName}”（{facts.CentreCode}）已认定为“{other.Name}”，一个法人只能认定一个中心。",
                    $"'{facts.CentreName}' ({facts.CentreCode}) is recognised as '{other.Name}' already; a legal person is recognised as one centre.")
                .With("centreCode", facts.CentreCode)
                .With("otherInstitutionId", other.Id)
            : null;

    // What a body became later stands above an earlier date: a recognition dated before it would recognise nobody.
    private static Refusal? CheckDay(Institution? institution, DateOnly issuedOn, string clause) =>
        institution is null || issuedOn >= institution.StandingSince
            ? null
            : Refusal.Conflict(
                    "recognised-before-standing",
                    clause,
                    $"“{institution.Name}”自 {institution.StandingSince:yyyy-MM-dd} 起为现状态，认定文件的日期不得早于该日。",
                    $"'{institution.Name}' has its present standing since {institution.StandingSince:yyyy-MM-dd}; a recognition cannot be dated before it.")
                .With("institutionId", institution.Id)
                .With("standing", institution.Standing)
                .With("standingSince", institution.StandingSince)
                .With("issuedOn", issuedOn);

    // ZS-20, ZS-22: a body that is gone applies again (再次申请); what it had handed in before its end was known is spent.
    private static Refusal? CheckBegunAnew(Application application, Institution? institution, string clause)
    {
        if (institution is null || StandingOn.LastEnd(institution.History) is not { RecordedAt: var end })
        {
            return null;
        }

        var handedIn = application.Steps.Where(step => step.Kind is StepKind.Submitted or StepKind.Resubmitted).Max(step => step.At);
        return handedIn >= end
            ? null
            : Refusal.Conflict(
                    "handed-in-before-end",
                    clause,
                    $"“{institution.Name}”已失去资格，该申请提交在前，不能据以认定，须重新申报。",
                    $"'{institution.Name}' has lost its standing since this application was handed in; it has to apply again.")
                .With("institutionId", institution.Id)
                .With("standing", institution.Standing)
                .With("standingSince", institution.StandingSince);
    }

    /// <summary>
    /// The institution that the application is about: the one it names, else the one that is the same body. A centre that lost its
    /// recognition and is recognised again stays the same institution, with the years that it has used (ZS-04) and its clock (ZS-08).
    /// </summary>
    private static Institution? Find(Application application, IReadOnlyList<Institution> institutions) =>
        institutions.FirstOrDefault(i => i.Id == application.InstitutionId)
        ?? institutions
            .Where(SameBody.Of(application.Programme, application.Jurisdiction, application.Organisation, application.Category, application.CentreCode).Compile())
            .LastOrDefault(institution => institution.IsAt(application.Place));
}
