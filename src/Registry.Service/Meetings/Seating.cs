using System.Text.Json;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Registers;

namespace Registry.Meetings;

/// <summary>Who holds a seat, as the register of seats says.</summary>
internal sealed record SeatHolder(string Seat, string Name, string? OrganisationName, string? OrganisationCode);

/// <summary>Reads who holds which seat of a leading group on a day: seats are posts (SD-03), their holders entries of a register.</summary>
internal static class Seating
{
    /// <summary>The holders by seat; of two on the day of a handing-over the later one.</summary>
    public static async Task<IReadOnlyDictionary<string, SeatHolder>> SeatHoldersAsync(
        this RegistryDb db, PolicyPack pack, DateOnly day, CancellationToken cancellationToken)
    {
        var entries = await db.RegisterEntries.AsNoTracking()
            .Where(e => e.Jurisdiction == pack.Jurisdiction && e.Programme == pack.Programme && e.Register == LeadingGroup.Register)
            .Where(e => e.State != RegisterEntry.Draft && e.From <= day && (e.Until == null || e.Until >= day) && (e.EndedOn == null || e.EndedOn > day))
            .Select(e => new { e.Id, e.From, e.Answers })
            .ToListAsync(cancellationToken);
        return entries.OrderBy(e => e.From).ThenBy(e => e.Id)
            .Select(e => Read(JsonElement.Parse(e.Answers)))
            .GroupBy(holder => holder.Seat, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

    private static SeatHolder Read(JsonElement answers) => new(
        ApplicationFacts.Text(answers, LeadingGroup.SeatField) ?? "",
        ApplicationFacts.Text(answers, LeadingGroup.NameField) ?? "",
        ApplicationFacts.Text(answers, LeadingGroup.OrganisationField),
        SocialCreditCode.TryParse(ApplicationFacts.Text(answers, LeadingGroup.OrganisationCodeField), out var code) ? code.Value : null);
}
