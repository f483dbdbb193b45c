using System.Collections.Immutable;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Everything in one cluster at one moment. Immutable.</summary>
/// <param name="Version">Of the newest change; grows by one with each.</param>
/// <param name="Objects">In the order of lists.</param>
/// <param name="Manifests">What the mesh reads in all of them together.</param>
public sealed record ClusterState(
    long Version, ImmutableSortedDictionary<ObjectKey, StoredObject> Objects, ManifestSet Manifests)
{
    internal static ClusterState Empty { get; } =
        new(0, ImmutableSortedDictionary.Create<ObjectKey, StoredObject>(ObjectKey.ListOrder), ManifestSet.Empty);

    public StoredObject? Find(ObjectKey key) => Objects.GetValueOrDefault(key);

    /// <param name="space">Empty for all namespaces.</param>
    public IEnumerable<StoredObject> List(string group, string kind, string space = "") => Objects.Values.Where(one =>
        one.Key.Kind == kind && one.Key.Group == group && (space.Length == 0 || one.Key.Namespace == space));

    /// <summary>The same without its newest changes; what the mesh reads in it is of now.</summary>
    internal ClusterState Before(IReadOnlyList<StoreChange> changes, long version)
    {
        var objects = Objects.ToBuilder();
        foreach (var change in changes.Reverse())
        {
            if (change.Before is { } before)
            {
                objects[change.Key] = before;
            }
            else
            {
                objects.Remove(change.Key);
            }
        }

        return this with { Version = version, Objects = objects.ToImmutable() };
    }

    public bool HasNamespace(string name) => Find(new("", "Namespace", "", name)) is not null;
}
