using Contracts.Refusals;

namespace Registry.Applications;

/// <summary>A reason that somebody will have to live with: never empty, never endless.</summary>
internal static class Reasons
{
    public const int MaxLength = 2000;

    /// <summary>The refusal of a reason that says nothing or too much; null where it will do.</summary>
    public static Refusal? Check(string field, string? reason) => reason?.Trim().Length switch
    {
        null or 0 => Refusal.BadInput(field, reason, "请写明理由。", "Give a reason."),
        > MaxLength => Refusal.BadInput(
            field, reason.Length, $"理由不得超过 {MaxLength} 字。", $"The reason is longer than {MaxLength} characters."),
        _ => null,
    };
}
