using Registry.Registers;
using ServiceDefaults.Authentication;

namespace Registry.Matches;

/// <summary>Who answers for an entry: an organisation for its own, and whoever keeps the register for those that nobody else does.</summary>
internal static class Speaking
{
    /// <summary>Whether the caller who opened the entry answers for it.</summary>
    public static bool IsSpokenFor(this OpenEntry open) => IsSpokenFor(open.Entry, open.Rules, open.Caller);

    /// <summary>For which of these entries the caller answers; one look at the rules of each register.</summary>
    public static async Task<IReadOnlySet<Guid>> SpokenForAsync(
        this RegisterDesk desk, IReadOnlyList<RegisterEntry> entries, Caller caller, CancellationToken cancellationToken)
    {
        var spokenFor = new HashSet<Guid>();
        foreach (var register in entries.GroupBy(entry => (entry.Programme, entry.Register)))
        {
            if ((await desk.RulesOfAsync(register.First(), caller, cancellationToken)).Accepted(out var rules, out _))
            {
                spokenFor.UnionWith(register.Where(entry => IsSpokenFor(entry, rules, caller)).Select(entry => entry.Id));
            }
        }

        return spokenFor;
    }

    private static bool IsSpokenFor(RegisterEntry entry, RegisterRules rules, Caller caller) =>
        entry.KeeperRole(rules.Register, caller) is { } role && (role == Roles.Operator || entry.Organisation is null);
}
