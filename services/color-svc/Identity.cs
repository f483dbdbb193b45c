namespace ColorDemo.ColorService;

/// <summary>Who answers. A null part is not configured, and is left out of every answer.</summary>
/// <param name="Version">The <c>version</c> label of the pod, which tells subsets apart.</param>
public sealed record Identity(string Version, string? Cluster, string Pod, string? Namespace, string? Node);
