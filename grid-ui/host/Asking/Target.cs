using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What is sampled, and how: an endpoint of the allow-lists.</summary>
public sealed record Target(Gateway Gateway, Sampling Sampling)
{
    /// <summary>Of the proto file color/v1/color.proto.</summary>
    private const string GrpcMethod = "/color.v1.ColorService/GetRandomColor";

    /// <summary>With gRPC, the method is the path on the wire: no other can be asked.</summary>
    public Uri Address { get; } = Sampling switch
    {
        { Protocol: SamplingProtocol.Grpc } => new(Gateway.GrpcAddress ?? Gateway.Address, GrpcMethod),
        { Asker: Asker.Browser } => Sampling.AddressAt(Gateway.BrowserAddress!),
        _ => Sampling.AddressAt(Gateway.Address),
    };

    /// <summary>Without all that decides no route: targets that differ in nothing else go the same way.</summary>
    public Target RoutedAlike => new(Gateway, new(Sampling.Gateway, Sampling.Path, SamplingRate.Min)
    {
        Asker = Sampling.Asker, // at another address, another host name
        Protocol = Sampling.Protocol,
        Headers = Sampling.Headers,
        Query = Sampling.Query,
    });
}
