namespace ColorDemo.Mesh.Api;

/// <summary>One step of a cluster's history; its number is the object's new resource version.</summary>
/// <param name="Before">Absent when the object is new.</param>
/// <param name="After">Absent when the object is gone.</param>
public sealed record StoreChange(long Version, StoredObject? Before, StoredObject? After, Writer By)
{
    public ObjectKey Key => (After ?? Before)!.Key;

    /// <summary>Whether somebody made it over the API: neither a file nor the cluster itself.</summary>
    public bool IsFromApi => By is { IsFile: false } && By != Writer.Cluster;

    /// <summary>Whether it is about an object that could stand in a file: no pod, no event.</summary>
    public bool IsOfManifests => (After ?? Before)!.Says is not null;

    /// <summary>About how much memory it keeps alive, in bytes.</summary>
    internal int Size => (After ?? Before)!.Utf8.Length;
}
