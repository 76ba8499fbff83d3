using FsCheck;
using FsCheck.Fluent;
using Registry.Applications;
using Registry.Institutions;
using Registry.Packs;
using Registry.RecommendationLists;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Random histories of one application: no path leads to the city's entry but the one that the clauses demand.</summary>
public sealed class HistoryProperties
{
    private const string Organisation = "91330902MA2A0000XJ";
    private static readonly DateOnly Today = new(2026, 1, 5);
    private static readonly DateTime Now = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);

    private enum Act
    {
        Submit,
        Return,
        Refuse,
        Withdraw,
        Recommend,
        Enter,
    }

    [Fact]
    public void Nothing_is_entered_that_was_not_submitted_recommended_and_entered_by_three_persons()
    {
        var acts = Gen.ListOf(
            from act in Gen.Elements(Enum.GetValues<Act>())
            from who in Gen.Elements("ann", "bo", "chen")
            select (act, who));
        var entered = 0;
        Prop.ForAll(acts.ToArbitrary(), history => Holds([.. history], ref entered)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

        entered.ShouldBeGreaterThan(20, "too few histories reach the city's entry for this test to say anything");
    }

    private static bool Holds(IReadOnlyList<(Act Act, string Who)> history, ref int entered)
    {
        var application = new Application
        {
            Programme = Repository.Zhoushan.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Organisation = Organisation,
            StartedOn = Today,
            SubmittedOn = Today,
            Answers = Papers.Answers(Organisation).ToJsonString(),
        };
        foreach (var (act, who) in history)
        {
            // Everybody holds every role: only the decisions themselves keep the chain's persons apart.
            Try(application, act, Everything(who));
        }

        var steps = application.Steps;
        steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, steps.Count));
        steps.Count(step => step.Kind is StepKind.Entered or StepKind.Refused or StepKind.Withdrawn).ShouldBeLessThanOrEqualTo(1);
        if (application.Status != ApplicationStatus.Entered)
        {
            return true;
        }

        entered++;
        steps[^1].Kind.ShouldBe(StepKind.Entered);
        steps[^2].Kind.ShouldBe(StepKind.Recommended);
        steps[^3].Kind.ShouldBeOneOf(StepKind.Submitted, StepKind.Resubmitted);
        steps[^1].ActorSubject.ShouldNotBe(steps[^2].ActorSubject);
        application.FiledBy.ShouldNotContain(steps[^1].ActorSubject);
        application.FiledBy.ShouldNotContain(steps[^2].ActorSubject);
        return true;
    }

    private static void Try(Application application, Act act, Caller by)
    {
        var pack = Repository.Zhoushan;
        var reasons = new ReturnApplication.ReturnRequest([new FieldReason { Field = "projectName", Reason = "请核对" }]);
        switch (act)
        {
            case Act.Submit:
                var papers = new SubmitApplication.Papers(
                    System.Text.Json.JsonElement.Parse(application.Answers), [new FileView(Guid.CreateVersion7(), "commitment", "a.pdf", "application/pdf", 1, "")]);
                if (SubmitApplication.Decide(application, papers, [], pack, by, Today, Now).Accepted(out var submitted, out _))
                {
                    application.Apply(submitted);
                    application.Round++;
                    application.FiledFrom(by.Subject);
                }

                break;
            case Act.Recommend:
                IssueRecommendationList.Decide(
                    new(pack.Programme, "1", Today, [new(application.Id, application.Version)]),
                    new Dictionary<Guid, Application> { [application.Id] = application },
                    unmet: new Dictionary<Guid, Contracts.Refusals.Refusal>(),
                    numberTaken: false,
                    pack,
                    by,
                    Today,
                    Now);
                break;
            case Act.Enter:
                EnterInstitution.Decide(application, Procedure.ConstructionEntry, new("1", Today), new(), pack, null, by, Today, Now);
                break;
            default:
                var decided = act switch
                {
                    Act.Return => ReturnApplication.Decide(application, reasons, pack, by, Now),
                    Act.Refuse => RefuseApplication.Decide(application, new("理由"), pack, by, Now),
                    _ => WithdrawApplication.Decide(application, new("理由"), pack, by, Now),
                };
                if (decided.Accepted(out var step, out _))
                {
                    application.Apply(step);
                }

                break;
        }
    }

    private static Caller Everything(string subject) => new(
        subject,
        subject,
        new HashSet<string>([Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer], StringComparer.Ordinal),
        "zhoushan",
        "dinghai");
}
