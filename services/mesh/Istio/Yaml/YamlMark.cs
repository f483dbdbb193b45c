using YamlDotNet.Core;

namespace ColorDemo.Mesh.Istio;

internal static class YamlMark
{
    public static Position ToPosition(this Mark mark) => new((int)mark.Line, (int)mark.Column);
}
