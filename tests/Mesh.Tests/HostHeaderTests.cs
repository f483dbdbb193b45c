using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Mesh.Tests;

public class HostHeaderTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("color-svc.color.svc.cluster.local.:8800")]
    [InlineData("a_b.example:65535")]
    [InlineData("10.0.0.1:80")]
    [InlineData("[::1]:8080")]
    public void Names_and_addresses_go_on(string host) => Assert.True(HostHeader.IsSound(host));

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a~b")]
    [InlineData("a b")]
    [InlineData("a:65536")]
    [InlineData("a:99999999")]
    [InlineData("a:")]
    [InlineData("[::1")]
    public void What_is_neither_is_refused(string host) => Assert.False(HostHeader.IsSound(host));
}
