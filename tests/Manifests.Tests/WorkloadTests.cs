using k8s.Models;

namespace ColorDemo.Manifests.Tests;

public class WorkloadTests
{
    private static readonly string[] Protocols = ["http", "grpc", "tcp"];

    public static TheoryData<string> Deployments =>
        [.. Manifests.Read("clusters/armadillo").Deployments.Select(one => one.Metadata.Name)];

    [Theory, MemberData(nameof(Deployments))]
    public void A_pod_is_probed_limited_and_may_do_nothing_that_it_need_not(string name)
    {
        var (pod, container) = Read(name);

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.NotNull(container.ReadinessProbe);
        Assert.NotNull(container.LivenessProbe);
        Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order());
        Assert.Contains("memory", container.Resources.Limits.Keys);
    }

    [Theory, MemberData(nameof(Deployments))]
    public void A_pod_bears_the_labels_that_Istio_and_Kiali_read(string name)
    {
        var labels = Template(name).Metadata.Labels;

        Assert.Contains("app", labels.Keys);
        Assert.Contains("version", labels.Keys);
        Assert.Equal(labels["app"], labels["app.kubernetes.io/name"]);
        Assert.Equal(labels["version"], labels["app.kubernetes.io/version"]);
    }

    [Theory, MemberData(nameof(Deployments))]
    public void A_port_is_named_by_its_protocol(string name) =>
        Assert.All(Read(name).Container.Ports, port => Assert.Contains(port.Name.Split('-')[0], Protocols));

    private static (V1PodSpec Pod, V1Container Container) Read(string name)
    {
        var pod = Template(name).Spec;
        return (pod, Assert.Single(pod.Containers));
    }

    private static V1PodTemplateSpec Template(string name) =>
        Manifests.Read("clusters/armadillo").Deployments.Single(one => one.Metadata.Name == name).Spec.Template;
}
