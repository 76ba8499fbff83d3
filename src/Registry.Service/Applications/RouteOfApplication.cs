using System.Text.Json;
using Policies;
using Registry.Packs;

namespace Registry.Applications;

/// <summary>The way that an application takes under a pack; what a programme does differently stands there.</summary>
internal static class RouteOfApplication
{
    private static readonly string[] Deciding =
        [Procedure.Decision, Procedure.CaseDecision, Procedure.GroupDecision, Procedure.ConstructionEntry, Procedure.Filing];

    /// <summary>The route that the answers fit; null for a draft that does not say yet.</summary>
    public static Route? RouteUnder(this Application application, PolicyPack pack) => pack.Route(JsonElement.Parse(application.Answers));

    /// <summary>The step of its route at which it is decided whether it goes through.</summary>
    public static string DecidingStep(this Application application, PolicyPack pack) =>
        application.RouteUnder(pack)?.Steps.FirstOrDefault(step => Deciding.Contains(step, StringComparer.Ordinal)) ?? Procedure.Decision;

    /// <summary>The status in which a step of the route finds the application: what the step before it left.</summary>
    public static ApplicationStatus StatusBefore(this Route route, string step) =>
        route.Steps.TakeWhile(taken => taken != step && route.Takes(step)).LastOrDefault(taken => taken is Procedure.Recommendation or Procedure.Decision or Procedure.Notice) switch
        {
            Procedure.Decision => ApplicationStatus.Proposed,
            Procedure.Notice => ApplicationStatus.OnNotice,
            _ => ApplicationStatus.Recommended,
        };
}
