using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Explain;

/// <summary>Headers after changes, and what was taken away.</summary>
internal sealed class ChangedHeaders(HeaderDictionary original)
{
    private readonly SortedDictionary<string, string> _values = new(
        original.ToDictionary(
            header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value.ToArray())),
        StringComparer.Ordinal);

    private readonly SortedSet<string> _removed = new(StringComparer.Ordinal);

    public ChangedHeaders(IHeaderDictionary original)
        : this(new HeaderDictionary(original.ToDictionary()))
    {
    }

    public IReadOnlyDictionary<string, string> Values => _values;

    public IReadOnlyList<string> Removed => [.. _removed.Except(_values.Keys)];

    public void Set(string name, string value) => _values[name] = value;

    public void Set(IReadOnlyDictionary<string, string>? headers)
    {
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            Set(name, value);
        }
    }

    public void Apply(HeaderChanges changes)
    {
        foreach (var name in changes.Remove)
        {
            _values.Remove(name);
            _removed.Add(name);
        }

        foreach (var (name, value, appends) in changes.Values.Where(value => value.Value.Length > 0))
        {
            var text = value.Replace("%%", "%", StringComparison.Ordinal);
            _values[name] = appends && _values.TryGetValue(name, out var before) ? $"{before},{text}" : text;
        }
    }
}
