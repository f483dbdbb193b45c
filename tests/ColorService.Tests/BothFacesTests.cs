using System.Net.Http.Headers;
using System.Text.Json;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Grpc.V1;
using Grpc.Core;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.ColorService.Tests;

/// <summary>Asks HTTP and gRPC the same questions.</summary>
public sealed class BothFacesTests(SharedService service)
{
    private static readonly HashSet<string> Identity = ["x-color-version", "x-color-cluster", "x-color-pod"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names =>
    [
        .. NamedColors.All.Select(color => color.Name), .. NamedColors.FormerNames.Keys, "bLuE", "nosuch", "red green",
    ];

    [Theory, MemberData(nameof(Names))]
    public async Task A_name_is_the_same_color(string name)
    {
        var overGrpc = await AskAsync(service.Process, client => client.GetColorAsync(new() { Name = name }));

        Assert.Equal(await AskAsync(service.Process, $"/get/{Uri.EscapeDataString(name)}"), overGrpc);
        Assert.StartsWith("{", overGrpc, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("red")]
    [InlineData("GREEN")]
    public async Task A_draw_is_from_the_same_colors(string? family)
    {
        var request = family is null ? new GetRandomColorRequest() : new() { Family = family };
        HashSet<string> overHttp = [], overGrpc = [];
        while (overHttp.Count < NamedColors.All.Count(IsWanted) || overGrpc.Count < NamedColors.All.Count(IsWanted))
        {
            overHttp.Add(await AskAsync(service.Process, family is null ? "/random" : $"/random/{family}"));
            overGrpc.Add(await AskAsync(service.Process, client => client.GetRandomColorAsync(request)));
        }

        Assert.Equal(overHttp, overGrpc);

        bool IsWanted(Colors.Color color) =>
            family is null || color.Family.Name.Equals(family, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("red", "DISABLE_RED", StatusCode.Internal)] // disabled
    [InlineData("purple", "DISABLE_RED", StatusCode.NotFound)]
    [InlineData("<script>", "DISABLE_RED", StatusCode.NotFound)]
    [InlineData("blue", "ENABLE_DELAY DISABLE_BLUE", StatusCode.Internal)]
    public async Task A_family_without_colors_is_the_same_error(string family, string switches, StatusCode code)
    {
        await using var own = await ServiceProcess.StartAsync(
            [.. switches.Split(' ').Select(name => (name, "true")), ("DELAY_DURATION_MILLISECOND", "1")]);

        var overGrpc = await AskAsync(own, client => client.GetRandomColorAsync(new() { Family = family }));

        Assert.Equal($"{code} {await AskAsync(own, $"/random/{Uri.EscapeDataString(family)}")}", overGrpc);
        Assert.Equal(overGrpc, await AskAsync(own, client => client.ListColorsAsync(new() { Family = family })));
    }

    [Theory]
    [InlineData(400, StatusCode.InvalidArgument)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(500, StatusCode.Internal)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.DeadlineExceeded)]
    [InlineData(418, StatusCode.Unknown)]
    public async Task An_injected_fault_is_the_same_error(int status, StatusCode code)
    {
        await using var own = await ServiceProcess.StartAsync(("ERROR_RATE", "1"), ("ERROR_STATUS", $"{status}"));

        var overGrpc = await AskAsync(own, client => client.GetColorAsync(new() { Name = "blue" }));

        Assert.Equal($"{code} ERROR: injected fault", overGrpc);
        Assert.Equal("ERROR: injected fault", await AskAsync(own, "/blue"));
        using var response = await own.Client.GetAsync("/blue", Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Without_any_family_both_say_so()
    {
        await using var own = await ServiceProcess.StartAsync(
            ("DISABLE_RED", "1"), ("DISABLE_GREEN", "1"), ("DISABLE_BLUE", "1"), ("DISABLE_YELLOW", "1"));

        var text = $"Internal {await AskAsync(own, "/random")}";

        Assert.Equal("Internal ERROR: no color available", text);
        Assert.Equal(text, await AskAsync(own, client => client.GetRandomColorAsync(new())));
        Assert.Equal(text, await AskAsync(own, client => client.GetColorAsync(new() { Name = "blue" })));
        Assert.Equal(text, await AskAsync(own, client => client.ListColorsAsync(new())));
    }

    [Fact]
    public async Task Both_tell_who_answered_beside_the_message()
    {
        using var channel = service.Process.Channel();
        using var call = new Client(channel).GetRandomColorAsync(new(), cancellationToken: Cancelled);
        var headers = await call.ResponseHeadersAsync;
        using var response = await service.GetAsync("/random");

        Assert.Equal(
            Known(response.Headers.Select(header => (header.Key, header.Value.Single()))),
            Known(headers.Select(entry => (entry.Key, entry.Value))));

        static IEnumerable<(string, string)> Known(IEnumerable<(string Name, string)> all) =>
            all.Where(header => Identity.Contains(header.Name)).Order();
    }

    /// <returns>The members of the answer in the order of JSON's, or the text of the error.</returns>
    private static async Task<string> AskAsync(ServiceProcess process, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await process.Client.SendAsync(request, Cancelled);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(Cancelled)
            : await TextAsync(process, path);
    }

    private static async Task<string> TextAsync(ServiceProcess process, string path)
    {
        using var response = await process.Client.GetAsync(path, Cancelled);
        return (await response.Content.ReadAsStringAsync(Cancelled)).TrimEnd('\n');
    }

    /// <returns>As over HTTP, but the error begins with gRPC's own status.</returns>
    private static async Task<string> AskAsync<T>(ServiceProcess process, Func<Client, AsyncUnaryCall<T>> call)
    {
        using var channel = process.Channel();
        try
        {
            return await call(new Client(channel)) is Grpc.V1.Color color ? Json(color) : "a list";
        }
        catch (RpcException exception)
        {
            return $"{exception.StatusCode} {exception.Status.Detail}";
        }
    }

    private static string Json(Grpc.V1.Color color)
    {
        (string Name, string? Value)[] members =
        [
            ("name", color.Name), ("hexCode", color.HexCode), ("family", color.HasFamily ? color.Family : null),
            ("version", color.Version), ("cluster", color.HasCluster ? color.Cluster : null), ("pod", color.Pod),
        ];
        return JsonSerializer.Serialize(members
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Name, member => member.Value));
    }
}
