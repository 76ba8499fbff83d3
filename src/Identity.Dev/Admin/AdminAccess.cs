using System.Text.Json;
using Identity.Dev.Protocol;
using Identity.Dev.Tokens;

namespace Identity.Dev.Admin;

/// <summary>Lets in who may manage users: a token with <c>manage-users</c> of <c>realm-management</c>, as Keycloak asks for.</summary>
internal static class AdminAccess
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        const string bearer = "Bearer ";
        var http = context.HttpContext;
        var (key, addresses) = (http.RequestServices.GetRequiredService<SigningKey>(), http.RequestServices.GetRequiredService<Addresses>());
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
            ? await TokenReader.ReadAsync(header[bearer.Length..], addresses.Issuer(http.Request), key, mayHaveExpired: false)
            : null;
        if (token?.TryGetPayloadValue<string>("typ", out var type) != true || type != "Bearer")
        {
            return Results.Json(new { error = "HTTP 401 Unauthorized" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        return token.TryGetPayloadValue<JsonElement>("resource_access", out var access) && MayManageUsers(access)
            ? await next(context)
            : Results.Json(new { error = "HTTP 403 Forbidden" }, statusCode: StatusCodes.Status403Forbidden);
    }

    private static bool MayManageUsers(JsonElement access) =>
        access.TryGetProperty("realm-management", out var management)
        && management.TryGetProperty("roles", out var roles)
        && roles.EnumerateArray().Any(role => role.GetString() == "manage-users");
}
