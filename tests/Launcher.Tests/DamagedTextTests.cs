using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;
using ColorDemo.Mesh.Istio;
using CsCheck;

namespace ColorDemo.Launcher.Tests;

public class DamagedTextTests
{
    private const string Text = """
        apiVersion: v1
        kind: Thing
        metadata: {name: a, labels: &labels {app: a, "b": 'c'}}
        spec: # of all
          ? x
          : 1
          list:
          - name: one
            more: *labels
          # between
          - - 1
            - [2, {y: 3}]
          text: |
            one
            two

          <<: *labels
        """;

    [Fact]
    public void Any_text_that_can_be_read_is_edited_or_refused()
    {
        var damage = Gen.Select(
            Gen.Int[0, Text.Length - 1],
            Gen.Int[0, 30],
            Gen.String[Gen.Char["[]{}:-*&!|>'\"#?,<< \n\n  \t\rab01"], 0, 5],
            Gen.Int[0, int.MaxValue]);

        damage.Sample((from, length, inserted, seed) =>
        {
            var text = Text[..from] + inserted + Text[Math.Min(Text.Length, from + length)..];
            List<ManifestProblem> problems = [];
            var objects = YamlDocuments.Read(Edited.File, text, problems);
            if (problems.Count > 0 || objects.Count == 0)
            {
                return;
            }

            var wanted = (JsonObject)objects[0].Json.DeepClone();
            new RandomObject(new(seed)).ChangeAny(wanted);
            try
            {
                Assert.True(JsonNode.DeepEquals(wanted, Edited.Objects(Edited.With(text, wanted))[0]));
            }
            catch (CannotSaveException)
            {
                // told, and the file is left as it is
            }
        }, iter: 1_000);
    }
}
