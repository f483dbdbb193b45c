using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;

namespace ColorDemo.Grid.Tests;

public sealed class GrpcProbeTests
{
    private static readonly Destination Pod = new("armadillo", "v2", "color-svc-v2-0");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_color_comes_over_gRPC_too_with_who_answered(bool newConnections)
    {
        await using var service = await ColorServiceProcess.StartAsync();

        var replies = await AskAsync(service.Grpc, 2, one => one with { NewConnections = newConnections });

        Assert.All(replies, reply => Assert.Equal((Outcome.Color, 0, Pod),
            (reply.Answer.Outcome, reply.Answer.Status, reply.Answer.Destination)));
        Assert.Contains(new("x-color-version", "v2"), HeaderText.Read(replies[0].Received));
    }

    [Fact]
    public async Task An_error_has_the_status_of_gRPC_and_who_failed()
    {
        await using var service = await ColorServiceProcess.StartAsync(("ERROR_RATE", "1"));

        var answer = (await AskAsync(service.Grpc, 1))[0].Answer;

        Assert.Equal((Outcome.Error, 14, Pod), (answer.Outcome, answer.Status, answer.Destination)); // UNAVAILABLE
    }

    [Fact]
    public async Task What_is_no_answer_in_time_is_a_timeout()
    {
        await using var service = await ColorServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", "20000"));

        Assert.Equal(Answer.TimedOut, (await AskAsync(service.Grpc, 1, one => one with { Timeout = 100 }))[0].Answer);
    }

    [Fact]
    public async Task A_port_that_speaks_no_HTTP_2_answers_garbage()
    {
        await using var service = await ColorServiceProcess.StartAsync();

        Assert.Equal(Answer.NotAColor, (await AskAsync(service.Http, 1))[0].Answer);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_refused_over_gRPC_too()
    {
        var service = await ColorServiceProcess.StartAsync();
        await service.DisposeAsync();

        Assert.Equal(Answer.NoConnection, (await AskAsync(service.Grpc, 1))[0].Answer);
    }

    private static async Task<Reply[]> AskAsync(Uri address, int times, Func<Sampling, Sampling>? but = null)
    {
        var sampling = new Sampling("armadillo", "/random", 1)
        {
            Protocol = SamplingProtocol.Grpc,
            Headers = [new("x-user", "canary")],
            Timeout = 20_000,
        };
        using var probe = new Probe(
            new(new("armadillo", address), (but ?? (same => same))(sampling)), TimeProvider.System);
        List<Reply> replies = [];
        for (; times > 0; times--)
        {
            replies.Add(await probe.AskAsync(TestContext.Current.CancellationToken));
        }

        return [.. replies];
    }
}
