namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A small painted ground (skies, washes, light), stretched smoothly under or over what is drawn.</summary>
internal sealed class Canvas(int width, int height)
{
    private Ink[] _dots = new Ink[width * height];

    public int Width { get; } = width;

    public int Height { get; } = height;

    public Ink this[int x, int y]
    {
        get => _dots[(y * Width) + x];
        set => _dots[(y * Width) + x] = value;
    }

    /// <summary>Every dot from its place, 0–1 across and down.</summary>
    public Canvas Paint(Func<double, double, Ink> at)
    {
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
                this[x, y] = at((x + 0.5) / Width, (y + 0.5) / Height);
        });
        return this;
    }

    /// <summary>The colour at a place, 0–1 across and down, between dots.</summary>
    public Ink Look(double u, double v)
    {
        double x = Math.Clamp((u * Width) - 0.5, 0, Width - 1.001), y = Math.Clamp((v * Height) - 0.5, 0, Height - 1.001);
        int left = (int)x, top = (int)y;
        return this[left, top].Mix(this[left + 1, top], x - left).Mix(this[left, top + 1].Mix(this[left + 1, top + 1], x - left), y - top);
    }

    /// <summary>A smaller copy, every dot the mean of those it stands for.</summary>
    public Canvas Shrunk(int by)
    {
        var small = new Canvas(Width / by, Height / by);
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                double r = 0, g = 0, b = 0, a = 0, n = by * by;
                for (var j = 0; j < by; j++)
                {
                    for (var i = 0; i < by; i++)
                    {
                        var dot = this[(x * by) + i, (y * by) + j];
                        (r, g, b, a) = (r + dot.R, g + dot.G, b + dot.B, a + dot.A);
                    }
                }
                small[x, y] = new(r / n, g / n, b / n, a / n);
            }
        }
        return small;
    }

    /// <summary>Like a brush: every dot takes the colour of the calmest of eight sectors around it, so edges stay and texture flattens.</summary>
    public Canvas Brushed(int radius)
    {
        var result = new Ink[_dots.Length];
        var sectors = Sectors(radius);
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
                result[(y * Width) + x] = Calmest(x, y, sectors);
        });
        _dots = result;
        return this;
    }

    /// <summary>As an element that fills the given box.</summary>
    public string Element(double x, double y, double w, double h, string more = "") =>
        $"<image x='{Svg.N(x)}' y='{Svg.N(y)}' width='{Svg.N(w)}' height='{Svg.N(h)}' preserveAspectRatio='none' {more} xlink:href='{Finish.Data(Png.Encode(this))}'/>";

    /// <summary>The same with a palette of few colours: for busy grounds, where it takes a third of the room.</summary>
    public string Printed(double x, double y, double w, double h, int colours = 160) =>
        $"<image x='{Svg.N(x)}' y='{Svg.N(y)}' width='{Svg.N(w)}' height='{Svg.N(h)}' preserveAspectRatio='none' xlink:href='{Finish.Data(Png.Indexed(this, colours))}'/>";

    private Ink Calmest(int x, int y, (int Dx, int Dy)[][] sectors)
    {
        double r = 0, g = 0, b = 0, a = 0, all = 0;
        foreach (var sector in sectors)
        {
            double sr = 0, sg = 0, sb = 0, sa = 0, square = 0;
            foreach (var (dx, dy) in sector)
            {
                var dot = this[Math.Clamp(x + dx, 0, Width - 1), Math.Clamp(y + dy, 0, Height - 1)];
                sr += dot.R;
                sg += dot.G;
                sb += dot.B;
                sa += dot.A;
                square += (dot.R * dot.R) + (dot.G * dot.G) + (dot.B * dot.B);
            }
            var n = 1.0 / sector.Length;
            var unrest = (square * n) - (n * n * ((sr * sr) + (sg * sg) + (sb * sb)));
            var weight = 1 / (1e-6 + (unrest * unrest * 4000));
            r += weight * sr * n;
            g += weight * sg * n;
            b += weight * sb * n;
            a += weight * sa * n;
            all += weight;
        }
        return new(r / all, g / all, b / all, a / all);
    }

    private static (int Dx, int Dy)[][] Sectors(int radius)
    {
        var sectors = new List<(int, int)>[8];
        for (var i = 0; i < 8; i++)
            sectors[i] = [(0, 0)];
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                if ((dx == 0 && dy == 0) || (dx * dx) + (dy * dy) > (radius * radius) + 1)
                    continue;
                var turn = (Math.Atan2(dy, dx) / Math.Tau * 8) + 8.001;
                sectors[(int)turn % 8].Add((dx, dy));
                sectors[(int)(turn + 0.5) % 8].Add((dx, dy));
            }
        }
        return [.. sectors.Select(s => s.ToArray())];
    }
}
