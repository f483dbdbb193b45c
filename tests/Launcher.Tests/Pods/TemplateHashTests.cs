namespace ColorDemo.Launcher.Tests.Pods;

public class TemplateHashTests
{
    [Theory]
    [InlineData("image: color-svc", "image: color-svc:2")]
    [InlineData("DISABLE_RED: \"true\"", "DISABLE_RED: \"false\"")] // in the config map
    [InlineData("version: v1}", "version: v2}")]
    [InlineData("containerPort: 8800", "containerPort: 8900")]
    [InlineData("labels: {app: color-svc, version: v1}", "labels: {app: color-svc, version: v1}, annotations: {a: b}")]
    public void What_pods_are_made_of_replaces_them(string old, string changed) =>
        Assert.NotEqual(Hash(TestCluster.Manifests), Hash(Changed(old, changed)));

    [Theory]
    [InlineData("replicas: 2", "replicas: 5")]
    [InlineData("name: color-svc-v1, namespace: color", "name: color-svc-v1, namespace: color, labels: {a: b}")]
    [InlineData("port: 80,", "port: 81,")] // of the Service
    [InlineData("labels: {app: color-svc, version: v1}", "labels: {version: v1, app: color-svc}")] // as edit sorts them
    public void What_pods_are_not_made_of_leaves_them(string old, string changed) =>
        Assert.Equal(Hash(TestCluster.Manifests), Hash(Changed(old, changed)));

    [Fact]
    public void Pods_of_one_template_differ_by_their_names_and_what_follows_from_them()
    {
        using var cluster = new TestCluster();
        var pod = cluster.Deployment.PodOf(7);

        Assert.Equal("color-svc-v1-7", pod.Name);
        Assert.Equal("color-svc-v1-7", pod.Environment["POD_NAME"]);
        Assert.Equal("armadillo", pod.Environment["NODE_NAME"]);
        Assert.Equal("true", pod.Environment["DISABLE_RED"]);
        Assert.Equal(pod.TemplateHash, pod.Labels["pod-template-hash"]);
        Assert.Equal(cluster.Deployment.PodOf(8).TemplateHash, pod.TemplateHash);
    }

    private static string Changed(string old, string changed)
    {
        Assert.Contains(old, TestCluster.Manifests);
        return TestCluster.Manifests.Replace(old, changed, StringComparison.Ordinal);
    }

    private static string Hash(string yaml)
    {
        using var cluster = new TestCluster(yaml);
        return cluster.Deployment.Template.TemplateHash;
    }
}
