using Google.Protobuf;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>A span as the collector got it. Ids are lower-case hexadecimal; no parent is an empty text.</summary>
internal sealed record ReceivedSpan(
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    SpanKind Kind,
    bool IsError,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, string> Resource)
{
    public static IEnumerable<ReceivedSpan> In(ExportTraceServiceRequest request) =>
        from resource in request.ResourceSpans
        from scope in resource.ScopeSpans
        from span in scope.Spans
        select new ReceivedSpan(
            Hex(span.TraceId),
            Hex(span.SpanId),
            Hex(span.ParentSpanId),
            span.Name,
            span.Kind,
            span.Status?.Code is SpanStatus.Error,
            Texts(span.Attributes),
            Texts(resource.Resource.Attributes));

    private static string Hex(ByteString id) => Convert.ToHexStringLower(id.Span);

    private static Dictionary<string, string> Texts(IEnumerable<KeyValue> attributes) =>
        attributes.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.HasIntValue ? $"{pair.Value.IntValue}" : pair.Value.StringValue);
}
