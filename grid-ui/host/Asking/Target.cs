using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What is sampled, and how: an endpoint of the allow-lists.</summary>
public sealed record Target(Gateway Gateway, Sampling Sampling)
{
    /// <summary>Of the proto file color/v1/color.proto.</summary>
    private const string GrpcMethod = "/color.v1.ColorService/GetRandomColor";

    /// <summary>With gRPC, the method is the path on the wire: no other can be asked.</summary>
    public Uri Address { get; } = Sampling.Protocol == SamplingProtocol.Grpc
        ? new(Gateway.GrpcAddress ?? Gateway.Address, GrpcMethod)
        : new(Gateway.Address, $"{Sampling.Path}?fmt=json{(Sampling.Query.Length > 0 ? "&" : "")}{Sampling.Query}");

    /// <summary>Without all that decides no route: targets that differ in nothing else go the same way.</summary>
    public Target RoutedAlike => new(Gateway, new(Sampling.Gateway, Sampling.Path, SamplingRate.Min)
    {
        Protocol = Sampling.Protocol,
        Headers = Sampling.Headers,
        Query = Sampling.Query,
    });
}
