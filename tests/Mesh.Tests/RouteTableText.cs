using System.Globalization;
using System.Text;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

/// <summary>Writes route tables so that a person can review them.</summary>
internal static class RouteTableText
{
    public static string Of(IReadOnlyList<MeshCluster> clusters, IEnumerable<string> requests)
    {
        var text = new StringBuilder();
        var routings = ClusterRouting.Of(clusters);
        foreach (var (cluster, routing) in clusters.Zip(routings))
        {
            var table = routing.Ingress();
            text.Append(CultureInfo.InvariantCulture,
                $"ingress gateway of {cluster.Name}{(table is null ? ": no listener" : "")}\n");
            Write(text, table);
            text.Append(CultureInfo.InvariantCulture, $"east-west gateway of {cluster.Name}\n");
            var eastWest = routing.EastWestGateway().OrderBy(one => one.Key, StringComparer.Ordinal);
            foreach (var (sni, upstream) in eastWest)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {sni} -> {Endpoints(upstream)}\n");
            }
        }

        foreach (var request in requests)
        {
            text.Append(CultureInfo.InvariantCulture, $"{request} -> {Answer(routings[0].Ingress()!, request)}\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, RouteTable? table)
    {
        foreach (var host in table?.Hosts ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  host {string.Join(' ', host.Domains)}\n");
            foreach (var route in host.Routes)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"    {route.Owner} {NameOf(route)}: {route.Match}\n");
                var split = (route.Action as ForwardAction)?.Split;
                foreach (var destination in split?.Destinations ?? [])
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"      {split!.PercentOf(destination):0.##} % {destination.Upstream?.Name ?? "unknown"}")
                        .Append(CultureInfo.InvariantCulture, $" -> {Endpoints(destination.Upstream)}\n");
                }
            }
        }
    }

    private static string NameOf(MeshRoute route) => route.Name.Length > 0 ? route.Name : route.Rule!.Field;

    private static string Endpoints(Upstream? upstream) => upstream is null
        ? "503 NC"
        : string.Join(", ", upstream.Endpoints
            .Select(one => one.Sni is null ? one.Address : $"{one.Address} as {one.Sni}")
            .DefaultIfEmpty("503 UH"));

    /// <param name="request"><c>METHOD host/path [name: value]</c></param>
    private static string Answer(RouteTable table, string request)
    {
        var parts = request.Split(' ', 3);
        var slash = parts[1].IndexOf('/');
        var headers = new HeaderDictionary();
        if (parts.Length == 3)
        {
            headers.Append(parts[2].Split(':')[0], parts[2].Split(':')[1].Trim());
        }

        var path = parts[1][slash..];
        return table.Match(new(parts[0], "http", parts[1][..slash], path, "", headers)) is { } route
            ? $"{NameOf(route)} {(route.Action as ForwardAction)?.Path?.Apply(path) ?? path}"
            : "404 NR";
    }
}
