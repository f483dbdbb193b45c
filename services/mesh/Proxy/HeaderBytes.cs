using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Bytes of header values above 127 pass through as they are, as in Envoy: Latin-1 has one for each.</summary>
internal static class HeaderBytes
{
    public static void Keep(KestrelServerOptions kestrel)
    {
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
    }

    public static void Keep(SocketsHttpHandler client)
    {
        client.RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1;
        client.ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1;
    }
}
