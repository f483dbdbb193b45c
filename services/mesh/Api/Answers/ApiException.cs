namespace ColorDemo.Mesh.Api;

/// <summary>A request is refused; nothing has changed.</summary>
internal sealed class ApiException(ApiStatus status) : Exception(status.Message)
{
    public ApiStatus Status { get; } = status;

    public static ApiException BadRequest(string message) => new(ApiStatus.BadRequest(message));
}
