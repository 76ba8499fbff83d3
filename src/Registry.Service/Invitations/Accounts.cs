using System.Net;
using System.Text.Json.Nodes;
using Contracts.Refusals;
using ServiceDefaults.Authentication;

namespace Registry.Invitations;

/// <summary>
/// Binds an account to the organisation that it was invited for, through Keycloak's admin interface with this service's own account. What is
/// bound already is left as it is, so a repetition does no harm.
/// </summary>
internal sealed partial class Accounts(HttpClient keycloak, ILogger<Accounts> logger)
{
    private const string Clause = "invitations";

    /// <summary>Null once the account is bound; else why it is not.</summary>
    public async Task<Refusal?> BindAccountAsync(string subject, Invitation invitation, CancellationToken cancellationToken)
    {
        try
        {
            var path = $"users/{Uri.EscapeDataString(subject)}";
            var user = await keycloak.GetFromJsonAsync<JsonObject>(path, cancellationToken);
            var attributes = user!["attributes"]?.AsObject() ?? [];
            if (Value(attributes, Claims.Organisation) is { } other && other != invitation.OrganisationCode)
            {
                return Refusal.Conflict("bound-already", Clause, "您的账号已绑定其他单位，不能再绑定。", "Your account is bound to another organisation already.").With("organisation", other);
            }

            user["attributes"] = Bound(attributes, invitation);
            using var put = await keycloak.PutAsJsonAsync(path, user, cancellationToken);
            put.EnsureSuccessStatusCode();
            await AddRoleAsync(path, cancellationToken);
            return null;
        }
        catch (HttpRequestException e)
        {
            Log.Unbound(logger, e, invitation.Id);
            return e.StatusCode == HttpStatusCode.NotFound
                ? new Refusal(RefusalKind.NotFound, "account-unknown", Clause, "身份服务中没有您的账号，请联系管理员。", "The identity service does not know your account; ask the administrator.")
                : new Refusal(
                    RefusalKind.Unavailable, "identity-unavailable", Clause, "身份服务暂时不可用，邀请码已为您保留，请稍后再试。", "The identity service is not available; the code is kept for you. Try again later.");
        }
    }

    private async Task AddRoleAsync(string path, CancellationToken cancellationToken)
    {
        // Of the roles that the account lacks; one that is not among them it has.
        var available = await keycloak.GetFromJsonAsync<JsonArray>($"{path}/role-mappings/realm/available", cancellationToken);
        if (available!.FirstOrDefault(role => role!["name"]!.GetValue<string>() == Roles.Operator) is { } role)
        {
            using var post = await keycloak.PostAsJsonAsync($"{path}/role-mappings/realm", new JsonArray(role.DeepClone()), cancellationToken);
            post.EnsureSuccessStatusCode();
        }
    }

    private static JsonObject Bound(JsonObject attributes, Invitation invitation)
    {
        var bound = attributes.DeepClone().AsObject();
        bound[Claims.Jurisdiction] = new JsonArray(invitation.Jurisdiction);
        bound[Claims.District] = new JsonArray(invitation.District);
        bound[Claims.Organisation] = new JsonArray(invitation.OrganisationCode);
        if (invitation.Park is { } park)
        {
            bound[Claims.Park] = new JsonArray(park);
        }

        return bound;
    }

    private static string? Value(JsonObject attributes, string name) =>
        attributes[name] is JsonArray { Count: > 0 } values && values[0] is { } first && first.GetValue<string>() is { Length: > 0 } value ? value : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The account of invitation {Invitation} could not be bound.")]
        public static partial void Unbound(ILogger logger, Exception exception, Guid invitation);
    }
}
