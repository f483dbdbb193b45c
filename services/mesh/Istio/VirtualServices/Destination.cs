namespace ColorDemo.Mesh.Istio;

/// <summary>A service, or a part of it. Istio <c>Destination</c>.</summary>
/// <param name="Host">Full name: a short one was completed with the VirtualService's namespace.</param>
/// <param name="Subset">A subset of the host's DestinationRule; absent means all endpoints.</param>
/// <param name="Port">Absent: the service's only port, else the port that the request came in on.</param>
public sealed record Destination(string Host, string? Subset, int? Port)
{
    internal static Destination Read(Metadata metadata, Fields destination)
    {
        var host = destination.RequiredText("host");
        var port = destination.Object("port");
        var number = port?.WholeNumber("number", 1, 65535);
        port?.End();
        var read = new Destination(metadata.FullHost(host), destination.Text("subset"), number);
        destination.End();
        return read;
    }
}
