using Identity.Dev.Realms;

namespace Identity.Dev.Tokens;

/// <summary>What is told about a user: the built-in profile and email scopes, and the client's attribute mappers.</summary>
internal static class UserClaims
{
    public static Dictionary<string, object> Of(Realm realm, RealmClient client, RealmUser user, ClaimPlace place)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = realm.SubjectOf(user.Username),
            ["preferred_username"] = user.Username,
            ["email_verified"] = user.EmailVerified,
        };
        Add(claims, "name", user.FullName);
        Add(claims, "given_name", user.FirstName);
        Add(claims, "family_name", user.LastName);
        Add(claims, "email", user.Email);
        foreach (var mapper in client.ProtocolMappers.Where(mapper => mapper.Kind == ProtocolMapper.UserAttribute && mapper.AppliesTo(place)))
        {
            Add(claims, mapper.Setting("claim.name"), user.Attribute(mapper.Setting("user.attribute")));
        }

        return claims;
    }

    private static void Add(Dictionary<string, object> claims, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            claims[name] = value;
        }
    }
}
