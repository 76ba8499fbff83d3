using System.Net.Http.Json;
using System.Text.Json.Serialization;
using ServiceDefaults.Authentication;

namespace ServiceDefaults.Http;

/// <summary>This service's own token, kept until shortly before it ends.</summary>
internal sealed class ClientCredentials(IHttpClientFactory clients, KeycloakOptions keycloak, TimeProvider system) : IDisposable
{
    /// <summary>The name of the client that fetches it.</summary>
    public const string HttpClientName = "keycloak";

    // A token is renewed this long before its end, so that none ends on its way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Token? current;

    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (current is null || current.RenewAt <= system.GetUtcNow())
            {
                current = await FetchAsync(cancellationToken);
            }

            return current.AccessToken;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Drops a token that another service refused: its key or its client may have changed.</summary>
    public void Forget() => current = null;

    public void Dispose() => turn.Dispose();

    private async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = keycloak.ClientId!,
            ["client_secret"] = keycloak.Secret!,
        });
        var asked = system.GetUtcNow();
        using var answer = await client.PostAsync(keycloak.TokenEndpoint, form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken)
            ?? throw new HttpRequestException("The token endpoint answered with nothing.");
        return new Token(token.AccessToken, asked + TimeSpan.FromSeconds(token.ExpiresIn) - Margin);
    }

    private sealed record Token(string AccessToken, DateTimeOffset RenewAt);

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
