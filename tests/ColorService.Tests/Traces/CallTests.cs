using Grpc.Core;
using Grpc.Health.V1;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>Spans of gRPC calls.</summary>
public sealed class CallTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_told_by_the_conventions_and_is_the_child_of_its_caller()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync();
        using var channel = service.Channel();
        Metadata caller = new() { { "traceparent", "00-80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-01" } };

        await new Client(channel).GetColorAsync(new() { Name = "BLUE" }, caller, cancellationToken: Cancelled);

        var span = Assert.Single(await collector.AllAsync(service));
        Assert.Equal("color.v1.ColorService/GetColor", span.Name);
        Assert.Equal("e457b5a2e4d86bd1", span.ParentId);
        Assert.Equal(SpanKind.Server, span.Kind);
        Assert.False(span.IsError);
        Assert.Equal("grpc", span.Attributes["rpc.system"]);
        Assert.Equal("color.v1.ColorService", span.Attributes["rpc.service"]);
        Assert.Equal("GetColor", span.Attributes["rpc.method"]);
        Assert.Equal("0", span.Attributes["rpc.grpc.status_code"]);
        Assert.Equal("2", span.Attributes["network.protocol.version"]);
        Assert.Equal("Blue", span.Attributes["color.name"]);
        Assert.DoesNotContain("http.route", span.Attributes);
    }

    [Theory]
    [InlineData("red", StatusCode.Internal, true)]
    [InlineData("purple", StatusCode.NotFound, false)]
    public async Task A_call_that_fails_tells_its_status(string family, StatusCode status, bool isError)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(("DISABLE_RED", "true"));
        using var channel = service.Channel();

        await Assert.ThrowsAsync<RpcException>(async () => await new Client(channel)
            .GetRandomColorAsync(new() { Family = family }, cancellationToken: Cancelled));

        var span = Assert.Single(await collector.AllAsync(service));
        Assert.Equal($"{(int)status}", span.Attributes["rpc.grpc.status_code"]);
        Assert.Equal(isError, span.IsError);
    }

    [Fact]
    public async Task Health_has_no_span()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync();
        using var channel = service.Channel();

        await new Health.HealthClient(channel).CheckAsync(new(), cancellationToken: Cancelled);

        Assert.Empty(await collector.AllAsync(service));
    }
}
