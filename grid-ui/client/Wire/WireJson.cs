using System.Text.Json.Serialization;

namespace ColorDemo.Grid.Wire;

/// <summary>Serializers made at build time: the client is trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FrameHead))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(SampleDetails))]
public sealed partial class WireJson : JsonSerializerContext;
