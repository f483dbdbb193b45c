using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class CellFaceTests
{
    private static readonly Sample Green = new(
        258, Outcome.Color, 200, new("bison", "v2", "color-svc-v2-0"), 12.3, "SeaGreen", "#2e8b57");

    private readonly ClusterMarks _marks = new();

    [Theory]
    [InlineData(CellHue.Answer, "SeaGreen", "bison v2", "#2e8b57")]
    [InlineData(CellHue.Version, "v2", "bison", "#d55e00")]
    [InlineData(CellHue.Cluster, "bison", "v2", "#f4594f")]
    [InlineData(CellHue.Pod, "v2-0", "bison", "#56b4e9")]
    [InlineData(CellHue.Status, "200", "bison v2", "#009e73")]
    [InlineData(CellHue.Latency, "12 ms", "bison v2", "#21918c")]
    public void The_hue_decides_color_and_words_and_never_shape_and_rings(
        CellHue hue, string label, string small, string color)
    {
        var face = FaceOf(Green, hue);

        Assert.Equal((label, small, color), (face.Label, face.Small, face.Tint.Color.ToString()));
        Assert.Equal(new Mark(1, 1), face.Mark);
    }

    [Theory]
    [InlineData(Outcome.Error, 503, "503")]
    [InlineData(Outcome.Timeout, 0, "timeout")]
    [InlineData(Outcome.Refused, 0, "refused")]
    [InlineData(Outcome.Garbage, 200, "garbage")]
    public void A_failure_says_how_it_failed_whatever_the_hue(Outcome outcome, int status, string label) =>
        Assert.All(Enum.GetValues<CellHue>(), hue =>
        {
            var face = FaceOf(new(1, outcome, status, Destination.Unknown, 3), hue);
            Assert.Equal((outcome, label), (face.Outcome, face.Label));
        });

    [Fact]
    public void A_face_becomes_eight_bytes_and_two_texts_that_are_told_once()
    {
        var faces = new CellFaces(_marks, CellHue.Answer);

        Assert.Equal(1, faces.NumberOf(Green, slow: true));
        Assert.Equal(1, faces.NumberOf(Green with { Number = 259, Latency = 80 }, slow: true));

        var (bytes, texts, areFirst) = faces.TakeNew();
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0x2e, 0x8b, 0x57], bytes);
        Assert.Equal(["", "", "SeaGreen", "bison v2"], texts);
        Assert.True(areFirst);
        Assert.Equal((0, false), (faces.TakeNew().Bytes.Length, faces.TakeNew().AreFirst));
    }

    [Theory]
    [InlineData("color-svc-v1-0", "v1-0")]
    [InlineData("color-svc-v1-7d9f8c6b5-x2x4z", "x2x4z")]
    [InlineData("0", "0")]
    [InlineData(null, "no pod")]
    public void A_pod_is_called_by_what_tells_it_from_the_others(string? pod, string text) =>
        Assert.Equal(text, CellWords.ShortPod(pod));

    [Fact]
    public void A_sentence_names_everything() => Assert.Equal(
        "Sea Green, from bison v2, pod color-svc-v2-0, status 200, 12 ms, number 258", CellWords.Sentence(Green));

    [Theory]
    [InlineData(0.04, "0 ms")]
    [InlineData(2.14, "2.1 ms")]
    [InlineData(9.96, "10 ms")]
    [InlineData(123, "120 ms")]
    [InlineData(997, "1 s")]
    [InlineData(1540, "1.5 s")]
    [InlineData(30_000, "30 s")]
    public void Latencies_are_told_with_the_digits_that_matter(double milliseconds, string text) =>
        Assert.Equal(text, LatencyScale.Text(milliseconds));

    [Fact]
    public void Pods_of_one_name_in_two_clusters_are_two()
    {
        var faces = new CellFaces(_marks, CellHue.Pod);
        var here = faces.NumberOf(Green, slow: false);
        var there = faces.NumberOf(
            Green with { Destination = Green.Destination with { Cluster = "armadillo" } }, slow: false);

        Assert.NotEqual(faces[here].Face.Tint, faces[there].Face.Tint);
    }

    private CellFace FaceOf(Sample sample, CellHue hue)
    {
        var faces = new CellFaces(_marks, hue);
        return faces[faces.NumberOf(sample, slow: false)].Face;
    }
}
