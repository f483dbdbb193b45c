using System.Text;

namespace ColorDemo.Grid;

/// <summary>SVG path data, to a tenth of a pixel; formatted by hand, for there are thousands of numbers.</summary>
public sealed class PathText
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    public PathText Move(double x, double y) => Put('M', x).Put(' ', y);

    public PathText Line(double x, double y) => Put('L', x).Put(' ', y);

    public PathText Across(double x) => Put('H', x);

    public PathText Along(double y) => Put('V', y);

    public override string ToString() => _text.ToString();

    private PathText Put(char command, double number)
    {
        var tenths = (int)Math.Round(number * 10);
        _text.Append(command);
        if (tenths < 0)
        {
            _text.Append('-');
            tenths = -tenths;
        }

        _text.Append(tenths / 10);
        if (tenths % 10 != 0)
        {
            _text.Append('.').Append((char)('0' + tenths % 10));
        }

        return this;
    }
}
