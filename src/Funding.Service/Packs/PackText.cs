using Policies;
using Policies.Loading;

namespace Funding.Packs;

/// <summary>Reads a pack that Registry has checked before it published it; one that does not load is a fault, not an answer.</summary>
internal static class PackText
{
    /// <summary>The pack of a text.</summary>
    /// <exception cref="PolicyException">It does not load.</exception>
    public static PolicyPack Read(string content) =>
        PackLoader.Load(content, "policy-published").Accepted(out var pack, out var refusal) ? pack : throw new PolicyException(refusal);
}
