namespace ColorDemo.Mesh.Routing;

/// <summary>Finds the texts of a request that conditions name.</summary>
internal static class RequestText
{
    /// <returns>Null when there is no such header. Repeated ones are joined with a comma, as Envoy does.</returns>
    public static string? Header(in MeshRequest request, string name) => name switch
    {
        ":method" => request.Method,
        ":authority" or "host" => request.Authority,
        ":scheme" => request.Scheme,
        ":path" => request.Path + request.Query,
        _ => request.Headers.TryGetValue(name, out var values)
            ? values.Count == 1 ? values[0] ?? "" : string.Join(',', values.ToArray())
            : null,
    };

    /// <summary>The first value of a parameter, as it was sent: Envoy does not decode it.</summary>
    /// <returns>Null when there is no such parameter; empty for one without value.</returns>
    public static string? QueryParam(in MeshRequest request, string name)
    {
        var rest = request.Query.AsSpan().TrimStart('?');
        while (rest.Length > 0)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var equals = pair.IndexOf('=');
            if ((equals < 0 ? pair : pair[..equals]).SequenceEqual(name))
            {
                return equals < 0 ? "" : pair[(equals + 1)..].ToString();
            }
        }

        return null;
    }
}
