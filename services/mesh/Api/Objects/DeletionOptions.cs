using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>How an object is to be deleted; from the address and, first, from the body.</summary>
/// <param name="GraceSeconds">What a pod has to end in; absent: as its spec says.</param>
internal sealed record DeletionOptions(Precondition Precondition, int? GraceSeconds, bool IsDryRun)
{
    public static async Task<DeletionOptions> ReadAsync(ApiCall call)
    {
        var body = call.Http.Request.ContentLength is 0 || !HasBody(call) ? [] : await ReadBodyAsync(call);
        var grace = Number(body["gracePeriodSeconds"], "gracePeriodSeconds")
            ?? call.Query.WholeNumber("gracePeriodSeconds");
        if (grace is < 0 or > int.MaxValue)
        {
            throw ApiException.BadRequest("gracePeriodSeconds must be a whole number from 0");
        }

        var policy = body["propagationPolicy"] is { } given ? Text(given, "propagationPolicy")
            : call.Query.Text("propagationPolicy");
        if (policy is not ("" or "Background" or "Foreground" or "Orphan"))
        {
            throw ApiException.BadRequest("propagationPolicy must be Background, Foreground or Orphan");
        }

        if (policy == "Orphan" && call.Resource is { Group: "apps", Kind: "Deployment" })
        {
            throw ApiException.BadRequest("propagationPolicy Orphan is not possible here: pods are processes that end "
                + "with their Deployment; delete it without --cascade=orphan, and its pods with it");
        }

        return new(PreconditionIn(body), (int?)grace, call.Query.IsDryRun || IsDryRunIn(body));
    }

    private static bool HasBody(ApiCall call) =>
        call.Http.Request.ContentLength is > 0 || call.Http.Request.Headers.TransferEncoding.Count > 0
        || call.Http.Request.Protocol.StartsWith("HTTP/2", StringComparison.Ordinal);

    private static async Task<JsonObject> ReadBodyAsync(ApiCall call)
    {
        var bytes = await RequestBody.ReadAsync(call.Http.Request);
        return bytes.Length == 0 ? [] : RequestBody.ReadObject(call.Http.Request, bytes);
    }

    private static Precondition PreconditionIn(JsonObject body) => body["preconditions"] switch
    {
        null => new("", ""),
        JsonObject given => new(
            Text(given["uid"], "preconditions.uid"), Text(given["resourceVersion"], "preconditions.resourceVersion")),
        _ => throw ApiException.BadRequest("preconditions must be a mapping of fields"),
    };

    private static bool IsDryRunIn(JsonObject body) => body["dryRun"] switch
    {
        null => false,
        JsonArray list when list.All(one => one is JsonValue value && value.TryGetValue(out string? text)
            && text == "All") => list.Count > 0,
        _ => throw ApiException.BadRequest("dryRun must be [All], or be left out"),
    };

    private static string Text(JsonNode? node, string field) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw ApiException.BadRequest($"{field} must be text"),
    };

    private static long? Number(JsonNode? node, string field) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long number) => number,
        _ => throw ApiException.BadRequest($"{field} must be a whole number"),
    };
}
