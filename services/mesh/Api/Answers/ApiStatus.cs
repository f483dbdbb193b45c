using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Why a request is refused, in the words that Kubernetes' clients know.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Reason">Of <c>meta/v1</c>'s <c>StatusReason</c>, which clients go by.</param>
internal sealed record ApiStatus(int Code, string Reason, string Message)
{
    public JsonObject? Details { get; init; }

    /// <summary>The methods that are allowed, of 405 alone.</summary>
    public string? Allow { get; init; }

    public static ApiStatus UnknownPath { get; } =
        new(404, "NotFound", "the server could not find the requested resource");

    public static ApiStatus BadRequest(string message) => new(400, "BadRequest", message);

    public static ApiStatus NotFound(ApiResource resource, string name) =>
        new(404, "NotFound", $"{resource.QualifiedName} \"{name}\" not found") { Details = Of(resource, name) };

    public static ApiStatus AlreadyExists(ApiResource resource, string name) =>
        new(409, "AlreadyExists", $"{resource.QualifiedName} \"{name}\" already exists")
        {
            Details = Of(resource, name),
        };

    public static ApiStatus Conflict(ApiResource resource, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {resource.QualifiedName} \"{name}\": {why}")
        {
            Details = Of(resource, name),
        };

    public static ApiStatus Forbidden(ApiResource resource, string name, string why) =>
        new(403, "Forbidden", $"{resource.QualifiedName} \"{name}\" is forbidden: {why}")
        {
            Details = Of(resource, name),
        };

    public static ApiStatus MethodNotAllowed(string allow) =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
        {
            Allow = allow,
        };

    public static ApiStatus Expired(string message) => new(410, "Expired", message);

    public JsonObject ToJson() => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Failure",
        ["message"] = Message,
        ["reason"] = Reason,
        ["details"] = Details?.DeepClone() ?? new JsonObject(),
        ["code"] = Code,
    };

    /// <summary>What a status is about; its <c>kind</c> is the plural, as Kubernetes has it.</summary>
    public static JsonObject Of(ApiResource resource, string name) => new()
    {
        ["name"] = name,
        ["group"] = resource.Group,
        ["kind"] = resource.Plural,
    };
}
