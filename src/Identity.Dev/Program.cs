using Identity.Dev;

var builder = WebApplication.CreateBuilder(args);
try
{
    builder.AddIdentity();
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return StartRefusedException.ExitCode;
}

var app = builder.Build();
app.MapIdentity();
await app.RunAsync();
return 0;
