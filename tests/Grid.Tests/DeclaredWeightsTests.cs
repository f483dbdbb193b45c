using System.Net;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Grid.Tests;

public sealed class DeclaredWeightsTests : IAsyncLifetime
{
    private const string Token = "a-token";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("declared-weights-");
    private readonly FileObjects _files;
    private readonly MeshStore _store = new(
        new MeshState([new("armadillo", ManifestSet.Empty, [], "localhost:1")]), ["armadillo"]);

    private WebApplication _api = null!;
    private ColorServer _gateway = null!;
    private GridHostProcess _host = null!;
    private string? _refused;

    public DeclaredWeightsTests() => _files = new(_store);

    public async ValueTask InitializeAsync()
    {
        Declare(armadillo: 80, bison: 20);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _api = builder.Build();
        _api.MapKubernetesApi(new("armadillo", _store, new(), Token, () => _refused));
        await _api.StartAsync(TestContext.Current.CancellationToken);
        _gateway = await ColorServer.StartAsync(ColorServer.Green);
        _host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"), ("KUBECONFIG", WriteKubeconfig()));
    }

    [Fact]
    public async Task Declared_weights_are_those_of_the_first_rule_that_matches_the_path()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");

        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);

        var split = viewer.History.Current!.Split!;
        Assert.Equal("VirtualService color/color, split", split.Rule);
        Assert.Equal(
            [new("armadillo", 80, Cluster: "armadillo"), new("v2", 20, Version: "v2")], split.Shares);
        Assert.Equal((50, 400), (split.AbortPercent, split.AbortStatus));
    }

    [Fact]
    public async Task A_path_without_a_rule_is_said_to_have_none()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/bison&rate=20");

        await viewer.NextWithAsync(_ => viewer.History.Current?.Unknown
            == "No rule of armadillo matches /bison: its gateway answers 404.");
    }

    [Fact]
    public async Task A_change_of_weights_begins_an_epoch_and_a_refused_edit_is_told()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);
        var before = viewer.History.Current!;

        Declare(armadillo: 1, bison: 3);
        await viewer.NextWithAsync(_ => viewer.History.Current!.Number > before.Number);
        Assert.Equal([25, 75], viewer.History.Current!.Split!.Shares.Select(share => share.Percent));

        _refused = "virtual-service.yaml:15: weight: is no number";
        await viewer.NextWithAsync(frame => frame.Warning == _refused);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
        await _api.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void Declare(int armadillo, int bison)
    {
        var file = Path.Combine(_folder.FullName, "mesh.yaml");
        File.WriteAllText(file, $$"""
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: { name: color, namespace: color }
            spec:
              selector: { istio: ingressgateway }
              servers:
                - { port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: { name: color-svc, namespace: color }
            spec:
              host: color-svc
              subsets:
                - { name: armadillo, labels: { topology.istio.io/cluster: armadillo } }
                - { name: v2, labels: { version: v2 } }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: color-svc, namespace: color }
            spec:
              selector: { app: color-svc }
              ports: [{ name: http, port: 8800 }]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: { name: color, namespace: color }
            spec:
              hosts: ["*"]
              gateways: [color]
              http:
                - name: split
                  match: [{ uri: { prefix: /random } }]
                  fault: { abort: { percentage: { value: 50 }, httpStatus: 400 } }
                  route:
                    - { destination: { host: color-svc, subset: armadillo }, weight: {{armadillo}} }
                    - { destination: { host: color-svc, subset: v2 }, weight: {{bison}} }
            """);
        _files.Apply(new Dictionary<string, ManifestSet> { ["armadillo"] = ManifestReader.Read(file) });
    }

    /// <summary>As the launcher writes it: a user with a token.</summary>
    private string WriteKubeconfig()
    {
        var file = Path.Combine(_folder.FullName, "kubeconfig");
        File.WriteAllText(file, $$"""
            apiVersion: v1
            kind: Config
            clusters: [{ name: armadillo, cluster: { server: "{{_api.Urls.First()}}" } }]
            contexts: [{ name: armadillo, context: { cluster: armadillo, user: demo } }]
            users: [{ name: demo, user: { token: {{Token}} } }]
            """);
        return file;
    }
}
