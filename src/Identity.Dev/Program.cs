using Identity.Dev;
using Microsoft.AspNetCore.Connections;

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
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"端口已被占用，是否已在运行？可用 --urls 换一个端口。 The port is taken; is it running already? Choose another by --urls. ({taken.Message})");
    return StartRefusedException.ExitCode;
}
