using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Routing;

/// <summary>What of a request decides its route.</summary>
/// <param name="Authority">The Host header as sent, with its port if it has one.</param>
/// <param name="Path">As it came over the wire, without the query, dot segments removed; starts with a slash.</param>
/// <param name="Query">With its question mark; empty without a query.</param>
public readonly record struct MeshRequest(
    string Method, string Scheme, string Authority, string Path, string Query, IHeaderDictionary Headers)
{
    /// <summary>Without port. An IPv6 address keeps its brackets.</summary>
    public ReadOnlySpan<char> Host => Authority.AsSpan(0, Authority.Length - Port.Length);

    /// <summary>With its colon; empty when the Host header has none.</summary>
    public ReadOnlySpan<char> Port
    {
        get
        {
            var colon = Authority.LastIndexOf(':');
            return colon > Authority.LastIndexOf(']') ? Authority.AsSpan(colon) : [];
        }
    }
}
