namespace ColorDemo.Mesh.Istio;

/// <summary>The statuses of gRPC by name; the place in the list is the code.</summary>
/// <remarks>Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html</remarks>
internal static class GrpcStatus
{
    private static readonly string[] Codes =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
        "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
        "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    /// <summary>The code, or null when the field is absent or wrong.</summary>
    public static int? Read(Fields fields, string name)
    {
        if (fields.Text(name, "a name such as UNAVAILABLE") is not { } status)
        {
            return null;
        }

        var code = Array.IndexOf(Codes, status);
        if (code < 0)
        {
            fields.Error(name,
                $"gRPC status '{status}' is not supported; write a name, one of {string.Join(", ", Codes)}");
        }

        return code < 0 ? null : code;
    }
}
