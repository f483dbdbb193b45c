using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>A Deployment owns the pods that its selector finds, so it must find those of its own template.</summary>
/// <remarks>Source: Kubernetes' validation of <c>apps/v1</c> Deployments.</remarks>
internal static class DeploymentSelector
{
    private const string Field = "spec.selector";

    public static void Check(V1Deployment? deployment, ProblemReport report)
    {
        if (deployment is null)
        {
            return;
        }

        var selector = deployment.Spec?.Selector;
        var labels = deployment.Spec?.Template?.Metadata?.Labels ?? new Dictionary<string, string>();
        if (selector is not ({ MatchLabels.Count: > 0 } or { MatchExpressions.Count: > 0 }))
        {
            report.Error(Field, "is required; write matchLabels with labels of spec.template", ProblemCode.Required);
        }
        else if ((selector.MatchLabels ?? new Dictionary<string, string>()).Any(one => !HasLabel(labels, one))
            || (selector.MatchExpressions ?? []).Any(one => one is not null && !Holds(labels, one)))
        {
            report.Error("spec.template.metadata.labels",
                $"{Field} does not match them, so the Deployment would not find its own pods; write the same labels "
                + "in both places");
        }
    }

    private static bool HasLabel(IDictionary<string, string> labels, KeyValuePair<string, string> wanted) =>
        labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value;

    private static bool Holds(IDictionary<string, string> labels, V1LabelSelectorRequirement wanted)
    {
        var has = labels.TryGetValue(wanted.Key ?? "", out var value);
        var isListed = has && wanted.Values?.Contains(value) is true;
        return wanted.OperatorProperty switch
        {
            "In" => isListed,
            "NotIn" => !isListed,
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}
