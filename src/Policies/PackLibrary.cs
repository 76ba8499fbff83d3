using System.Collections.Immutable;
using Contracts.Refusals;
using Policies.Loading;

namespace Policies;

/// <summary>Packs by programme and version. Safe for parallel use; a pack once in never changes.</summary>
public sealed class PackLibrary
{
    private ImmutableList<PolicyPack> packs = [];

    /// <summary>Every pack, by programme and version.</summary>
    public IEnumerable<PolicyPack> Packs =>
        Volatile.Read(ref packs).OrderBy(p => p.Programme, StringComparer.Ordinal).ThenBy(p => p.From);

    /// <summary>Reads every pack of a policies folder: <c>policies/PROGRAMME/DATE.yaml</c>.</summary>
    /// <exception cref="PolicyException">A file does not load, or stands under a name that is not its own.</exception>
    public static PackLibrary FromFolder(string policies)
    {
        var library = new PackLibrary();
        foreach (var file in PackFiles(policies))
        {
            var pack = PackLoader.LoadFile(file);
            var expected = Path.Combine(pack.Programme, $"{pack.From:yyyy-MM-dd}.yaml");
            if (!file.EndsWith(expected, StringComparison.Ordinal))
            {
                throw new PolicyException(Refusal.Conflict("pack-misplaced", file, $"文件 {file} 应存为 {expected}。", $"{file} should be stored as {expected}."));
            }

            if (!library.Add(pack).Accepted(out _, out var refusal))
            {
                throw new PolicyException(refusal);
            }
        }

        return library;
    }

    /// <summary>The pack files of a policies folder, without worked examples and calendars.</summary>
    public static IEnumerable<string> PackFiles(string policies) =>
        Directory.EnumerateDirectories(policies).Where(d => Path.GetFileName(d) != "calendars")
            .SelectMany(d => Directory.EnumerateFiles(d, "*.yaml")).Where(f => !f.EndsWith(".examples.yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Adds a pack. The same content again changes nothing; another content for the same programme and day is refused.</summary>
    public Outcome<PolicyPack> Add(PolicyPack pack)
    {
        ImmutableInterlocked.Update(ref packs, (all, added) => all.Exists(p => SameVersion(p, added)) ? all : all.Add(added), pack);
        var known = Volatile.Read(ref packs).Find(p => SameVersion(p, pack))!;
        return known.Hash == pack.Hash
            ? known
            : Refusal.Conflict("pack-overlaps", "from", $"{pack.Programme} 已有自 {pack.From:yyyy-MM-dd} 起施行的版本，内容不同；请另定施行日。", $"{pack.Programme} already has a version from {pack.From:yyyy-MM-dd} with another content; choose another first day.")
                .With("programme", pack.Programme).With("hash", known.Hash);
    }

    /// <summary>Adds a pack as it was published under its hash.</summary>
    /// <exception cref="PolicyException">It is another text, does not load, or overlaps another version.</exception>
    public void AddPublished(string content, string hash)
    {
        if (!Add(PackLoader.LoadPublished(content, hash)).Accepted(out _, out var overlap))
        {
            throw new PolicyException(overlap);
        }
    }

    /// <summary>The pack with this content, null where it is not known.</summary>
    public PolicyPack? ByHash(string hash) => Volatile.Read(ref packs).Find(p => p.Hash == hash);

    /// <summary>The version that rules what runs on a day, ended or not (P-6); null before the first.</summary>
    public PolicyPack? Ruling(string programme, DateOnly day) =>
        Volatile.Read(ref packs).Where(p => p.Programme == programme && p.From <= day).MaxBy(p => p.From);

    /// <summary>The version under which something new may begin on a day; refused for a draft, before the first and after the end (P-6).</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="day">The day.</param>
    /// <param name="adopted">Whether the bureau has adopted a draft.</param>
    /// <param name="extendedUntil">The last day to which the bureau has extended the plan; null = not extended.</param>
    public Outcome<PolicyPack> InForce(string programme, DateOnly day, bool adopted = false, DateOnly? extendedUntil = null)
    {
        var refusal = Ruling(programme, day) switch
        {
            null => Refusal.Conflict("policy-unknown", "P-6", $"{day:yyyy-MM-dd} 没有施行中的政策“{programme}”。", $"No policy '{programme}' is in force on {day:yyyy-MM-dd}."),
            { Status: PackStatus.Draft } pack when !adopted => Refusal.Conflict("policy-draft", "P-6", $"“{pack.Title.Zh}”尚为征求意见稿，未施行。", $"'{pack.Title.En}' is a consultation draft and without effect."),
            { Until: { } end } pack when Later(end, extendedUntil) is var until && until < day =>
                Refusal.Conflict("policy-ended", "P-6", $"“{pack.Title.Zh}”已于 {until:yyyy-MM-dd} 到期，不再受理新事项。", $"'{pack.Title.En}' ended on {until:yyyy-MM-dd} and takes nothing new."),
            { Status: PackStatus.Ended } pack => Refusal.Conflict("policy-ended", "P-6", $"“{pack.Title.Zh}”已终止，不再受理新事项。", $"'{pack.Title.En}' has ended and takes nothing new."),
            { } pack => (Outcome<PolicyPack>)pack,
        };
        return refusal;
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    private static bool SameVersion(PolicyPack one, PolicyPack other) => one.Programme == other.Programme && one.From == other.From;
}
