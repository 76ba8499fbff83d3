using System.Net;
using Identity.Dev.Admin;
using Identity.Dev.Protocol;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Identity.Dev.Tokens;

namespace Identity.Dev;

/// <summary>Puts the provider together: development only, loopback only, one realm.</summary>
internal static class IdentityHost
{
    private const string DefaultUrl = "http://127.0.0.1:8180";

    /// <summary>Builds the provider, or refuses by <see cref="StartRefusedException"/>.</summary>
    public static WebApplication Build(string[] args, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(args);
        RefuseProduction(builder.Environment);
        BindToLoopback(builder);
        // Request logs carry codes and hints in their query strings.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // What prevents the start is told by Program in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var root = builder.Environment.ContentRootPath;
        var realm = RealmReader.Read(Path.GetFullPath(builder.Configuration["Realm:Folder"] ?? "../../realm", root), builder.Configuration);
        var data = Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "../../.data/identity", root);
        var key = SigningKey.LoadOrCreate(data);

        builder.Services.AddSingleton(realm).AddSingleton(UserChanges.Load(data, realm)).AddSingleton(key).AddSingleton(time);
        builder.Services.AddSingleton<Addresses>().AddSingleton<SsoSessions>().AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<SignIns>().AddSingleton<AuthorizationCodes>().AddSingleton<RefreshTokens>();
        builder.Services.AddSingleton<TokenGrants>().AddSingleton<LogoutHandler>();

        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.Use(SecurityHeaders);
        app.MapGet("/health", () => Results.Json(new { status = "Healthy" }));

        var realm = app.MapGroup("/realms/{realm}").AddEndpointFilter(KnownRealmOnly);
        realm.MapDiscovery();
        realm.MapLogin();
        var protocol = realm.MapGroup("/protocol/openid-connect");
        protocol.MapGet("/certs", (SigningKey key) => Results.Json(key.PublicKeySet));
        protocol.MapAuthorization();
        protocol.MapToken();
        protocol.MapUserInfo();
        protocol.MapLogout();
        app.MapGroup("/admin/realms/{realm}").AddEndpointFilter(KnownRealmOnly).AddEndpointFilter(AdminAccess.CheckAsync).MapUsers();
    }

    private static void RefuseProduction(IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new StartRefusedException(
                $"""
                身份服务 Identity.Dev 仅供开发使用，不能在 {environment.EnvironmentName} 环境中启动；生产环境请使用 Keycloak。
                Identity.Dev is for development only and refuses to start in {environment.EnvironmentName}: its users and passwords are public. Use Keycloak.
                """);
        }
    }

    private static void BindToLoopback(WebApplicationBuilder builder)
    {
        var urls = (builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var open = Array.Find(urls, url => !IsLoopback(url));
        if (open is not null || builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new StartRefusedException(
                $"""
                身份服务 Identity.Dev 只能监听本机回环地址，不能监听 {open ?? "Kestrel:Endpoints"}。
                Identity.Dev listens on loopback only and refuses {open ?? "Kestrel:Endpoints"}. Use for example {DefaultUrl}.
                """);
        }

        builder.WebHost.UseUrls(urls);
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static async ValueTask<object?> KnownRealmOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.RequestServices.GetRequiredService<Realm>();
        return context.HttpContext.GetRouteValue("realm") as string == known.Name
            ? await next(context)
            : OAuthError.Result(StatusCodes.Status404NotFound, "Realm does not exist", null);
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        // No form-action: browsers apply it to the redirect that follows the login form as well.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
        return next(context);
    }
}
