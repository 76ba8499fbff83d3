using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Identity.Dev.Pages;

/// <summary>The frame of every page: one card, Chinese first, no script, nothing loaded from anywhere.</summary>
internal static class Page
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string? value) => Encoder.Encode(value ?? "");

    public static IResult Result(string title, string body, int status = StatusCodes.Status200OK) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Text(title)}}</title>
        <style>
        :root { color-scheme: light }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; color: #1f2733;
               background: linear-gradient(160deg, #eef3fb 0%, #dfe8f6 55%, #cfdcf0 100%);
               font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif }
        main { width: 100%; max-width: 400px; background: #fff; border-radius: 14px; padding: 36px 36px 26px;
               box-shadow: 0 12px 40px rgba(24, 56, 110, .14) }
        h1 { margin: 0; font-size: 22px; letter-spacing: .02em }
        .en { margin: 2px 0 22px; color: #6b7686; font-size: 13px }
        label { display: block; margin: 14px 0 5px; font-weight: 600 }
        label small { font-weight: 400; color: #6b7686; margin-left: 6px }
        input { width: 100%; padding: 10px 12px; font: inherit; border: 1px solid #c3ccd9; border-radius: 8px; background: #fbfcfe }
        input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #9cc0ff; outline-offset: 1px; border-color: #1d5fd1 }
        button { width: 100%; margin-top: 22px; padding: 11px; font: inherit; font-weight: 600; color: #fff; background: #1d5fd1;
                 border: 0; border-radius: 8px; cursor: pointer }
        button:hover { background: #164ba8 }
        .alert { margin: 0 0 8px; padding: 10px 12px; border-radius: 8px; background: #fff1f0; border: 1px solid #ffc9c4; color: #a8201a }
        .alert small { display: block; color: #b4524d }
        footer { margin-top: 24px; padding-top: 14px; border-top: 1px solid #edf0f5; color: #8691a1; font-size: 12px }
        </style>
        </head>
        <body>
        <main>
        {{body}}
        <footer>开发环境身份服务，不得用于生产。<br><span lang="en">Development identity provider, never for production.</span></footer>
        </main>
        </body>
        </html>
        """,
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status);
}
