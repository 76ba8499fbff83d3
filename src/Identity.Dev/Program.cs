using Identity.Dev;

try
{
    await using var app = IdentityHost.Build(args, TimeProvider.System);
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return StartRefusedException.ExitCode;
}
