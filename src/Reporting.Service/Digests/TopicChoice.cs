using Contracts.Refusals;
using Reporting.Notifications;

namespace Reporting.Digests;

/// <summary>
/// How a person is told of one sort of thing, beside the inbox, which keeps everything. Where there is none, it is as everybody begins: in
/// the digest, not named in the messenger, counted by the bell.
/// </summary>
internal sealed class TopicChoice
{
    public required string Subject { get; init; }

    public required NoticeTopic Topic { get; init; }

    /// <summary>Whether it is in the digest, where one is mailed.</summary>
    public bool Digest { get; set; } = true;

    /// <summary>Whether the bureau's messenger names the person with it.</summary>
    public bool Named { get; set; }

    /// <summary>Whether the bell does not count it.</summary>
    public bool Quiet { get; set; }
}

/// <summary>What is chosen of one sort of thing; <paramref name="Carried"/> where the bureau's messenger posts it.</summary>
internal sealed record TopicView(NoticeTopic Topic, bool Digest, bool Named, bool Quiet, bool Carried);

/// <summary>Reads and changes what a person chose of each sort of thing. Pure.</summary>
internal static class TopicChoices
{
    /// <summary>Longest name in a messenger.</summary>
    public const int LongestHandle = 64;

    private static readonly NoticeTopic[] All = Enum.GetValues<NoticeTopic>();

    /// <summary>The choice for one sort of thing.</summary>
    internal sealed record Request(NoticeTopic Topic, bool Digest = true, bool Named = false, bool Quiet = false);

    /// <summary>The refusal of choices that cannot be kept; null where they can.</summary>
    /// <param name="topics">The choices.</param>
    /// <param name="handle">The name in the messenger.</param>
    /// <param name="messenger">Whether the caller's bureau has a messenger for it.</param>
    public static Refusal? Check(IReadOnlyList<Request> topics, string? handle, bool messenger)
    {
        if (topics.Any(one => one is null) || topics.DistinctBy(one => one.Topic).Count() != topics.Count)
        {
            return Refusal.BadInput("topics", topics.Count, "每类通知只能选择一次。", "Choose once for each sort of notice.");
        }

        var named = topics.Any(one => one.Named);
        if (named && !messenger)
        {
            return Refusal.Conflict(
                "messenger-not-configured",
                "P-5",
                "本局尚未配置即时通讯，或者您不是本局人员，不能选择点名。",
                "Your bureau has no messenger yet, or you are not of the bureau; nobody can be named there.");
        }

        // What reads like a call to everybody in a group names nobody.
        return handle is null && !named
            || (handle is { Length: > 0 and <= LongestHandle } && handle.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+') && !handle.Equals("all", StringComparison.OrdinalIgnoreCase))
            ? null
            : Refusal.BadInput(
                "handle",
                handle,
                $"请填写您在即时通讯中的账号或手机号，由字母、数字和 . _ - + 组成，不超过{LongestHandle}个字符。",
                $"Give your account or number in the messenger: letters, digits and . _ - +, at most {LongestHandle} characters.");
    }

    /// <summary>Takes the choices over; what is not among them is as everybody begins.</summary>
    public static void Choose(this NotificationPreference preference, IReadOnlyList<Request> topics)
    {
        foreach (var topic in All)
        {
            var asked = topics.FirstOrDefault(one => one.Topic == topic) ?? new Request(topic);
            if (preference.Choices.Find(choice => choice.Topic == topic) is not { } choice)
            {
                choice = new TopicChoice { Subject = preference.Subject, Topic = topic };
                preference.Choices.Add(choice);
            }

            (choice.Digest, choice.Named, choice.Quiet) = (asked.Digest, asked.Named, asked.Quiet);
        }
    }

    /// <summary>What is chosen, sort by sort.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="carried">What the bureau's messenger posts; null where the person has none.</param>
    public static IReadOnlyList<TopicView> View(IReadOnlyCollection<TopicChoice> choices, IReadOnlyCollection<NoticeTopic>? carried) =>
        [.. All.GroupJoin(choices, topic => topic, choice => choice.Topic, (topic, chosen) => (Topic: topic, Choice: chosen.FirstOrDefault()))
            .Select(one => new TopicView(
                one.Topic, one.Choice?.Digest ?? true, one.Choice?.Named ?? false, one.Choice?.Quiet ?? false, carried?.Contains(one.Topic) ?? false))];
}
