using Gateway;
using ServiceDefaults.Hosting;

await GatewayHost.Build(args).RunServiceAsync(args);
