using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.Api;

public class FieldDescriptionTests
{
    /// <summary>All that are not Kubernetes' own.</summary>
    public static TheoryData<string> Kinds =>
        [.. ApiResources.All.Where(one => one.Model is null).Select(one => one.QualifiedName)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_described_field_is_one_that_the_reader_asks_for(string kind)
    {
        var resource = ResourceOf(kind);

        Assert.Empty(FieldDescriptions.Of(resource).Paths.Except(FieldsOf(resource).Keys.Append(resource.Kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_simulated_field_is_described(string kind)
    {
        var resource = ResourceOf(kind);
        var descriptions = FieldDescriptions.Of(resource);
        var simulated = FieldsOf(resource)
            .Where(field => field.Value == FieldTreatment.Simulated)
            .Select(field => field.Key)
            .Where(path => path != "spec" && !path.EndsWith(".*", StringComparison.Ordinal));

        Assert.DoesNotContain(simulated, path => descriptions.Find(path) is null);
    }

    [Fact]
    public void What_is_like_another_field_has_its_descriptions_but_for_those_of_its_own()
    {
        var read = FieldDescriptions.Parse(
            "spec.a: A.\nspec.a.x: X.\nspec.b: B.\nspec.b as spec.a\nspec.c as spec.a\n");

        Assert.Equal("B.", read.Find("spec.b")!.Text);
        Assert.Equal("X.", read.Find("spec.b.x")!.Text);
        Assert.Equal("A.", read.Find("spec.c")!.Text);
        Assert.Null(read.Find("spec.bx"));
    }

    [Theory]
    [InlineData("spec.a")]
    [InlineData("spec.a:")]
    [InlineData("spec a: A.")]
    public void A_line_that_says_nothing_is_refused(string line) =>
        Assert.Throws<FormatException>(() => FieldDescriptions.Parse(line));

    private static ApiResource ResourceOf(string kind) => ApiResources.All.Single(one => one.QualifiedName == kind);

    /// <summary>What is inside of fields that are not simulated counts like these.</summary>
    private static Dictionary<string, FieldTreatment> FieldsOf(ApiResource resource)
    {
        var asked = new ProbedKind(resource.ApiVersion, resource.Kind).Read();
        return asked.Forms.Keys
            .Where(path => path.StartsWith("spec", StringComparison.Ordinal))
            .GroupBy(AskedSchema.PlainPathOf)
            .ToDictionary(paths => paths.Key, paths => paths.SelectMany(WithOuter).Max(asked.TreatmentOf));
    }

    private static IEnumerable<string> WithOuter(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            yield return path[..end].EndsWith("[0]", StringComparison.Ordinal) ? path[..(end - 3)] : path[..end];
        }
    }
}
