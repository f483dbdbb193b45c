using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColorDemo.Observability.Tests;

/// <summary>The shipped configurations, with targets of this machine and without 15 s between two scrapes.</summary>
internal static partial class ScrapeConfiguration
{
    private const string PodsFile = "file_sd_configs: [{files: [pods.json]}]\n";

    /// <summary>
    /// That for a cluster. A file says what the Kubernetes API would: Debian's Prometheus is built without a client
    /// for it. What the relabelling makes of that is the shipped file's own.
    /// </summary>
    public static string OfCluster { get; } =
        Quick(Once(KubernetesDiscovery, Shipped.ReadText(Shipped.Prometheus, "prometheus.yaml"), PodsFile));

    /// <summary>What the operator makes of the shipped PodMonitor, by its documentation.</summary>
    public static string OfOperator { get; } = Quick($$"""
        global: {scrape_interval: 15s, evaluation_interval: 15s}
        rule_files: ["*.rules.yaml"]
        scrape_configs:
          - job_name: podMonitor/color/color-svc/0
            {{PodsFile.TrimEnd()}}
            honor_labels: {{(bool)Endpoint["honorLabels"]!}}
            metrics_path: {{(string)Endpoint["path"]!}}
            relabel_configs:
              - {source_labels: [__meta_kubernetes_pod_container_port_name], regex: {{Endpoint["port"]}}, action: keep}
              - {source_labels: [__meta_kubernetes_pod_label_{{Spec["jobLabel"]}}], target_label: job}
              - {replacement: {{Endpoint["port"]}}, target_label: endpoint}
        """);

    private static JsonNode Spec => Shipped.ReadYaml("operator", "pod-monitor.yaml")["spec"]!;

    private static JsonNode Endpoint => Spec["podMetricsEndpoints"]![0]!;

    /// <summary>That for this machine.</summary>
    public static string OfMachine(string target) =>
        Quick(Once(LocalTarget, Shipped.ReadText(Shipped.Prometheus, "local.yaml"), target));

    private static string Quick(string configuration)
    {
        Assert.Contains("15s", configuration, StringComparison.Ordinal);
        return configuration.Replace("15s", "200ms", StringComparison.Ordinal);
    }

    private static string Once(Regex what, string text, string by)
    {
        Assert.Single(what.Matches(text));
        return what.Replace(text, by);
    }

    [GeneratedRegex("""kubernetes_sd_configs:\n( {6}.*\n)+""")]
    private static partial Regex KubernetesDiscovery { get; }

    [GeneratedRegex("""127\.0\.0\.1:8800""")]
    private static partial Regex LocalTarget { get; }
}
