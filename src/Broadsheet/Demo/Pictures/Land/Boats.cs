namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Boats seen from the side; way 1 heads to the right.</summary>
internal static class Boats
{
    /// <summary>A trawler of the given half length on the waterline at (x, y).</summary>
    public static void Trawler(Svg svg, double x, double y, double s, double way, Ink hull, Ink house, Ink band)
    {
        Vec At(double dx, double up) => (x + (way * s * dx), y - (s * up));
        var line = Math.Max(0.8, s * 0.014);
        var rig = new Pen();
        rig.Move(At(0.18, 0.5)).Line(At(0.2, 1.12)).Move(At(-0.72, 0.15)).Line(At(-0.74, 0.72)).Move(At(-0.86, 0.15)).Line(At(-0.85, 0.72)).Move(At(-0.9, 0.72)).Line(At(-0.68, 0.72));
        rig.Move(At(0.2, 1.06)).Line(At(0.97, 0.3)).Move(At(0.2, 1.06)).Line(At(-0.72, 0.7)).Move(At(-0.1, 0.2)).Line(At(-0.32, 0.92)).Line(At(0.19, 0.86)).Move(At(-0.32, 0.92)).Line(At(-0.5, 0.24)).Move(At(0.13, 0.98)).Line(At(0.27, 0.98));
        svg.Path(rig.ToString(), "none", $"stroke='{(string)hull.Mix("#000000", 0.15)}' stroke-width='{Svg.N(line)}'");
        svg.Path(new Pen().Polygon(At(0.02, 0.2), At(0.02, 0.46), At(0.5, 0.46), At(0.6, 0.22)).ToString(), house.Lit(0.9));
        svg.Path(new Pen().Polygon(At(0.06, 0.46), At(0.07, 0.68), At(0.4, 0.68), At(0.46, 0.46)).ToString(), house);
        svg.Path(new Pen().Polygon(At(0.04, 0.68), At(0.04, 0.72), At(0.46, 0.72), At(0.43, 0.68)).ToString(), band.Mix(hull, 0.3));
        svg.Path(new Pen().Polygon(At(0.1, 0.56), At(0.1, 0.645), At(0.41, 0.645), At(0.435, 0.56)).ToString(), hull.Lit(0.6));
        svg.Path(new Pen().Polygon(At(-0.1, 0.2), At(-0.08, 0.5), At(0.0, 0.5), At(0.0, 0.2)).ToString(), band);
        svg.Path(new Pen().Polygon(At(-0.08, 0.44), At(-0.08, 0.5), At(0.0, 0.5), At(0.0, 0.44)).ToString(), hull);
        svg.Path(new Pen().Move(At(-1, 0.25)).Line(At(-0.98, 0.04)).Line(At(-0.92, -0.03)).Line(At(0.8, -0.03)).Line(At(0.9, 0.1)).Line(At(1.05, 0.38)).Line(At(0.7, 0.34)).Line(At(0.58, 0.26)).Quad(At(0.3, 0.21), At(0.05, 0.2)).Line(At(-0.6, 0.19)).Close().ToString(), hull);
        svg.Path(new Pen().Polygon(At(-0.985, 0.1), At(-0.92, -0.03), At(0.8, -0.03), At(0.9, 0.1), At(0.95, 0.2), At(0.4, 0.06), At(-0.3, 0.05)).ToString(), hull.Lit(0.55), "fill-opacity='.6'");
        svg.Path(new Pen().Move(At(-1, 0.25)).Line(At(-0.6, 0.19)).Line(At(0.05, 0.2)).Quad(At(0.3, 0.21), At(0.58, 0.26)).Line(At(0.7, 0.34)).Line(At(1.05, 0.38)).Line(At(1.02, 0.33)).Line(At(0.7, 0.28)).Quad(At(0.3, 0.155), At(0.05, 0.15)).Line(At(-0.6, 0.14)).Line(At(-0.995, 0.19)).Close().ToString(), band.Mix(house, 0.4));
        if (s < 55)
            return;
        svg.Path(new Pen().Polygon(At(-0.97, 0.03), At(-0.92, -0.03), At(0.8, -0.03), At(0.85, 0.03)).ToString(), band.Lit(0.9));
        Pen glass = new(), rails = new(), rust = new();
        for (var i = 0; i < 4; i++)
            glass.Oval(At(0.1 + (i * 0.11), 0.36).X, At(0, 0.36).Y, s * 0.018, s * 0.02);
        for (var i = 0; i < 8; i++)
            rails.Move(At(-0.55 + (i * 0.07), 0.19)).Line(At(-0.55 + (i * 0.07), 0.28));
        rails.Move(At(-0.56, 0.28)).Line(At(-0.04, 0.28)).Move(At(-0.56, 0.24)).Line(At(-0.04, 0.24)).Move(At(0.72, 0.34)).Line(At(0.74, 0.44)).Line(At(1.03, 0.47)).Line(At(1.04, 0.38));
        for (var i = 0; i < 7; i++)
            rust.Polygon(At(-0.8 + (i * 0.25), 0.13), At(-0.785 + (i * 0.25), 0.13), At(-0.79 + (i * 0.25), 0.01 + (i % 3 * 0.03)));
        svg.Path(glass.ToString(), hull.Lit(0.6));
        svg.Path(rails.ToString(), "none", $"stroke='{(string)house.Lit(0.85)}' stroke-width='{Svg.N(line * 0.7)}'");
        svg.Path(rust.ToString(), "#9a5636", "fill-opacity='.6'");
        svg.Path(new Pen().Oval(At(-0.79, 0.3).X, At(0, 0.3).Y, s * 0.1, s * 0.09).ToString(), "#3f6a5e");
        for (var i = 0; i < 5; i++)
            svg.Circle(At(-0.62 + (i * 0.05), 0.22 + (i % 2 * 0.03)).X, At(0, 0.22 + (i % 2 * 0.03)).Y, s * 0.026, i % 2 == 0 ? "#d86b3a" : "#e4b04a");
        People.Half(svg, At(-0.34, 0.17).X, At(0, 0.17).Y, s * 0.22, "#c9822f", "#a0765f", "#2b2b30", way * 0.1);
    }

    /// <summary>A small open or half-decked boat with a cuddy forward.</summary>
    public static void Skiff(Svg svg, double x, double y, double s, double way, Ink hull, Ink house, Ink band)
    {
        Vec At(double dx, double up) => (x + (way * s * dx), y - (s * up));
        svg.Line([At(0.05, 0.2), At(0.07, 0.95)], hull.Lit(0.7), Math.Max(0.8, s * 0.018));
        svg.Line([At(0.07, 0.9), At(0.95, 0.34)], hull.Lit(0.7), Math.Max(0.6, s * 0.008));
        svg.Line([At(-0.85, 0.2), At(-0.88, 0.7)], hull.Lit(0.7), Math.Max(0.8, s * 0.014));
        svg.Path(new Pen().Polygon(At(-0.87, 0.68), At(-0.86, 0.3), At(-0.55, 0.28)).ToString(), band.Mix(house, 0.35));
        svg.Path(new Pen().Polygon(At(0.1, 0.2), At(0.12, 0.54), At(0.42, 0.54), At(0.5, 0.22)).ToString(), house);
        svg.Path(new Pen().Polygon(At(0.16, 0.36), At(0.16, 0.48), At(0.4, 0.48), At(0.44, 0.36)).ToString(), hull.Lit(0.6));
        svg.Path(new Pen().Move(At(-0.98, 0.27)).Line(At(-0.94, 0)).Line(At(-0.88, -0.04)).Line(At(0.74, -0.04)).Quad(At(0.95, 0.1), At(1.04, 0.38)).Quad(At(0.6, 0.23), At(0.2, 0.2)).Quad(At(-0.5, 0.19), At(-0.98, 0.27)).Close().ToString(), hull);
        svg.Path(new Pen().Polygon(At(-0.96, 0.1), At(-0.88, -0.04), At(0.74, -0.04), At(0.93, 0.16), At(0.3, 0.06), At(-0.4, 0.05)).ToString(), hull.Lit(0.55), "fill-opacity='.55'");
        svg.Path(new Pen().Move(At(-0.98, 0.27)).Quad(At(-0.5, 0.19), At(0.2, 0.2)).Quad(At(0.6, 0.23), At(1.04, 0.38)).Line(At(1.01, 0.32)).Quad(At(0.6, 0.17), At(0.2, 0.14)).Quad(At(-0.5, 0.13), At(-0.97, 0.21)).Close().ToString(), band);
    }
}
