using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>
/// Oldest first, then by name, then by namespace: Istio's order wherever two resources compete. One without a time,
/// as in most files, is the oldest: to Istio its time is zero.
/// </summary>
internal static class Age
{
    public static IOrderedEnumerable<T> OrderByAge<T>(this IEnumerable<T> resources, Func<T, Metadata> metadata) =>
        resources.OrderBy(_ => 0).ThenByAge(metadata);

    public static IOrderedEnumerable<T> ThenByAge<T>(
        this IOrderedEnumerable<T> resources, Func<T, Metadata> metadata) =>
        resources
            .ThenBy(resource => metadata(resource).Created ?? DateTimeOffset.MinValue)
            .ThenBy(resource => metadata(resource).Name, StringComparer.Ordinal)
            .ThenBy(resource => metadata(resource).Namespace, StringComparer.Ordinal);
}
