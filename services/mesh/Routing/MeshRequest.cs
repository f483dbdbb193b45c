using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Routing;

/// <summary>What of a request decides its route.</summary>
/// <param name="Host">Without port.</param>
/// <param name="Path">As it came over the wire, without the query, dot segments removed; starts with a slash.</param>
public readonly record struct MeshRequest(string Method, string Host, string Path, IHeaderDictionary Headers);
