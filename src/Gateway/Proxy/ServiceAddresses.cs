using ServiceDefaults.Hosting;

namespace Gateway.Proxy;

/// <summary>A service behind the gateway and every address that it answers at.</summary>
/// <param name="Name">As in addresses: <c>funding</c>.</param>
/// <param name="Zh">What people call it.</param>
/// <param name="Addresses">One per replica, at least one.</param>
internal sealed record Service(string Name, string Zh, IReadOnlyList<Uri> Addresses);

/// <summary>The services, from the variables of service discovery: <c>services__funding__http__0</c>, <c>…__1</c>.</summary>
internal sealed class ServiceAddresses(IReadOnlyList<Service> services)
{
    private static readonly (string Name, string Zh)[] Known = [("registry", "机构服务"), ("funding", "资金服务"), ("reporting", "报告服务")];

    public IReadOnlyList<Service> All { get; } = services;

    public Service? Find(string? name) => All.FirstOrDefault(service => service.Name == name);

    public static ServiceAddresses Read(IConfiguration configuration) =>
        new([.. Known.Select(known => new Service(known.Name, known.Zh, AddressesOf(configuration, known.Name)))]);

    private static List<Uri> AddressesOf(IConfiguration configuration, string name)
    {
        var section = configuration.GetSection($"services:{name}");
        var given = section.GetSection("https").GetChildren().Concat(section.GetSection("http").GetChildren()).Select(entry => entry.Value).OfType<string>().ToList();
        if (given.Count == 0)
        {
            throw new StartupException($"The address of the service {name} is not configured. Set services__{name}__http__0.");
        }

        return [.. given.Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new StartupException($"services:{name} is not an address: '{text}'."))];
    }
}
