using System.Net.Http.Json;
using ColorDemo.Grid.Wire;
using ColorDemo.Tests;

namespace ColorDemo.Grid.Tests;

public sealed class DeclaredWeightsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("declared-weights-");
    private KubernetesServer _api = null!;
    private ColorServer _gateway = null!;
    private GridHostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await KubernetesServer.StartAsync(80, 20);
        _gateway = await ColorServer.StartAsync(ColorServer.Green);
        _host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"), ("KUBECONFIG", _api.WriteKubeconfig(_folder)));
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
    public async Task The_headers_of_a_panel_decide_what_is_declared_for_it()
    {
        _api.Apply(ColorManifests.Canary);
        using var canary = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/bison&rate=20&header=x-user:canary");
        using var everyone = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/bison&rate=20");

        await canary.NextWithAsync(_ =>
            canary.History.Current?.Split?.Rule == "VirtualService color/canary, canary");
        await everyone.NextWithAsync(_ => everyone.History.Current?.Unknown
            == "No rule of armadillo matches /bison: its gateway answers 404.");
    }

    [Fact]
    public async Task Pods_that_come_and_go_are_told_to_those_who_may_be_asking_them()
    {
        _api.Serve("color-svc-v1-0", isReady: true);
        using var asking = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        using var other = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/bison&rate=20");
        await asking.NextWithAsync(_ => asking.History.Current?.Split is not null);
        await Eventually.HoldsAsync(() => _api.WatchesOf("endpointslices") > 0);

        _api.Serve("color-svc-v1-1", isReady: true);
        var came = await asking.NextWithAsync(frame => frame.Incidents is [.., { Text: var text }]
            && text.StartsWith("color-svc-v1-1", StringComparison.Ordinal));
        _api.Serve("color-svc-v1-0", isReady: false);
        var went = await asking.NextWithAsync(frame => frame.Incidents is [{ Kind: IncidentKind.PodWent }]);

        Assert.Equal(
            (IncidentKind.PodCame, "color-svc-v1-1 (armadillo) has come"),
            (came.Incidents![^1].Kind, came.Incidents[^1].Text));
        Assert.Equal("color-svc-v1-0 (armadillo) has gone", went.Incidents![0].Text);
        Assert.Null((await other.NextAsync()).Incidents);
    }

    [Fact]
    public async Task A_subset_that_loses_its_pods_is_told_at_once_and_begins_no_epoch()
    {
        _api.Serve("color-svc-v1-0", isReady: true);
        _api.Serve("color-svc-v2-0", isReady: true, "v2");
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        await viewer.NextWithAsync(_ => viewer.History.Circumstances.Facts is [{ Kind: FactKind.Abort }]);
        var epoch = viewer.History.Current!;

        _api.Serve("color-svc-v2-0", isReady: false, "v2");
        await viewer.NextWithAsync(_ => viewer.History.Circumstances.Facts is [{ Kind: FactKind.NoPods }, ..]);
        Assert.Equal(
            "subset v2 has no ready pod in armadillo: unless another cluster has one, its 10 % get 503",
            viewer.History.Circumstances.Facts[0].Text);
        Assert.Equal("VirtualService color/color, split", viewer.History.Circumstances.Rule?.Name);

        _api.Serve("color-svc-v2-0", isReady: true, "v2");
        await viewer.NextWithAsync(_ => viewer.History.Circumstances.Facts is [{ Kind: FactKind.Abort }]);
        Assert.Equal(epoch.Number, viewer.History.Current!.Number);
    }

    [Fact]
    public async Task A_sample_tells_the_rule_that_sent_it()
    {
        const string query = "gateway=armadillo&path=/random&rate=20";
        using var viewer = await Viewer.JoinAsync(_host, query);
        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);
        var after = (await viewer.NextWithAsync(frame => frame.Samples.Count > 0)).Samples[^1].Number;
        var frame = await viewer.NextWithAsync(frame => frame.Samples.Any(sample => sample.Number > after + 2));

        var details = await _host.Http.GetFromJsonAsync(
            $"api/sample?{query}&number={frame.Samples[^1].Number}", WireJson.Default.SampleDetails,
            TestContext.Current.CancellationToken);

        Assert.Equal(new("VirtualService color/color, split", ""), details!.Rule);
    }

    [Fact]
    public async Task A_change_of_weights_begins_an_epoch_and_a_refused_edit_is_told()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);
        var before = viewer.History.Current!;

        _api.Apply(ColorManifests.Split(1, 3));
        await viewer.NextWithAsync(_ => viewer.History.Current!.Number > before.Number);
        Assert.Equal([25, 75], viewer.History.Current!.Split!.Shares.Select(share => share.Percent));

        const string why = "virtual-service.yaml:15: weight: is no number";
        _api.Refuse(why);
        await viewer.NextWithAsync(frame => frame.Warning == why);
        _api.Accept();
        await viewer.NextWithAsync(frame => frame.Warning is null);
    }

    [Fact]
    public async Task An_API_that_is_away_for_a_moment_changes_nothing_and_one_that_stays_away_is_told()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);
        var before = viewer.History.Current!;
        var port = _api.Port;

        await _api.DisposeAsync();
        _api = await KubernetesServer.StartAsync(80, 20, port);
        await Eventually.HoldsAsync(() => _api.WatchesOf("virtualservices") > 0);
        await viewer.NextAsync();
        Assert.Equal(before.Number, viewer.History.Current!.Number);

        await _api.DisposeAsync();
        await viewer.NextWithAsync(_ => viewer.History.Current!.Unknown
            == "The declared weights are unknown: the Kubernetes API of armadillo does not answer.");

        _api = await KubernetesServer.StartAsync(1, 3, port);
        await viewer.NextWithAsync(_ => viewer.History.Current!.Split?.Shares[0].Percent == 25);
    }

    [Fact]
    public async Task Weights_whose_destinations_nobody_may_read_are_unknown_with_the_reason()
    {
        using var viewer = await Viewer.JoinAsync(_host, "gateway=armadillo&path=/random&rate=20");
        await viewer.NextWithAsync(_ => viewer.History.Current?.Split is not null);
        var port = _api.Port;
        await _api.DisposeAsync();

        _api = await KubernetesServer.StartAsync(80, 20, port, KubernetesServer.Refusing(("destinationrules", 403)));

        await viewer.NextWithAsync(_ => viewer.History.Current!.Unknown == "The declared weights are unknown: "
            + "the Kubernetes API of armadillo does not give destinationrules (403 Forbidden).");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
        await _api.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
