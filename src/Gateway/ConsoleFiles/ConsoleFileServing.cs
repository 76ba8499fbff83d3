using Gateway.Session;
using Microsoft.Extensions.FileProviders;

namespace Gateway.ConsoleFiles;

/// <summary>Serves the console's build. Its files under <c>assets/</c> carry a hash in their name and never change; its page is asked for each time.</summary>
internal static class ConsoleFileServing
{
    private const string Page = "index.html";
    private const string Immutable = "public, max-age=31536000, immutable";
    private static readonly string[] NotPages = ["/api", "/openapi", "/realms", "/dev", "/session", "/logout"];

    private const string NotBuilt =
        """
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>控制台尚未构建</title>
        <h1>控制台尚未构建</h1><p>请在 src/Console 运行 <code>npm ci && npm run build</code>,或设置 <code>Console:Folder</code>。</p>
        <p lang="en">The console has not been built. Run <code>npm ci && npm run build</code> in src/Console, or set <code>Console:Folder</code>.</p>
        """;

    public static void UseConsoleFiles(this WebApplication app)
    {
        if (FolderOf(app) is not { } folder)
        {
            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? Immutable : "no-cache",
        });
    }

    /// <summary>Every other address is a page of the console, which finds its way by itself.</summary>
    public static void MapConsole(this WebApplication app)
    {
        app.MapFallback("{*path}", context => IsPage(context.Request) ? SendPageAsync(context, FolderOf(app)) : NotFound(context))
            .AllowAnonymous()
            .WithMetadata(new WithoutSession());
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !Path.HasExtension(request.Path)
        && !Array.Exists(NotPages, prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task SendPageAsync(HttpContext context, string? folder)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "text/html; charset=utf-8";
        if (folder is not null)
        {
            await context.Response.SendFileAsync(Path.Combine(folder, Page), context.RequestAborted);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    private static string? FolderOf(WebApplication app)
    {
        var folder = Path.GetFullPath(app.Configuration["Console:Folder"] ?? "../Console/dist", app.Environment.ContentRootPath);
        return File.Exists(Path.Combine(folder, Page)) ? folder : null;
    }
}
