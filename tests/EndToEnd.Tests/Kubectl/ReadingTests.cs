namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>What kubectl shows of the clusters.</summary>
public class ReadingTests(KubectlDemo shared) : IClassFixture<KubectlDemo>
{
    [Theory]
    [InlineData("virtualservice", @"NAME +GATEWAYS +HOSTS +AGE\ncolor +\[""color""\] +\[""\*""\] +\w+\n")]
    [InlineData("vs", @"\ncolor-paths +")]
    [InlineData("dr", @"NAME +HOST +AGE\ncolor-svc +color-svc")]
    [InlineData("deploy", @"NAME +READY +UP-TO-DATE +AVAILABLE +AGE\n(?s:.*)color-svc-v1 +2/2 +2 +2 ")]
    [InlineData("pods", @"NAME +READY +STATUS +RESTARTS +AGE\n(?s:.*)color-svc-v1-0 +1/1 +Running +0 ")]
    [InlineData("svc", @"NAME +TYPE +CLUSTER-IP +EXTERNAL-IP +PORT\(S\) +AGE\n(?s:.*)color-svc +ClusterIP .*8800/TCP")]
    [InlineData("ns", @"NAME +STATUS +AGE\n(?s:.*)color +Active")]
    [InlineData("endpoints", @"NAME +ENDPOINTS +AGE\n(?s:.*)color-svc +127\.0\.0\.1:\d+")]
    public async Task A_list_has_the_columns_of_a_real_cluster(string kind, string rows) =>
        Assert.Matches(rows, await shared.Armadillo.RunAsync("get", kind));

    [Theory]
    [InlineData("name", "virtualservice.networking.istio.io/color\n")]
    [InlineData("jsonpath={.spec.http[0].route[*].destination.subset}", "armadillo bison")]
    [InlineData("yaml", "color-demo.local/origin: ")]
    [InlineData("json", "\"kind\": \"VirtualService\"")]
    public async Task An_object_is_shown_in_every_form(string form, string part) =>
        Assert.Contains(part, await shared.Armadillo.RunAsync("get", "virtualservice", "color", "-o", form));

    [Fact]
    public async Task An_object_tells_the_file_and_line_that_it_came_from() => Assert.Matches(
        @"mesh/virtual-service\.yaml:\d+",
        await shared.Armadillo.RunAsync(
            "get", "virtualservice", "color", "-o", @"jsonpath={.metadata.annotations.color-demo\.local/origin}"));

    [Fact]
    public async Task Labels_and_fields_select()
    {
        var pods = await shared.Armadillo.RunAsync("get", "pods", "-l", "app=color-svc,version in (v1)", "-o", "name");
        var one = await shared.Armadillo.RunAsync(
            "get", "pods", "--field-selector", "metadata.name=color-svc-v1-1", "-o", "name");

        Assert.Equal("pod/color-svc-v1-0\npod/color-svc-v1-1\n", pods);
        Assert.Equal("pod/color-svc-v1-1\n", one);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages() => Assert.Equal(
        await shared.Armadillo.RunAsync("get", "all", "-A", "-o", "name"),
        await shared.Armadillo.RunAsync("get", "all", "-A", "-o", "name", "--chunk-size", "1"));

    [Theory]
    [InlineData("virtualservice/color", "Weight: +80")]
    [InlineData("deployment/color-svc-v1", "2 desired \\| 2 updated \\| 2 total \\| 2 available \\| 0 unavailable")]
    [InlineData("pod/color-svc-v1-0", "Ready +True")]
    [InlineData("service/color-svc", "Endpoints: +127\\.0\\.0\\.1:")]
    public async Task An_object_is_described(string name, string part) =>
        Assert.Matches(part, await shared.Armadillo.RunAsync("describe", name));

    [Theory]
    [InlineData("virtualservice.spec.http.route.weight", "FIELD: weight <integer>")]
    [InlineData("destinationrule.spec.subsets", "FIELD: subsets <\\[\\]Object>")]
    [InlineData("deployment.spec.replicas", "FIELD: replicas <integer>")]
    public async Task A_field_is_explained(string field, string part) =>
        Assert.Matches(part, await shared.Armadillo.RunAsync("explain", field));

    [Fact]
    public async Task A_watch_shows_a_change_that_is_made_by_editing_a_file()
    {
        using var watch = shared.Armadillo.Start(
            "get", "virtualservice", "-w", "-o", "jsonpath={.metadata.name} {.spec.http[0].route[0].weight}{\"\\n\"}");
        var first = await watch.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal("color 80", first);

        EditableManifests.Edit(shared.Manifests.SplitFile, "weight: 80", "weight: 81");

        var changed = await watch.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (changed is not null && !changed.StartsWith("color 81", StringComparison.Ordinal))
        {
            changed = await watch.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        Processes.Signal(watch.Id, "TERM");
        EditableManifests.Edit(shared.Manifests.SplitFile, "weight: 81", "weight: 80");
        Assert.Equal("color 81", changed);
    }
}
