using System.Text;
using Identity.Dev.Realms;

namespace Identity.Dev.Protocol;

/// <summary>Who calls the token endpoint: HTTP Basic or the form's fields; a public client has no secret.</summary>
internal static class ClientAuthentication
{
    public static RealmClient? Authenticate(Realm realm, HttpRequest request, IFormCollection form)
    {
        var (clientId, secret) = FromHeader(request.Headers.Authorization) ?? (form["client_id"], form["client_secret"]);
        return realm.Client(clientId) switch
        {
            { Enabled: true, PublicClient: true } client => client,
            { Enabled: true, Secret: { Length: > 0 } expected } client when Login.Same(expected, secret ?? "") => client,
            _ => null,
        };
    }

    private static (string? ClientId, string? Secret)? FromHeader(string? header)
    {
        const string basic = "Basic ";
        if (header is null || !header.StartsWith(basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[basic.Length..].Trim(), buffer, out var length))
        {
            return (null, null);
        }

        // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret]
            ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret))
            : (null, null);
    }
}
