using System.Runtime.CompilerServices;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.FieldTable;

public class FieldTableTests
{
    private const string Begin = "<!-- fields: written by FieldTableTests -->\n";
    private const string End = "<!-- end of fields -->\n";

    /// <remarks>COLORDEMO_ACCEPT=1 writes the table into the README, to be read and committed.</remarks>
    [Fact]
    public void The_table_of_fields_in_the_README_is_what_the_readers_do()
    {
        var path = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../services/mesh/README.md"));
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        var table = FieldTable.Write();
        if (Environment.GetEnvironmentVariable("COLORDEMO_ACCEPT") == "1")
        {
            File.WriteAllText(path, $"{text[..from]}{table}{text[to..]}");
            return;
        }

        Assert.Equal(table, text[from..to]);
    }

    [Theory]
    [InlineData("VirtualService", "| `http[].fault.abort` | `grpcStatus` `httpStatus` ", "|  |  | `http2Error` |")]
    [InlineData("DestinationRule", "| `subsets[]` | ", "`trafficPolicy` (as `trafficPolicy`) |  |  |  |")]
    public void A_row_tells_what_becomes_of_the_fields_inside(string kind, string start, string end)
    {
        var spec = FieldNode.TreeOf(new ProbedKind("networking.istio.io/v1", kind).Read());

        Assert.Single(new FieldRows(spec).Of(spec), row => row.StartsWith(start, StringComparison.Ordinal)
            && row.EndsWith(end, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_of_a_whole_is_not_repeated_for_its_parts()
    {
        var spec = FieldNode.TreeOf(new ProbedKind("networking.istio.io/v1", "VirtualService").Read());

        Assert.Empty(Assert.Single(spec.Inner, field => field.Name == "tcp[]").Inner);
    }

    [Fact]
    public void A_field_that_is_only_known_decides_nothing()
    {
        var spec = FieldNode.TreeOf(new ProbedKind("gateway.networking.k8s.io/v1", "Gateway").Read());

        Assert.Equal(
            FieldTreatment.WithoutEffect,
            Assert.Single(spec.Inner, field => field.Name == "infrastructure").Treatment);
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
