using Microsoft.EntityFrameworkCore;
using Registry.Institutions;
using Registry.Invitations;
using Registry.Places;

namespace Registry.Data;

/// <summary>The mapping of places and invitations.</summary>
internal static class PlacesModel
{
    public static void DescribePlaces(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Place>(row =>
        {
            row.Property(place => place.Code).HasMaxLength(40);
            row.Property(place => place.Kind).HasMaxLength(20);
            row.Property(place => place.Parent).HasMaxLength(40);
            row.HasIndex(place => new { place.Jurisdiction, place.Code }).IsUnique();
        });

        // EI-12, EI-13: a park asks for its own.
        modelBuilder.Entity<Institution>().HasIndex(institution => new { institution.Jurisdiction, institution.Park, institution.Id });
        modelBuilder.Entity<Invitation>(row =>
        {
            row.Property(invitation => invitation.OrganisationCode).HasMaxLength(18);
            row.Property(invitation => invitation.CodeHash).HasMaxLength(64);
            row.HasIndex(invitation => invitation.CodeHash).IsUnique();
            row.HasIndex(invitation => new { invitation.Jurisdiction, invitation.District, invitation.Status, invitation.Id });
            row.HasIndex(invitation => new { invitation.OrganisationCode, invitation.Status });
        });
    }
}
