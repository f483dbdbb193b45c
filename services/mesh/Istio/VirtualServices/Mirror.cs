namespace ColorDemo.Mesh.Istio;

/// <summary>Gets a copy of some requests, whose answer nobody sees. Istio <c>HTTPMirrorPolicy</c>.</summary>
/// <param name="Percent">Above 0, to 100: one with 0 is not read at all.</param>
public sealed record Mirror(Destination Destination, double Percent);
