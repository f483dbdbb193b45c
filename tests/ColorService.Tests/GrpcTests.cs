using System.Net;
using ColorDemo.ColorService.Colors;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests;

/// <summary>What only gRPC has: lists, health, reflection and limits of its own.</summary>
public sealed class GrpcTests(SharedService service)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_every_enabled_color_once_in_its_order()
    {
        using var channel = service.Process.Channel();

        var all = await new Client(channel).ListColorsAsync(new(), cancellationToken: Cancelled);
        var red = await new Client(channel).ListColorsAsync(new() { Family = "Red" }, cancellationToken: Cancelled);

        Assert.Equal(NamedColors.All.Select(color => color.Name), all.Colors.Select(color => color.Name));
        Assert.Equal(["Red", "Maroon", "Purple", "Fuchsia"], red.Colors.Select(color => color.Name));
        Assert.All(all.Colors, color => Assert.Equal("color-svc-v2-0", color.Pod));
    }

    [Theory]
    [InlineData("")]
    [InlineData("color.v1.ColorService")]
    public async Task Health_is_serving(string name)
    {
        using var channel = service.Process.Channel();

        var health = await new Health.HealthClient(channel)
            .CheckAsync(new() { Service = name }, cancellationToken: Cancelled);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Who_watches_health_learns_that_the_pod_is_unready_and_ready_again()
    {
        await using var own = await ServiceProcess.StartAsync();
        using var channel = own.Channel();
        using var watch = new Health.HealthClient(channel).Watch(new(), cancellationToken: Cancelled);
        var statuses = watch.ResponseStream;

        await NextAsync(HealthCheckResponse.Types.ServingStatus.Serving);
        await own.Admin.PutAsync("/faults", new StringContent("""{"unready":true}"""), Cancelled);
        await NextAsync(HealthCheckResponse.Types.ServingStatus.NotServing);
        await own.Admin.DeleteAsync("/faults", Cancelled);
        await NextAsync(HealthCheckResponse.Types.ServingStatus.Serving);

        async Task NextAsync(HealthCheckResponse.Types.ServingStatus status)
        {
            Assert.True(await statuses.MoveNext(Cancelled));
            Assert.Equal(status, statuses.Current.Status);
        }
    }

    [Fact]
    public async Task Who_watches_health_does_not_keep_the_pod_from_stopping()
    {
        await using var own = await ServiceProcess.StartAsync();
        using var channel = own.Channel();
        using var watch = new Health.HealthClient(channel).Watch(new(), cancellationToken: Cancelled);
        Assert.True(await watch.ResponseStream.MoveNext(Cancelled));

        var (exitCode, _) = await own.StopAsync().WaitAsync(TimeSpan.FromSeconds(20), Cancelled);

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Reflection_tells_the_services_and_the_file_of_ours()
    {
        using var channel = service.Process.Channel();
        using var talk = new ServerReflection.ServerReflectionClient(channel)
            .ServerReflectionInfo(cancellationToken: Cancelled);

        var services = await AskAsync(new() { ListServices = "" });
        Assert.Equal(
            ["color.v1.ColorService", "grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection"],
            services.ListServicesResponse.Service.Select(one => one.Name).Order());

        var file = await AskAsync(new() { FileContainingSymbol = "color.v1.ColorService" });
        Assert.Contains(
            file.FileDescriptorResponse.FileDescriptorProto,
            proto => proto.ToStringUtf8().Contains("StreamRandomColors", StringComparison.Ordinal));

        async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest question)
        {
            await talk.RequestStream.WriteAsync(question, Cancelled);
            Assert.True(await talk.ResponseStream.MoveNext(Cancelled));
            return talk.ResponseStream.Current;
        }
    }

    [Fact]
    public async Task A_path_of_gRPC_is_no_path_over_HTTP()
    {
        using var response = await service.GetAsync("/color.v1.ColorService/GetColor");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(response.Content.Headers.Allow);
        Assert.Equal("ERROR: no such path\n", await response.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task A_request_larger_than_4_KiB_is_refused()
    {
        using var channel = service.Process.Channel();

        var problem = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Client(channel).GetColorAsync(
                new() { Name = new string('x', 5000) }, cancellationToken: Cancelled));

        Assert.Equal(StatusCode.ResourceExhausted, problem.StatusCode);
    }

    [Theory]
    [InlineData(0, 1, "count must be")]
    [InlineData(-3, 1, "count must be")]
    [InlineData(1, -1, "interval must be")]
    [InlineData(1, 3601, "interval must be")]
    [InlineData(1, long.MaxValue, "interval must be")]
    public async Task A_stream_that_nobody_can_send_is_refused(int count, long seconds, string detail)
    {
        using var channel = service.Process.Channel();
        using var call = new Client(channel).StreamRandomColors(
            new() { Count = count, Interval = new Duration { Seconds = seconds } }, cancellationToken: Cancelled);

        var problem = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancelled));

        Assert.Equal(StatusCode.InvalidArgument, problem.StatusCode);
        Assert.StartsWith($"ERROR: {detail}", problem.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_counted_and_timed_by_method_and_code()
    {
        await using var own = await ServiceProcess.StartAsync();
        using var channel = own.Channel();
        await new Client(channel).GetColorAsync(new() { Name = "blue" }, cancellationToken: Cancelled);
        await Assert.ThrowsAsync<RpcException>(async () =>
            await new Client(channel).GetRandomColorAsync(new() { Family = "pink" }, cancellationToken: Cancelled));

        var metrics = await own.Client.GetStringAsync("/metrics", Cancelled);

        const string Labels = "grpc_type=\"unary\",grpc_service=\"color.v1.ColorService\",grpc_method=";
        Assert.Contains($"grpc_server_handled_total{{{Labels}\"GetColor\",grpc_code=\"OK\"}} 1\n", metrics);
        Assert.Contains($"grpc_server_handled_total{{{Labels}\"GetRandomColor\",grpc_code=\"NotFound\"}} 1\n", metrics);
        Assert.Contains($"grpc_server_handling_seconds_count{{{Labels}\"GetColor\"}} 1\n", metrics);
        Assert.Contains("color_svc_colors_total{color=\"Blue\",family=\"blue\",version=\"v1\"", metrics);
        Assert.DoesNotContain("endpoint=\"/color.v1", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_the_port_of_HTTP_is_told_to_upgrade()
    {
        using var call = new ByteArrayContent([]);
        call.Headers.ContentType = new("application/grpc");

        using var response = await service.Client.PostAsync("/color.v1.ColorService/GetColor", call, Cancelled);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }
}
