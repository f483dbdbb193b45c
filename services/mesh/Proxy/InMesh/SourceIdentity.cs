using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The pod whose sidecar is asked for.</summary>
/// <param name="Labels">As sent: <c>a=b,c=d</c>; empty for a pod without labels.</param>
internal readonly record struct SourceIdentity(string Namespace, string Labels)
{
    private const string Default = "default";
    private const int LongestName = 63; // of a namespace in Kubernetes

    /// <summary>Takes it from the request's headers, which nobody else is to see.</summary>
    public static SourceIdentity TakeFrom(IHeaderDictionary headers)
    {
        var space = headers[MeshHeaders.SourceNamespace].ToString();
        var labels = headers[MeshHeaders.SourceLabels].ToString();
        headers.Remove(MeshHeaders.SourceNamespace);
        headers.Remove(MeshHeaders.SourceLabels);
        return new(space.Length > 0 ? space : Default, labels);
    }

    /// <returns>Null when the labels are fine.</returns>
    public string? Problem =>
        Namespace.Length > LongestName || !Namespace.All(IsOfName)
            ? $"{MeshHeaders.SourceNamespace}: '{Namespace}' is no name of a namespace: "
                + "write lower-case letters, digits and dashes, at most 63 of them."
            : ReadLabels() is null
                ? $"{MeshHeaders.SourceLabels}: '{Labels}' are no labels: write name=value pairs with commas between, "
                    + "each name once, for example app=color-grid,version=v1."
                : null;

    private static bool IsOfName(char one) => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-';

    /// <returns>Null when they are malformed.</returns>
    public IReadOnlyDictionary<string, string>? ReadLabels()
    {
        Dictionary<string, string> labels = [];
        foreach (var pair in Labels.Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=') is not [{ Length: > 0 } name, var value])
            {
                return Labels.Length == 0 ? labels : null;
            }

            if (!labels.TryAdd(name, value))
            {
                return null;
            }
        }

        return labels;
    }
}
