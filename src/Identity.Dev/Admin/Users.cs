using System.Security.Cryptography;
using System.Text;
using Identity.Dev.Realms;

namespace Identity.Dev.Admin;

/// <summary>
/// The paths of Keycloak's admin REST interface by which a person's account is bound to its organisation, and no more: users, their
/// attributes and their realm roles.
/// </summary>
internal static class Users
{
    private const int MostAtOnce = 100;

    /// <summary>A user as Keycloak represents it; a PUT leaves alone what it does not name.</summary>
    internal sealed record UserRepresentation
    {
        public string? Id { get; init; }
        public string? Username { get; init; }
        public bool? Enabled { get; init; }
        public bool? EmailVerified { get; init; }
        public string? Email { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public IReadOnlyDictionary<string, IReadOnlyList<string>>? Attributes { get; init; }
    }

    internal sealed record RoleRepresentation(string Id, string Name);

    public static void MapUsers(this RouteGroupBuilder admin)
    {
        admin.MapGet("/users", (string? username, bool? exact, Realm realm) => Results.Json(realm.Users
            .Where(user => user.ServiceAccountClientId is null && (username is null || Fits(user.Username, username, exact is true)))
            .OrderBy(user => user.Username, StringComparer.Ordinal)
            .Take(MostAtOnce)
            .Select(user => Show(user, realm))));
        admin.MapGet("/users/{id}", (string id, Realm realm) => With(realm, id, user => Results.Json(Show(user, realm))));
        admin.MapPut("/users/{id}", (string id, UserRepresentation given, Realm realm, UserChanges changes) => With(realm, id, user =>
        {
            changes.Apply(user with
            {
                Enabled = given.Enabled ?? user.Enabled,
                Email = given.Email ?? user.Email,
                FirstName = given.FirstName ?? user.FirstName,
                LastName = given.LastName ?? user.LastName,
                Attributes = given.Attributes ?? user.Attributes,
            });
            return Results.NoContent();
        }));
        var roles = admin.MapGroup("/users/{id}/role-mappings/realm");
        roles.MapGet("", (string id, Realm realm) => With(realm, id, user => Results.Json(user.RealmRoles.Select(name => Role(realm, name)))));
        roles.MapGet("/available", (string id, Realm realm) => With(realm, id, user => Results.Json(
            realm.Document.Roles.Realm.Select(role => role.Name).Except(user.RealmRoles, StringComparer.Ordinal).Select(name => Role(realm, name)))));
        roles.MapPost("", (string id, RoleRepresentation[] given, Realm realm, UserChanges changes) =>
            With(realm, id, user => Change(given, realm, changes, user, user.RealmRoles.Union(given.Select(role => role.Name), StringComparer.Ordinal))));
        roles.MapDelete("", ([Microsoft.AspNetCore.Mvc.FromBody] RoleRepresentation[] given, string id, Realm realm, UserChanges changes) =>
            With(realm, id, user => Change(given, realm, changes, user, user.RealmRoles.Except(given.Select(role => role.Name), StringComparer.Ordinal))));
    }

    private static IResult Change(RoleRepresentation[] given, Realm realm, UserChanges changes, RealmUser user, IEnumerable<string> roles)
    {
        if (given.Any(role => realm.Document.Roles.Realm.All(known => known.Name != role.Name) || Role(realm, role.Name).Id != role.Id))
        {
            return Results.Json(new { error = "Role not found" }, statusCode: StatusCodes.Status404NotFound);
        }

        changes.Apply(user with { RealmRoles = [.. roles] });
        return Results.NoContent();
    }

    private static IResult With(Realm realm, string id, Func<RealmUser, IResult> answer) =>
        realm.UserById(id) is { } user ? answer(user) : Results.Json(new { error = "User not found" }, statusCode: StatusCodes.Status404NotFound);

    private static bool Fits(string username, string asked, bool exact) =>
        exact ? username.Equals(asked, StringComparison.OrdinalIgnoreCase) : username.Contains(asked, StringComparison.OrdinalIgnoreCase);

    private static UserRepresentation Show(RealmUser user, Realm realm) => new()
    {
        Id = realm.SubjectOf(user.Username),
        Username = user.Username,
        Enabled = user.Enabled,
        EmailVerified = user.EmailVerified,
        Email = user.Email,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Attributes = user.Attributes,
    };

    private static RoleRepresentation Role(Realm realm, string name) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{realm.Name}/role/{name}")).AsSpan(0, 16)).ToString(), name);
}
