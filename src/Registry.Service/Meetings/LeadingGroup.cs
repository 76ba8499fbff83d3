using Policies;
using Registry.Packs;

namespace Registry.Meetings;

/// <summary>What a pack says of the group that decides on its matters (SD-03).</summary>
/// <param name="Seats">Its seats, each a post.</param>
/// <param name="Quorum">How many seats must be taken at a meeting.</param>
/// <param name="Majority">The share of those present and not recused that those in favour must exceed.</param>
/// <param name="PartiesAreRecused">Whether a chairman whose group is a party is recused.</param>
/// <param name="Clause">Where the group comes from.</param>
internal sealed record LeadingGroup(IReadOnlyList<Option> Seats, int Quorum, Ratio Majority, bool PartiesAreRecused, string Clause)
{
    /// <summary>The register whose entries say who holds which seat.</summary>
    public const string Register = "leading-group";

    /// <summary>Its fields: the seat, one of the options; who holds it; and which organisation that person chairs.</summary>
    public const string SeatField = "seat";
    public const string NameField = "name";
    public const string OrganisationField = "organisationName";
    public const string OrganisationCodeField = "organisationCode";

    private const string ChairmanOfParty = "chairman-of-party";

    /// <summary>The group on a day; null where the programme has none.</summary>
    public static LeadingGroup? Of(PolicyPack pack, DateOnly day) =>
        pack.Registers.FirstOrDefault(register => register.Name == Register) is { } register
        && register.Fields.FirstOrDefault(field => field.Name == SeatField) is { } seat
        && pack.CountOrNone("group-quorum", day) is { } quorum
        && pack.RatioOrNone("group-majority", day) is { } majority
            ? new LeadingGroup(
                seat.Options,
                quorum.Value,
                majority.Value,
                pack.ChoicesOrNone("group-recusal", day)?.Value.Contains(ChairmanOfParty, StringComparer.Ordinal) == true,
                register.Citation.ClauseId)
            : null;
}
