using System.Text.Json.Serialization;

namespace Identity.Dev.Protocol;

/// <summary>An error of RFC 6749 §5.2, with Keycloak's words where it has them.</summary>
internal static class OAuthError
{
    public static IResult Result(int status, string error, string? description) => Results.Json(new Body(error, description), statusCode: status);

    public static IResult InvalidRequest(string description) => Result(StatusCodes.Status400BadRequest, "invalid_request", description);

    public static IResult InvalidGrant(string description) => Result(StatusCodes.Status400BadRequest, "invalid_grant", description);

    private sealed record Body(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description);
}
