using Gateway;
using ServiceDefaults.Hosting;

await GatewayHost.Build(args, TimeProvider.System).RunServiceAsync(args);
