using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>A whole answer of JSON.</summary>
internal static class JsonAnswer
{
    public static Task WriteAsync(HttpContext context, int code, JsonObject json, string type = "application/json") =>
        WriteAsync(context, code, JsonSerializer.SerializeToUtf8Bytes(json), type);

    public static Task WriteAsync(
        HttpContext context, int code, ReadOnlyMemory<byte> json, string type = "application/json")
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = type;
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-cache, private";
        return context.Response.Body.WriteAsync(json).AsTask(); // which ends by itself when the client goes
    }

    public static Task WriteAsync(HttpContext context, ApiStatus status)
    {
        if (status.Allow is { } allow)
        {
            context.Response.Headers.Allow = allow;
        }

        if (status.Code == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return WriteAsync(context, status.Code, status.ToJson());
    }
}
