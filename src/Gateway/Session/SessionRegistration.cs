using Gateway.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Hosting;

namespace Gateway.Session;

/// <summary>Puts sessions together: a browser by its cookie, an API client by its bearer token, never both.</summary>
internal static class SessionRegistration
{
    private const string Caller = "Caller";

    private static readonly TimeSpan KeycloakTimeout = TimeSpan.FromSeconds(10);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var keycloak = ReadKeycloak(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHttpClient(KeycloakTokens.Client, client => client.Timeout = KeycloakTimeout);
        builder.Services.AddSingleton<KeycloakTokens>().AddScoped<SessionStore>().AddScoped<RefreshSession>();
        builder.Services.AddSweep<ForgetSessions>();
        builder.Services.AddDataProtection().SetApplicationName("platform-gateway");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new ProtectionKeys(scopes));

        builder.Services
            .AddAuthentication(Caller)
            .AddPolicyScheme(Caller, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, configureOptions: null)
            .AddOAuth<OAuthOptions, KeycloakLogin>(KeycloakLogin.Scheme, options => Configure(options, keycloak));
    }

    public static void MapSessions(this WebApplication app)
    {
        app.MapLogin();
        app.MapLogout();
        app.MapWhoAmI();
        app.MapListSignIns();
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 ? JwtBearerDefaults.AuthenticationScheme : SessionHandler.Scheme;

    private static KeycloakOptions ReadKeycloak(WebApplicationBuilder builder)
    {
        var keycloak = KeycloakOptions.Read(builder.Configuration);
        if (keycloak.ClientId is null || keycloak.Secret is null)
        {
            throw new StartupException(
                "The gateway signs people in as a client of Keycloak. Set Keycloak__ClientId (platform-gateway) and Keycloak__Credentials__Secret.");
        }

        return keycloak.RequireHttps && keycloak.AuthServerUrl.Scheme != Uri.UriSchemeHttps
            ? throw new StartupException(
                $"Keycloak must be reached over HTTPS, and {keycloak.AuthServerUrl} is not. "
                + "Set Keycloak__SslRequired=none only where nobody else is on the network.")
            : keycloak;
    }

    private static void Configure(OAuthOptions options, KeycloakOptions keycloak)
    {
        options.SignInScheme = SessionHandler.Scheme;
        options.ClientId = keycloak.ClientId!;
        options.ClientSecret = keycloak.Secret!;
        options.AuthorizationEndpoint = $"{keycloak.Issuer}/protocol/openid-connect/auth";
        options.TokenEndpoint = keycloak.TokenEndpoint.AbsoluteUri;
        options.CallbackPath = KeycloakLogin.Callback;
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.BackchannelTimeout = KeycloakTimeout;
        // Lax: a browser drops SameSite=None without TLS, and the way back is a plain navigation.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = LoginFailed.AnswerAsync;
    }
}
