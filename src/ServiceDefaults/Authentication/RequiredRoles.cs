using Microsoft.AspNetCore.Builder;

namespace ServiceDefaults.Authentication;

/// <summary>Which roles an endpoint admits; read by the 403 answer and by the OpenAPI document.</summary>
/// <param name="Roles">One of these is needed.</param>
public sealed record RequiredRoles(IReadOnlyList<string> Roles);

/// <summary>Demands roles.</summary>
public static class RequiredRolesConvention
{
    /// <summary>Admits callers who hold one of <paramref name="roles"/>; others get 403.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles));
        return builder.WithMetadata(new RequiredRoles(roles));
    }
}
