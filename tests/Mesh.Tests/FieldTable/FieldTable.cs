using System.Text;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.FieldTable;

/// <summary>The part of the mesh's README that follows from the code: kinds, and the fields of each.</summary>
internal static class FieldTable
{
    public static string Write()
    {
        var kinds = IstioKind.All.Values
            .Select(kind => (Group: kind.Group, Version: kind.Versions[0], Kind: kind.Name))
            .Concat(GatewayApiKinds.Simulated.Concat(GatewayApiKinds.NotSimulated)
                .Select(kind => (Group: GatewayApiKinds.Group, Version: "v1", Kind: kind)))
            .OrderByDescending(kind => kind.Group, StringComparer.Ordinal)
            .ThenBy(kind => kind.Kind, StringComparer.Ordinal)
            .ToList();
        var text = new StringBuilder();
        text.Append("Kinds that are accepted with a warning, and not simulated:\n\n");
        foreach (var group in kinds
            .Where(kind => !IsSimulated(kind.Group, kind.Version, kind.Kind))
            .GroupBy(kind => kind.Group))
        {
            var names = group.Select(kind => kind.Kind).Chunk(5).Select(some => string.Join(", ", some));
            text.Append($"- `{group.Key}`: {string.Join(",\n  ", names)}\n");
        }

        foreach (var (group, version, kind) in kinds.Where(kind => IsSimulated(kind.Group, kind.Version, kind.Kind)))
        {
            text.Append($"\n<details><summary><b>{kind}</b> of {group}</summary>\n\n");
            text.Append("| path | simulated | accepted with a warning | accepted, decides nothing | refused |\n");
            text.Append("|---|---|---|---|---|\n");
            var spec = FieldNode.TreeOf(new ProbedKind($"{group}/{version}", kind).Read());
            text.AppendJoin("", new FieldRows(spec).Of(spec).Select(row => $"{row}\n"));
            text.Append("\n</details>\n");
        }

        return text.ToString();
    }

    private static bool IsSimulated(string group, string version, string kind) => !ManifestProblemTests
        .ProblemsOf($"apiVersion: {group}/{version}\nkind: {kind}\nmetadata: {{name: sample}}\n")
        .Any(problem => problem is { Code: ProblemCode.NotSimulated, Field: "kind" });
}
