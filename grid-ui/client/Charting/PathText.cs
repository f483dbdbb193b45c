namespace ColorDemo.Grid;

/// <summary>SVG path data, to a tenth of a pixel; formatted by hand, for there are thousands of numbers.</summary>
public sealed class PathText
{
    /// <summary>A command, a sign, ten digits, a point and one more.</summary>
    private const int Longest = 14;

    private char[] _text = new char[4096];
    private int _length;

    public bool IsEmpty => _length == 0;

    public PathText Move(double x, double y) => Put('M', x).Put(' ', y);

    public PathText Line(double x, double y) => Put('L', x).Put(' ', y);

    public PathText Across(double x) => Put('H', x);

    public PathText Along(double y) => Put('V', y);

    public override string ToString() => new(_text, 0, _length);

    private PathText Put(char command, double number)
    {
        if (_length + Longest > _text.Length)
        {
            Array.Resize(ref _text, 2 * _text.Length);
        }

        _text[_length++] = command;
        var tenths = (int)(number < 0 ? number * 10 - 0.5 : number * 10 + 0.5);
        if (tenths < 0)
        {
            _text[_length++] = '-';
            tenths = -tenths;
        }

        PutWhole(tenths / 10);
        if (tenths % 10 is > 0 and var part)
        {
            _text[_length++] = '.';
            _text[_length++] = (char)('0' + part);
        }

        return this;
    }

    private void PutWhole(int number)
    {
        var digits = 1;
        for (var rest = number / 10; rest > 0; rest /= 10)
        {
            digits++;
        }

        for (var at = _length + digits - 1; at >= _length; at--)
        {
            _text[at] = (char)('0' + number % 10);
            number /= 10;
        }

        _length += digits;
    }
}
