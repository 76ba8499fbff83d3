using System.Diagnostics;

namespace Messaging.Wire;

/// <summary>Carries a trace over the database and the broker, from the request that wrote an event to its reactions.</summary>
internal static class Traces
{
    /// <summary>Name of the activity source, for telemetry.</summary>
    public const string SourceName = "Platform.Messaging";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// Continues the trace of <paramref name="traceParent"/>. Without a listener the activity is made all the same, because logs
    /// bear its trace id.
    /// </summary>
    public static Activity Continue(string name, ActivityKind kind, string? traceParent)
    {
        var parent = ActivityContext.TryParse(traceParent, null, out var known) ? known : default;
        var activity = Source.StartActivity(name, kind, parent);
        if (activity is not null)
        {
            return activity;
        }

        activity = new Activity(name);
        if (traceParent is not null)
        {
            activity.SetParentId(traceParent);
        }

        return activity.Start();
    }
}
