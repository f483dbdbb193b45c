using System.Globalization;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class HumanAgeTests
{
    [Theory]
    [InlineData("-00:00:05", "<invalid>")]
    [InlineData("-00:00:01", "0s")]
    [InlineData("00:00:00", "0s")]
    [InlineData("00:00:05.9", "5s")]
    [InlineData("00:01:59", "119s")]
    [InlineData("00:02:00", "2m")]
    [InlineData("00:03:20", "3m20s")]
    [InlineData("00:10:30", "10m")]
    [InlineData("02:59:00", "179m")]
    [InlineData("03:00:00", "3h")]
    [InlineData("03:05:00", "3h5m")]
    [InlineData("08:59:00", "8h")]
    [InlineData("1.23:00:00", "47h")]
    [InlineData("2.00:00:00", "2d")]
    [InlineData("4.03:00:00", "4d3h")]
    [InlineData("8.05:00:00", "8d")]
    [InlineData("729.00:00:00", "729d")]
    [InlineData("730.00:00:00", "2y")]
    [InlineData("760.00:00:00", "2y30d")]
    [InlineData("3000.00:00:00", "8y")]
    public void The_longer_the_coarser(string age, string shown) =>
        Assert.Equal(shown, HumanAge.Of(TimeSpan.Parse(age, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_object_that_does_not_say_when_it_was_created_has_no_known_age() =>
        Assert.Equal("<unknown>", HumanAge.Since(null, DateTimeOffset.UnixEpoch));
}
