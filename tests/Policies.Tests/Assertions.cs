using Contracts.Refusals;
using Shouldly;

namespace Policies.Tests;

internal static class Assertions
{
    internal static T ShouldContainOnce<T>(this IEnumerable<T> items, Func<T, bool> wanted)
    {
        var all = items.ToList();
        all.Count(wanted).ShouldBe(1, string.Join("\n", all));
        return all.Single(wanted);
    }

    internal static void ShouldHaveNone(this (string, string Problems) check, int line) => check.Problems.ShouldBeEmpty($"line {line}: the form itself");

    internal static T ShouldBeAccepted<T>(this Outcome<T> outcome) where T : notnull =>
        outcome.Accepted(out var value, out var refusal) ? value : throw new ShouldAssertException($"refused: {refusal.Code} {refusal.En}");

    internal static Refusal ShouldBeRefused<T>(this Outcome<T> outcome, string code) where T : notnull
    {
        outcome.Accepted(out var value, out var refusal).ShouldBeFalse($"accepted: {value}");
        refusal!.Code.ShouldBe(code);
        return refusal;
    }
}
