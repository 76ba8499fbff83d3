namespace Identity.Dev.Pages;

/// <summary>Shown where the browser must not be sent back, because the address to return to cannot be trusted.</summary>
internal static class ErrorPage
{
    public static IResult Result(string zh, string en) => Page.Result(
        zh,
        $"""<h1>{Page.Text(zh)}</h1><p class="en" lang="en">{Page.Text(en)}</p>""",
        StatusCodes.Status400BadRequest);
}
