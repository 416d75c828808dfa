namespace Broadsheet.Demo.Pictures;

/// <summary>One picture of the demo newspaper, drawn as SVG; the same bytes every time.</summary>
public abstract class Scene(string key, int width = 1600, int height = 1067)
{
    /// <summary>The picture's name in story files: <c>dam-before</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Pixels.</summary>
    public int Height { get; } = height;

    /// <summary>The whole picture as an SVG document.</summary>
    public string ToSvg()
    {
        var svg = new Svg(Width, Height);
        Draw(svg);
        return svg.ToString();
    }

    protected abstract void Draw(Svg svg);
}
