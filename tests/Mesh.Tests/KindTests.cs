using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class KindTests
{
    [Theory]
    [InlineData("networking.istio.io/v1", "VirtualSerivce", "did you mean 'VirtualService'?")]
    [InlineData("networking.istio.oi/v1", "VirtualSerivce", "did you mean 'VirtualService'?")]
    [InlineData("networking.istio.oi/v1", "Sidecar", "a Sidecar is of networking.istio.io/v1, v1beta1 or v1alpha3")]
    [InlineData("networking.istio.io/v2", "Gateway", "a Gateway is of networking.istio.io/v1, v1beta1 or v1alpha3")]
    [InlineData("v1", "ServiceEntry", "a ServiceEntry is of networking.istio.io/v1, v1beta1 or v1alpha3")]
    [InlineData("security.istio.io/v1alpha1", "AuthorizationPolicy", "is of security.istio.io/v1 or v1beta1")]
    [InlineData("networking.istio.io/v1", "Rainbow", "known are AuthorizationPolicy, DestinationRule")]
    [InlineData("apps/v1", "Deploymnet", "did you mean 'Deployment'?")]
    [InlineData("v1", "Deployment", "a Deployment is of apps/v1")]
    [InlineData("app/v1", "Deployment", "a Deployment is of apps/v1")]
    [InlineData("apps/v1", "Service", "a Service is of v1")]
    public void A_kind_that_nobody_serves_is_told_with_what_was_meant(string apiVersion, string kind, string told)
    {
        var problem = Assert.Single(ProblemsOf(apiVersion, kind));

        Assert.Equal((ProblemCode.UnknownKind, true), (problem.Code, problem.IsError));
        Assert.Contains(told, problem.Message);
    }

    [Theory]
    [InlineData("v1", "ServiceAccount")]
    [InlineData("apps/v1", "StatefulSet")]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler")]
    [InlineData("networking.k8s.io/v1", "Ingress")]
    [InlineData("policy.linkerd.io/v1alpha1", "AuthorizationPolicy")]
    [InlineData("serving.knative.dev/v1", "Service")]
    public void A_kind_of_somebody_else_is_accepted(string apiVersion, string kind) =>
        Assert.Empty(ProblemsOf(apiVersion, kind));

    [Theory]
    [InlineData("extensions.istio.io/v1alpha1", "TrafficExtension")]
    [InlineData("extensions.istio.io/v1alpha1", "WasmPlugin")]
    [InlineData("install.istio.io/v1alpha1", "IstioOperator")]
    [InlineData("networking.istio.io/v1alpha3", "EnvoyFilter")]
    [InlineData("networking.istio.io/v1beta1", "ProxyConfig")]
    [InlineData("security.istio.io/v1", "PeerAuthentication")]
    [InlineData("telemetry.istio.io/v1", "Telemetry")]
    public void A_kind_of_Istio_that_is_not_simulated_is_a_warning(string apiVersion, string kind)
    {
        var problem = Assert.Single(ProblemsOf(apiVersion, kind));

        Assert.Equal((ProblemCode.NotSimulated, false), (problem.Code, problem.IsError));
    }

    [Fact]
    public void An_Istio_operator_needs_no_name() => Assert.DoesNotContain(
        ManifestProblemTests.ProblemsOf("apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {}\n"),
        problem => problem.IsError);

    private static IReadOnlyList<ManifestProblem> ProblemsOf(string apiVersion, string kind) =>
        ManifestProblemTests.ProblemsOf($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}\n");
}
