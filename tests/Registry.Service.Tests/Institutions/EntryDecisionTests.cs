using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Policies.Loading;
using Registry.Applications;
using Registry.CaseDecisions;
using Registry.Institutions;
using Registry.Meetings;
using Registry.Notices;
using Registry.Packs;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Registry.Tests.Institutions;

/// <summary>What a filing rests on, by the route of its pack (EO-07, SD-03, SD-11).</summary>
public sealed class EntryDecisionTests
{
    private static readonly DateOnly Listed = new(2026, 3, 2);
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTime Now = new(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Caller City = new("office", "office", new HashSet<string>([Roles.CityReviewer], StringComparer.Ordinal), "shangdang");

    [Theory]
    [InlineData(null, "2026-03-10", "no-resolution", "SD-03")]
    [InlineData("2026-03-06", "2026-03-05", "filed-before-decided", "SD-03")]
    [InlineData("2026-03-06", "2026-03-06", null, null)]
    public void An_enclave_is_filed_on_the_groups_resolution(string? heldOn, string decidedOn, string? code, string? clause)
    {
        var application = Recommended(Programme.Enclaves);
        var resolution = heldOn is null ? null : new Resolution(Guid.CreateVersion7(), application.Id, null, Guid.CreateVersion7(), "纪要1号", Day(heldOn));

        var filed = File(application, Programme.Enclaves.Pack, Day(decidedOn), new EntryGrounds(Resolution: resolution));

        (filed.Refusal?.Code, filed.Refusal?.Clause).ShouldBe((code, clause));
        if (filed.Accepted(out var institution, out _))
        {
            (institution.Standing, application.Status).ShouldBe((Standings.Filed, ApplicationStatus.Filed));
        }
    }

    [Theory]
    [InlineData(null, "2026-03-10", false, "notice-needed")]
    [InlineData("2026-03-09", "2026-03-09", false, "notice-not-over")]
    [InlineData("2026-03-09", "2026-03-10", true, "objection-open")]
    [InlineData("2026-03-09", "2026-03-10", false, null)]
    public void Where_the_bureau_wants_a_notice_of_cases_none_is_filed_before_it_is_over(string? lastDay, string decidedOn, bool objected, string? code)
    {
        var noticed = Programme.Offshore.Pack.Content.Replace(
            "      - { from: 2025-01-01, value: false, clause: EO-07, source: bureau, decision: case-by-case }",
            "      - { from: 2025-01-01, value: true, clause: EO-07, source: bureau, decision: case-by-case }",
            StringComparison.Ordinal);
        noticed.ShouldNotBe(Programme.Offshore.Pack.Content);
        PackLoader.Load(noticed, "noticed").Accepted(out var pack, out var unreadable).ShouldBeTrue(unreadable?.En);
        var application = Recommended(Programme.Offshore, "regional");
        var grounds = new EntryGrounds(Decided(application), Notice: lastDay is null ? null : Posted(Day(lastDay)), HasOpenObjection: objected);

        File(application, pack!, Day(decidedOn), grounds).Refusal?.Code.ShouldBe(code);
    }

    private static Outcome<Institution> File(Application application, PolicyPack pack, DateOnly decidedOn, EntryGrounds grounds) =>
        EnterInstitution.Decide(application, Procedure.Filing, new("备〔2026〕1号", decidedOn), grounds, pack, null, City, Today, Now);

    private static Application Recommended(Programme programme, string? type = null)
    {
        var answers = programme.Answers(Papers.NewOrganisation());
        if (type is not null)
        {
            (answers["type"], answers["operatingSince"]) = (type, "2026-01-05");
        }

        var application = new Application
        {
            Programme = programme.Name,
            Jurisdiction = programme.Jurisdiction,
            District = programme.District,
            Organisation = answers["implementingBodyCode"]!.GetValue<string>(),
            StartedOn = Listed,
            SubmittedOn = Listed,
            Answers = answers.ToJsonString(),
        };
        var listed = application.Step(StepKind.Recommended, new Caller("district", "district", new HashSet<string>()), Roles.DistrictReviewer, "P-5", Now);
        (listed.DocumentNumber, listed.DocumentDate) = ("推荐1号", Listed);
        application.Apply(listed);
        return application;
    }

    private static CaseDecision Decided(Application application) => new()
    {
        Programme = application.Programme,
        Jurisdiction = application.Jurisdiction,
        Kind = CaseDecisionKind.Body,
        SubjectName = "某中心",
        SubjectCode = application.Organisation,
        Terms = "同意",
        DocumentNumber = "决定1号",
        DecidedOn = Listed,
        Clause = "EO-07",
        Status = CaseDecisionStatus.Confirmed,
        RecordedAt = Now,
        RecordedBySubject = "one",
        RecordedByName = "one",
        RecorderCountsAs = [],
    };

    private static Notice Posted(DateOnly lastDay) => new()
    {
        Programme = Programme.Offshore.Name,
        Jurisdiction = "ezhou",
        SelectionId = Guid.CreateVersion7(),
        DocumentNumber = "公示1号",
        PostedOn = Listed,
        WorkingDays = [lastDay],
        LastDay = lastDay,
        ByTestCalendar = false,
        Clause = "EO-08",
        PostedAt = Now,
        PostedBySubject = "one",
        PostedByName = "one",
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, provider: null);
}
