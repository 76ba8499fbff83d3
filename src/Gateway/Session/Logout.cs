using Microsoft.AspNetCore.Authentication;

namespace Gateway.Session;

/// <summary><c>POST /logout</c>: ends the session here and at Keycloak, and records it.</summary>
internal static partial class Logout
{
    public static void MapLogout(this WebApplication app) => app.MapPost("/logout", HandleAsync).AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpContext context, SessionStore store, KeycloakTokens keycloak, ILogger<SessionHandler> logger)
    {
        var session = await SessionHandler.FindAsync(context, store);
        await context.SignOutAsync(SessionHandler.Scheme);
        if (session is not null)
        {
            Log.SignedOut(logger, session.Subject);
            await EndAtKeycloakAsync(store.TokensOf(session), keycloak, logger);
        }

        return Results.NoContent();
    }

    private static async Task EndAtKeycloakAsync(SessionTokens? tokens, KeycloakTokens keycloak, ILogger logger)
    {
        try
        {
            if (tokens is not null)
            {
                await keycloak.EndAsync(tokens.Refresh, CancellationToken.None);
            }
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            // The person is signed out here all the same; Keycloak's own session ends by idleness.
            Log.KeycloakAway(logger, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Subject} signed out.")]
        public static partial void SignedOut(ILogger logger, string subject);

        [LoggerMessage(LogLevel.Warning, "Keycloak did not end the session: {Reason}")]
        public static partial void KeycloakAway(ILogger logger, string reason);
    }
}
