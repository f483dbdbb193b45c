using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class EndpointColumns
{
    private const string Unset = "<unset>";

    public static IReadOnlyList<TableColumn> OfEndpoints { get; } =
    [
        TableColumn.NameColumn,
        new("Endpoints", "Addresses and ports that are ready.", json => TableColumn.FirstThree(
            [.. json.ListAt("subsets").SelectMany(Addresses)], TableColumn.None)),
        TableColumn.Age,
    ];

    public static IReadOnlyList<TableColumn> OfSlice { get; } =
    [
        TableColumn.NameColumn,
        new("AddressType", "What its addresses are.", json => json.TextAt("addressType")),
        new("Ports", "The ports of every endpoint.", json => TableColumn.FirstThree(
            [.. json.ListAt("ports").Select(one => one.TextAt("port") ?? one.TextAt("name") ?? "*")], Unset)),
        new("Endpoints", "The addresses, ready or not.", json => TableColumn.FirstThree(
            [.. json.ListAt("endpoints").SelectMany(one => one.TextsAt("addresses"))], Unset)),
        TableColumn.Age,
    ];

    private static IEnumerable<string> Addresses(JsonNode subset)
    {
        var addresses = subset.ListAt("addresses").Select(one => one.TextAt("ip") ?? "").ToList();
        var ports = subset.ListAt("ports").Select(one => one.TextAt("port") ?? "").ToList();
        return ports.Count == 0 ? addresses
            : ports.SelectMany(port => addresses.Select(ip => ip.Contains(':') ? $"[{ip}]:{port}" : $"{ip}:{port}"));
    }
}
