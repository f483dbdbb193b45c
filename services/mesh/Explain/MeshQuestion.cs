using System.Text.Json;
using System.Text.Json.Serialization;

namespace ColorDemo.Mesh.Explain;

/// <summary>A request that was not sent, to be told what would become of it. Null members mean the default.</summary>
public sealed record MeshQuestion
{
    public string? Name { get; init; }

    public string Method { get; init => field = value ?? field; } = "GET";

    /// <summary>As sent, with its port if it has one.</summary>
    public string Host { get; init => field = value ?? field; } = "localhost";

    /// <summary>With its query.</summary>
    public string Path { get; init => field = value ?? field; } = "/";

    public IReadOnlyDictionary<string, string> Headers { get; init => field = value ?? field; } =
        new Dictionary<string, string>();

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string Protocol { get; init => field = value ?? field; } = "http";

    public Asker From { get; init => field = value ?? field; } = new();

    /// <summary>What else stood there.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>Whose proxy gets the request.</summary>
public sealed record Asker
{
    /// <summary><c>gateway</c> or <c>mesh</c>.</summary>
    public string Kind { get; init => field = value ?? field; } = "gateway";

    /// <summary>Default: the first.</summary>
    public string? Cluster { get; init; }

    /// <summary>Of the pod. Default: <c>istio-system</c> of a gateway, <c>default</c> of a client.</summary>
    public string? Namespace { get; init; }

    /// <summary>Of the pod. Default of a gateway: <c>istio: ingressgateway</c>.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>
    /// Of the gateway's Service, 80 by default; in the mesh the port that is dialled: the host's, or 80.
    /// </summary>
    public int? Port { get; init; }

    /// <summary>The port in the gateway's pod, instead of its Service's.</summary>
    public int? PodPort { get; init; }

    /// <summary>A Gateway of the Gateway API, <c>namespace/name</c>, instead of labels.</summary>
    public string? GatewayApi { get; init; }

    /// <summary>What else stood there.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}
