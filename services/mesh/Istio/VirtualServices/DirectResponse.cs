namespace ColorDemo.Mesh.Istio;

/// <summary>An answer that the proxy gives itself. Istio <c>HTTPDirectResponse</c>.</summary>
/// <param name="Body">Absent means empty.</param>
public sealed record DirectResponse(int Status, ReadOnlyMemory<byte>? Body);
