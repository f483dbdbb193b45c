using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Writes what happens to objects, one JSON object a line, as far as a client wants to know.</summary>
internal sealed class WatchEvents(ApiCall call, Selection selection, PipeWriter writer)
{
    private readonly ShownTable? _table = call.Form == AnswerForm.Table ? new(call) : null;
    private bool _hasColumns;

    /// <summary>In bytes, since it was last set to 0.</summary>
    public int Unsent { get; set; }

    public void Add(StoredObject one) => Write("ADDED", one);

    /// <summary>To a client that selects, what begins to match is new, and what ends to match is gone.</summary>
    public void Add(StoreChange change)
    {
        switch (selection.Has(change.Before), selection.Has(change.After))
        {
            case (false, true):
                Write("ADDED", change.After!);
                break;
            case (true, true):
                Write("MODIFIED", change.After!);
                break;
            case (true, false):
                WriteGone(change.Before!, change.Version);
                break;
        }
    }

    /// <summary>Tells how far the client has come, though nothing that it selects has changed.</summary>
    public void Bookmark(long version, bool isEndOfInitial = false)
    {
        var metadata = new JsonObject { ["resourceVersion"] = $"{version}" };
        if (isEndOfInitial)
        {
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        }

        Write("BOOKMARK", _table is null
            ? new JsonObject
            {
                ["kind"] = call.Resource.Kind,
                ["apiVersion"] = call.Path.ApiVersion,
                ["metadata"] = metadata,
            }
            : Table([], version));
    }

    public void Error(ApiStatus status) => Write("ERROR", status.ToJson());

    private void WriteGone(StoredObject before, long version)
    {
        var json = ShownObject.Json(before, call.Path.ApiVersion).DeepClone().AsObject();
        json["metadata"]!["resourceVersion"] = $"{version}";
        Write("DELETED", _table is null ? json : Table([json], version));
    }

    private void Write(string type, StoredObject one)
    {
        if (_table is null)
        {
            Write(type, ShownObject.Utf8(one, call.Path.ApiVersion).Span);
        }
        else
        {
            Write(type, Table([ShownObject.Json(one, call.Path.ApiVersion)], one.Version));
        }
    }

    private void Write(string type, JsonObject json) => Write(type, JsonSerializer.SerializeToUtf8Bytes(json));

    private void Write(string type, ReadOnlySpan<byte> json)
    {
        Unsent += json.Length;
        writer.Write("{\"type\":\""u8);
        writer.Write(System.Text.Encoding.ASCII.GetBytes(type));
        writer.Write("\",\"object\":"u8);
        writer.Write(json);
        writer.Write("}\n"u8);
    }

    /// <summary>Columns stand in the first table alone.</summary>
    private JsonObject Table(IReadOnlyList<JsonObject> objects, long version)
    {
        var table = _table!.Of(objects, version);
        if (_hasColumns)
        {
            table["columnDefinitions"] = null;
        }

        _hasColumns = true;
        return table;
    }
}
