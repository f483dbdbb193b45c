using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ColorDemo.Mesh.Api;

/// <summary>What a list, or one page of it, is made from.</summary>
/// <param name="After">The last object of the page before; null for the first page.</param>
internal sealed record ListPosition(ClusterState State, ObjectKey? After)
{
    private const int LongestToken = 2_048;

    public static ListPosition Of(ApiCall call)
    {
        if (call.Query.Continue.Length > 0)
        {
            return Continue(call);
        }

        var (asked, match, now) = (call.Query.ResourceVersion, call.Query.ResourceVersionMatch, call.State);
        CheckMatch(call, asked, match);
        if (asked > now.Version)
        {
            throw new ApiException(InTheFuture(asked.Value, now.Version));
        }

        return match == "Exact"
            ? new(call.Api.Store.StateAt(call.Api.Cluster, asked!.Value) ?? throw Forgotten(), null)
            : new(now, null);
    }

    /// <summary>The token of the page that follows.</summary>
    public string TokenAfter(ObjectKey last) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["version"] = State.Version, ["namespace"] = last.Namespace, ["name"] = last.Name }));

    public static ApiStatus InTheFuture(long asked, long now) =>
        new(504, "Timeout", $"Too large resource version: {asked}, current: {now}")
        {
            Details = new()
            {
                ["retryAfterSeconds"] = 1,
                ["causes"] = new JsonArray(new JsonObject
                {
                    ["reason"] = "ResourceVersionTooLarge",
                    ["message"] = "Too large resource version",
                }),
            },
        };

    private static ListPosition Continue(ApiCall call)
    {
        if (call.Query.ResourceVersion > 0 || call.Query.ResourceVersionMatch.Length > 0)
        {
            throw ApiException.BadRequest("resourceVersion and resourceVersionMatch cannot stand beside continue");
        }

        var (version, space, name) = Read(call.Query.Continue);
        var state = call.Api.Store.StateAt(call.Api.Cluster, version) ?? throw Forgotten();
        return new(state, new(call.Resource.Group, call.Resource.Kind, space, name));
    }

    private static (long Version, string Namespace, string Name) Read(string token)
    {
        try
        {
            if (token.Length <= LongestToken
                && PlainJson.Read(WebEncoders.Base64UrlDecode(token)) is JsonObject json
                && json["version"] is JsonValue number && number.TryGetValue(out long version)
                && json["namespace"] is JsonValue space && space.TryGetValue(out string? inside)
                && json["name"] is JsonValue text && text.TryGetValue(out string? name))
            {
                return (version, inside, name);
            }
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            // told below
        }

        throw ApiException.BadRequest("continue is no token of this server");
    }

    private static void CheckMatch(ApiCall call, long? asked, string match)
    {
        var wrong = match switch
        {
            "" => null,
            _ when asked is null => "is forbidden unless resourceVersion is given",
            "Exact" when asked == 0 => "must not be Exact for resourceVersion 0",
            "Exact" or "NotOlderThan" => null,
            _ => "must be Exact or NotOlderThan",
        };
        if (wrong is not null)
        {
            throw new ApiException(InvalidObject.Of(call.Resource, "", "resourceVersionMatch", wrong));
        }
    }

    private static ApiException Forgotten() => new(ApiStatus.Expired(
        "the list of that moment is forgotten by now; begin anew, without continue and resourceVersion"));
}
