using System.Text;
using System.Text.Json;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class FrameFormatTests
{
    private static readonly Sample[] Samples =
    [
        Make.Sample(7),
        new(8, Outcome.Error, 503, new("bison", "v2", "color-svc-v2-0"), Latency: 12.5),
        new(9, Outcome.Timeout, 0, Destination.Unknown, Latency: 2000),
    ];

    private static readonly Circumstances Around = new(
        new("VirtualService color/color, split", "virtual-service.yaml:12"),
        [new(FactKind.NoPods, "subset bison has no ready pod in bison: its 20 % get 503")]);

    private readonly FrameTables _tables = new();
    private readonly FrameReader _reader = new();

    [Fact]
    public void What_is_written_is_read()
    {
        var frame = Make.Frame(
            1,
            [Make.Bucket(0, 5, Make.Color("bison", 70_000)) with { Latencies = [new(0, 1), new(139, 3)] }],
            Make.Epoch(5, 0, Make.EightyTwenty)) with
        {
            Samples = Samples,
            Incidents = [new(1, Make.Start, IncidentKind.PodWent, "color-svc-v1-0 (armadillo) has gone")],
            Warning = "virtual-service.yaml:15: weight: is no number",
            Circumstances = Around,
        };

        var read = _reader.Read(FrameWriter.Write(frame, _tables, default));

        Assert.Equal(JsonSerializer.Serialize(frame), JsonSerializer.Serialize(read));
    }

    [Fact]
    public void A_sample_takes_twenty_bytes_and_names_are_told_once()
    {
        var first = FrameWriter.Write(Frame(1, 2), _tables, default);
        var second = FrameWriter.Write(Frame(3, 4, 5), _tables, _tables.Length);
        var third = FrameWriter.Write(Frame(6, 7, 8, 9), _tables, _tables.Length);

        Assert.Equal(20, third.Length - second.Length);
        Assert.True(first.Length > second.Length);
        Assert.Equal([1, 2], _reader.Read(first).Samples.Select(one => one.Number));
        Assert.Equal(Make.Sample(5), _reader.Read(second).Samples[^1]);
    }

    [Fact]
    public void Names_that_are_told_again_keep_their_places()
    {
        _reader.Read(FrameWriter.Write(Frame(1), _tables, default));
        var more = new Frame(Make.Start, [Make.Sample(2, "bison"), Make.Sample(3)], [], []);

        var read = _reader.Read(FrameWriter.Write(more, _tables, default));

        Assert.Equal(more.Samples, read.Samples);
    }

    [Fact]
    public void An_endpoint_that_invents_names_gets_one_for_all_that_are_too_many()
    {
        var invented = Enumerable.Range(1, 5_000).Select(number => Make.Sample(number, $"cluster-{number}"));
        var frame = new Frame(Make.Start, [.. invented], [], []);

        var read = _reader.Read(FrameWriter.Write(frame, _tables, default));

        Assert.Equal("cluster-4095", read.Samples[4_094].Destination.Cluster);
        Assert.All(read.Samples.Skip(4_095), one => Assert.Equal("other", one.Destination.Cluster));
    }

    [Fact]
    public void What_is_no_frame_is_told_as_such()
    {
        var whole = FrameWriter.Write(new(Make.Start, Samples, [], [], Circumstances: Around), _tables, default);
        var late = FrameWriter.Write(Frame(1), _tables, _tables.Length);

        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<FormatException>(() => new FrameReader().Read(whole.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => new FrameReader().Read(late));
        Assert.Throws<FormatException>(() => new FrameReader().Read("\u0004\0\0\0null"u8));
    }

    [Theory]
    [InlineData("""{"facts":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"facts":[null]}""")]
    [InlineData("""{"facts":[{"kind":"NoPods"}]}""")]
    [InlineData("""{"facts":[{"kind":"NoPods","text":""}]}""")]
    [InlineData("""{"facts":[{"kind":"Sabotage","text":"a"}]}""")]
    [InlineData("""{"facts":[],"rule":{"name":"a"}}""")]
    [InlineData("""{"facts":"many"}""")]
    public void Circumstances_with_gaps_are_no_frame(string circumstances) => Assert.Throws<FormatException>(() =>
        _reader.Read(Message($$"""{"now":"2026-11-22T12:00:00Z","circumstances":{{circumstances}}}""")));

    [Fact]
    public void Facts_have_bounds()
    {
        var fact = new DeclaredFact(FactKind.Retries, new('a', Circumstances.MaxTextLength));
        Read([.. Enumerable.Repeat(fact, Circumstances.MaxFacts)]);

        Assert.Throws<FormatException>(() => Read([.. Enumerable.Repeat(fact, Circumstances.MaxFacts + 1)]));
        Assert.Throws<FormatException>(() => Read([fact with { Text = $"{fact.Text}a" }]));

        void Read(DeclaredFact[] facts) => new FrameReader().Read(FrameWriter.Write(
            Frame() with { Circumstances = new(null, facts) }, new(), default));
    }

    private static byte[] Message(string head)
    {
        var json = Encoding.UTF8.GetBytes(head);
        return [(byte)json.Length, (byte)(json.Length >> 8), 0, 0, .. json];
    }

    private static Frame Frame(params long[] numbers) =>
        new(Make.Start, [.. numbers.Select(number => Make.Sample(number))], [], []);
}
