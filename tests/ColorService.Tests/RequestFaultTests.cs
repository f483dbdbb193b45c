using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests;

/// <summary>Faults that single requests ask for.</summary>
public sealed class RequestFaultTests(SharedService shared, RequestFaultTests.AllowingService allowing)
    : IClassFixture<RequestFaultTests.AllowingService>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("abort=503", 503, 0)]
    [InlineData("abort=418;delay=150ms", 418, 150)]
    [InlineData(" delay = 0.2s ; abort = 404 ", 404, 200)]
    [InlineData("delay=150ms", 200, 150)]
    public async Task A_request_gets_the_fault_that_it_asks_for_when_it_may(string header, int status, int delay)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await AskAsync(allowing.Process, header);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, delay, double.MaxValue);
        using var next = await allowing.Process.Client.GetAsync("/random", Cancelled);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("abort=200")]
    [InlineData("abort=600")]
    [InlineData("abort=503;abort=503")]
    [InlineData("abort")]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("delay=200")]
    [InlineData("delay=-1s")]
    [InlineData("delay=61s")]
    [InlineData("delay=NaNs")]
    [InlineData("delay=1e3ms")]
    [InlineData("latency=1s")]
    public async Task A_fault_that_cannot_be_had_is_refused_with_what_can(string header)
    {
        using var response = await AskAsync(allowing.Process, header);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "ERROR: x-color-fault: accepted is abort=STATUS (400 to 599) and delay=TIME (such as 200ms or 1.5s, up to "
            + "60s), each once, with a semicolon between them\n",
            await response.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task A_call_asks_for_a_fault_in_its_metadata()
    {
        using var channel = allowing.Process.Channel();
        Metadata metadata = [new("x-color-fault", "abort=503")];

        var problem = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Client(channel).GetRandomColorAsync(new(), metadata, cancellationToken: Cancelled));

        Assert.Equal(StatusCode.Unavailable, problem.StatusCode);
    }

    [Fact]
    public async Task A_request_cannot_ask_for_a_fault_unless_that_is_allowed()
    {
        using var response = await AskAsync(shared.Process, "abort=503");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(ServiceProcess service, string header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/random");
        request.Headers.TryAddWithoutValidation("x-color-fault", header);
        return service.Client.SendAsync(request, Cancelled);
    }

    public sealed class AllowingService : IAsyncLifetime
    {
        internal ServiceProcess Process { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Process = await ServiceProcess.StartAsync(("ALLOW_REQUEST_FAULTS", "true"));

        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
