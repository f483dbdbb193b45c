using System.Globalization;
using System.Text;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

/// <summary>Writes route tables so that a person can review them.</summary>
internal static class RouteTableText
{
    public static string Of(IReadOnlyList<MeshCluster> clusters, IEnumerable<string> requests)
    {
        var text = new StringBuilder();
        foreach (var cluster in clusters)
        {
            var builder = new RouteTableBuilder(cluster, clusters);
            var table = builder.ForGateway(GatewayWorkload.Ingress);
            text.Append(CultureInfo.InvariantCulture,
                $"ingress gateway of {cluster.Name}{(table.HasListener ? "" : ": no listener")}\n");
            Write(text, table);
            text.Append(CultureInfo.InvariantCulture, $"east-west gateway of {cluster.Name}\n");
            var eastWest = builder.ForEastWestGateway().OrderBy(one => one.Key, StringComparer.Ordinal);
            foreach (var (sni, upstream) in eastWest)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {sni} -> {Endpoints(upstream)}\n");
            }
        }

        var first = new RouteTableBuilder(clusters[0], clusters).ForGateway(GatewayWorkload.Ingress);
        foreach (var request in requests)
        {
            text.Append(CultureInfo.InvariantCulture, $"{request} -> {Answer(first, request)}\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, RouteTable table)
    {
        foreach (var host in table.Hosts)
        {
            text.Append(CultureInfo.InvariantCulture, $"  host {host.Pattern}\n");
            foreach (var route in host.Routes)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"    {route.VirtualService} {NameOf(route)}: {Conditions(route.Match)}\n");
                foreach (var destination in route.Split?.Destinations ?? [])
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"      {route.Split!.PercentOf(destination):0.##} % {destination.Upstream?.Name ?? "unknown"}")
                        .Append(CultureInfo.InvariantCulture, $" -> {Endpoints(destination.Upstream)}\n");
                }
            }
        }
    }

    private static string NameOf(MeshRoute route) => route.Rule.Name ?? route.Rule.Field;

    private static string Conditions(HttpMatch? match) => match is null ? "everything" : string.Join(", ",
    [
        .. match.Uri is { } uri ? [$"path {uri}{(match.IgnoreUriCase ? " in any case" : "")}"] : Array.Empty<string>(),
        .. match.Method is { } method ? [$"method {method}"] : Array.Empty<string>(),
        .. match.Headers.Select(header => $"{header.Key} {header.Value}"),
    ]);

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
        return table.Match(new(parts[0], parts[1][..slash], path, headers)) is { } route
            ? $"{NameOf(route)} {route.Rewrite(path)}"
            : "404 NR";
    }
}
