using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Changes to one cluster that will take effect together, or not at all.</summary>
public sealed class StoreDraft
{
    private readonly ClusterState _before;
    private readonly DateTimeOffset _now;
    private readonly bool _isDryRun;
    private readonly ImmutableSortedDictionary<ObjectKey, StoredObject>.Builder _objects;
    private readonly List<StoreChange> _changes = [];
    private bool _saysElse;
    private ClusterState? _after;

    internal StoreDraft(ClusterState before, DateTimeOffset now, bool isDryRun = false)
    {
        _before = before;
        _now = now;
        _isDryRun = isDryRun;
        _objects = before.Objects.ToBuilder();
    }

    internal ClusterState Before => _before;

    /// <summary>What comes of all changes; none follow once it is asked for.</summary>
    internal ClusterState After => _after ??= new(
        _before.Version + _changes.Count,
        _objects.ToImmutable(),
        _saysElse
            ? ManifestSet.Join(_objects.Values.Select(one => one.Says).OfType<ManifestSet>())
            : _before.Manifests);

    internal IReadOnlyList<StoreChange> Changes => _changes;

    public IEnumerable<StoredObject> Objects => _objects.Values;

    public StoredObject? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    /// <summary>Creates the object or replaces it, but for its status, which only the cluster writes.</summary>
    /// <param name="document">As the writer wants it, with the place of each field if that is known.</param>
    /// <returns>The object as it is now; the one of before when nothing changes.</returns>
    /// <exception cref="ManifestException">The mesh refuses it.</exception>
    public StoredObject Put(ManifestDocument document, Writer writer)
    {
        var (json, key, before) = Complete(document.Json, writer);
        SetStatus(json, before?.Json["status"]);
        Defaults.Fill(json, key);
        if (before is not null && !writer.IsFile && ServerMetadata.IsSame(json, before.Json))
        {
            return before;
        }

        _saysElse = true;
        if (before is not null && ServerMetadata.IsSameWithOrigin(json, before.Json))
        {
            return _objects[key] = before.ReadAgain(document); // its lines may have moved
        }

        var says = ManifestReader.Interpret([document with { Json = json }]);
        return Keep(new(key, json, NextVersion, says), before, writer);
    }

    /// <summary>Creates or replaces an object that the cluster itself makes, with its status.</summary>
    public StoredObject PutDerived(JsonObject wanted)
    {
        var (json, key, before) = Complete(wanted, Writer.Cluster);
        if (before is not null && ServerMetadata.IsSame(json, before.Json))
        {
            return before;
        }

        _saysElse |= before?.Says is not null; // somebody had edited it
        return Keep(new(key, json, NextVersion, says: null), before);
    }

    /// <returns>Null when there is no such object any more.</returns>
    public StoredObject? PutStatus(ObjectKey key, JsonObject status)
    {
        if (Find(key) is not { } before || JsonNode.DeepEquals(before.Json["status"] ?? new JsonObject(), status))
        {
            return Find(key);
        }

        var json = before.Json.DeepClone().AsObject();
        SetStatus(json, PlainJson.Copy(status));
        return Keep(Again(before, json), before);
    }

    /// <summary>Marks an object that ends in its own time, such as a pod.</summary>
    public StoredObject BeginDeletion(StoredObject before, int graceSeconds, Writer by)
    {
        var json = before.Json.DeepClone().AsObject();
        json["metadata"]!["deletionTimestamp"] = ServerMetadata.Time(_now.AddSeconds(graceSeconds));
        json["metadata"]!["deletionGracePeriodSeconds"] = (long)graceSeconds;
        return Keep(Again(before, json), before, by);
    }

    /// <returns>The object as it was; null when there was none.</returns>
    public StoredObject? Remove(ObjectKey key, Writer by)
    {
        if (Find(key) is not { } before)
        {
            return null;
        }

        _objects.Remove(key);
        _saysElse |= before.Says is not null;
        _changes.Add(new(NextVersion, before, null, by));
        return before;
    }

    private long NextVersion => _before.Version + _changes.Count + 1;

    /// <summary>A dry run makes no new version, so that kubectl shows none in its differences.</summary>
    private long ShownVersion(StoredObject? before) => _isDryRun && before is not null ? before.Version : NextVersion;

    private (JsonObject Json, ObjectKey Key, StoredObject? Before) Complete(JsonObject wanted, Writer writer)
    {
        var json = PlainJson.Copy(wanted);
        var key = ObjectKey.Of(json);
        if (ApiResources.OfKind((string)json["apiVersion"]!, key.Kind) is { } resource)
        {
            json["apiVersion"] = resource.ApiVersion;
        }

        var before = Find(key);
        ServerMetadata.Complete(json, key, before, ShownVersion(before), _now);
        if (writer != Writer.Cluster)
        {
            // A dry run shows what would change, and who asks is not the question.
            ServerMetadata.SetOrigin(json, _isDryRun && before is not null ? before.Origin : writer.Name);
        }

        return (json, key, before);
    }

    private StoredObject Again(StoredObject before, JsonObject json)
    {
        json["metadata"]!["resourceVersion"] = $"{ShownVersion(before)}";
        return new(before.Key, json, NextVersion, before.Says);
    }

    private StoredObject Keep(StoredObject after, StoredObject? before, Writer? by = null)
    {
        _objects[after.Key] = after;
        _changes.Add(new(after.Version, before, after, by ?? Writer.Cluster));
        return after;
    }

    private static void SetStatus(JsonObject json, JsonNode? status)
    {
        json.Remove("status");
        if (status is not null)
        {
            json["status"] = status.DeepClone();
        }
    }
}
