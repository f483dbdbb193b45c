using ColorDemo.Launcher.Events;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Pods;

/// <summary>The place where one cluster's pods run: what they are given, and who hears of them.</summary>
/// <param name="Changed">Called whenever anything about a pod is not what it was, from any thread.</param>
internal sealed record PodNode(
    string Cluster, PodPlacement Placement, PodLogs Logs, EventLog Events, Report Report, Action Changed);
