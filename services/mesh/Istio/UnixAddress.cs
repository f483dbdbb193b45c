namespace ColorDemo.Mesh.Istio;

/// <summary>A unix socket in place of an address: <c>unix:///path/of/a/file</c>, or <c>unix://@name</c>.</summary>
internal static class UnixAddress
{
    private const string Scheme = "unix://";

    public static bool Is(string address) => address.StartsWith(Scheme, StringComparison.Ordinal);

    public static string? FlawOf(string address)
    {
        var path = address[Scheme.Length..];
        return path.StartsWith('@') || (path.StartsWith('/') && !path.EndsWith('/'))
            ? null
            : $"'{path}' is not an absolute path to a file; write unix:///path/of/a/file, or unix://@name";
    }
}
