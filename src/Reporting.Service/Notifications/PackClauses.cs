using Policies;

namespace Reporting.Notifications;

/// <summary>The clause that a notice quotes.</summary>
internal static class PackClauses
{
    /// <summary>The clause of a step by its key, or by its kind; null where the procedure has no such step, or no pack has arrived.</summary>
    public static string? ClauseOfStep(this PolicyPack? pack, string step) =>
        (pack?.Procedure.FirstOrDefault(s => s.Key == step) ?? pack?.Procedure.FirstOrDefault(s => s.Kind == step))?.Citation.ClauseId;
}
