using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>A JSON patch: a list of operations, all of which work or none.</summary>
/// <remarks>
/// Source: RFC 6902. Microsoft.AspNetCore.JsonPatch.SystemTextJson was tried: it cannot replace the whole document,
/// takes <c>01</c> for an index, and puts no bound on what copies add up to.
/// </remarks>
internal sealed class JsonPatch
{
    private readonly PatchedDocument _document;
    private long _carried;

    private JsonPatch(JsonObject document) => _document = new(document);

    public static JsonObject Apply(JsonObject current, JsonNode? patch)
    {
        var operations = JsonPatchOperation.ReadAll(patch);
        var work = new JsonPatch((JsonObject)current.DeepClone());
        foreach (var operation in operations)
        {
            try
            {
                work.Apply(operation);
            }
            catch (PatchException why)
            {
                throw new PatchException(why.Refusal with { Message = $"{operation}: {why.Message}" });
            }
        }

        return work._document.Root as JsonObject
            ?? throw new PatchException(PatchRefusal.Invalid("the patch leaves no JSON object"));
    }

    private void Apply(JsonPatchOperation operation)
    {
        var path = operation.Path;
        switch (operation.Name)
        {
            case "add":
                _document.Add(path, Fresh(operation));
                break;
            case "remove":
                _document.Remove(path);
                break;
            case "replace":
                _document.Replace(path, Fresh(operation));
                break;
            case "move":
                Move(operation.From!, path);
                break;
            case "copy":
                _document.Add(path, Carry(operation.From!, path)?.DeepClone());
                break;
            default:
                Test(path, operation.Value);
                break;
        }
    }

    private void Move(JsonPointer from, JsonPointer path)
    {
        if (from.Contains(path))
        {
            throw new PatchException(PatchRefusal.Invalid($"{from.Shown} cannot be moved into itself"));
        }

        Carry(from, path);
        if (from.Text != path.Text)
        {
            _document.Add(path, _document.Remove(from));
        }
    }

    private void Test(JsonPointer path, JsonNode? expected)
    {
        var found = _document.Find(path);
        if (!JsonNode.DeepEquals(found, expected))
        {
            throw new PatchException(PatchRefusal.Invalid($"is {Show(found)}, not {Show(expected)}"));
        }
    }

    private static JsonNode? Fresh(JsonPatchOperation operation)
    {
        PatchBounds.Measure(operation.Value, operation.Path.Tokens.Count);
        return operation.Value?.DeepClone();
    }

    private JsonNode? Carry(JsonPointer from, JsonPointer path)
    {
        var found = _document.Find(from);
        _carried += PatchBounds.Measure(found, path.Tokens.Count);
        return _carried <= PatchBounds.MostCarried
            ? found
            : throw new PatchException(PatchRefusal.TooLarge(
                $"all copies and moves of one patch may carry {PatchBounds.MostCarried / 1024 / 1024} MiB"));
    }

    private static string Show(JsonNode? node) => node is null ? "null" : GivenValue.Show(node);
}
