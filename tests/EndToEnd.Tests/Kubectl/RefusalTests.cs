using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>What kubectl is told when it brings what the mesh refuses, and that nothing changes then.</summary>
public sealed class RefusalTests(KubectlDemo shared) : IClassFixture<KubectlDemo>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("weight: 80", "weight: eighty", "spec.http[0].route[0].weight: \"eighty\" must be a whole number")]
    [InlineData("weight: 80", "wait: 80", "spec.http[0].route[0].wait")]
    [InlineData("prefix: /random", "regex: '('", "spec.http[0].match[0].uri.regex")]
    public async Task A_broken_file_is_refused_with_its_field_and_the_split_stays(string good, string bad, string told)
    {
        var yaml = await File.ReadAllTextAsync(shared.Manifests.SplitFile, Stop);

        var run = await shared.Armadillo.TryWithInputAsync(
            yaml.Replace(good, bad, StringComparison.Ordinal), "apply", "-f", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Errors);
        Assert.Equal("80 20", await shared.WeightsAsync());
    }

    [Fact]
    public async Task A_refused_edit_is_opened_again_with_the_reason()
    {
        var editor = Path.Combine(shared.Manifests.Path, "editor.sh");
        await File.WriteAllTextAsync(
            editor, "cat \"$1\" >> \"$0.seen\"; sed -i 's/weight: 80/weight: -1/' \"$1\"", Stop);

        var run = await shared.Armadillo.TryWithEditorAsync($"sh {editor}", "edit", "virtualservice", "color");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "# * spec.http[0].route[0].weight: weight -1 < 0", await File.ReadAllTextAsync($"{editor}.seen", Stop));
        Assert.Equal("80 20", await shared.WeightsAsync());
    }

    [Theory]
    [InlineData("virtualservice", "nothing", "virtualservices.networking.istio.io \"nothing\" not found")]
    [InlineData("pod", "nothing", "pods \"nothing\" not found")]
    public async Task What_is_not_there_is_not_found(string kind, string name, string told)
    {
        var run = await shared.Armadillo.TryAsync("get", kind, name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Errors);
    }

    [Theory]
    [InlineData("networking.istio.io/v1", "VirtualServise")]
    [InlineData("networking.istio.io/v7", "VirtualService")]
    [InlineData("v1", "Secret")]
    public async Task A_kind_that_nobody_serves_has_no_match(string version, string kind)
    {
        var run = await shared.Armadillo.TryWithInputAsync(
            $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: one}}\n", "apply", "-f", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"no matches for kind \"{kind}\" in version \"{version}\"", run.Errors);
        Assert.DoesNotContain("--validate=false", run.Errors);
    }

    [Fact]
    public async Task A_namespace_that_does_not_exist_takes_no_objects()
    {
        var run = await shared.Armadillo.TryWithInputAsync(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, namespace: nowhere}\n", "create", "-f", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("namespaces \"nowhere\" not found", run.Errors);
    }

    [Fact]
    public async Task A_refused_file_is_an_event_of_its_object_until_it_is_mended()
    {
        EditableManifests.Edit(shared.Manifests.SplitFile, "weight: 80", "weight: eighty");
        await Eventually.HoldsAsync(
            async () => (await shared.Armadillo.RunAsync("describe", "virtualservice", "color"))
                .Contains("ManifestsRefused", StringComparison.Ordinal),
            "describe shows the refusal");

        EditableManifests.Edit(shared.Manifests.SplitFile, "weight: eighty", "weight: 80");

        await Eventually.HoldsAsync(
            async () => !(await shared.Armadillo.RunAsync("get", "events", "-A"))
                .Contains("ManifestsRefused", StringComparison.Ordinal),
            "the refusal is gone");
    }
}
