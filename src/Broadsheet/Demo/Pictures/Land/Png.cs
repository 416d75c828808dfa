using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Writes a canvas as PNG, true colour, with alpha only where there is any.</summary>
internal static class Png
{
    public static byte[] Encode(Canvas canvas)
    {
        var clear = false;
        for (var y = 0; y < canvas.Height && !clear; y++)
        {
            for (var x = 0; x < canvas.Width && !clear; x++)
                clear = canvas[x, y].A < 0.999;
        }
        return Assemble(canvas.Width, canvas.Height, clear ? 4 : 3, clear ? (byte)6 : (byte)2, [], Rows(canvas, clear ? 4 : 3));
    }

    /// <summary>Black and white at sixteen strengths, four bits a dot, from a value -1 to 1 for each: grain and mottle that lie over a picture.</summary>
    public static byte[] Shades(int width, int height, Func<int, int, double> at, double strength)
    {
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            rows[y] = new byte[(width + 1) / 2];
            for (var x = 0; x < width; x++)
            {
                var level = (int)Math.Clamp(Math.Round((at(x, y) * 7.5) + 7.5), 0, 15);
                rows[y][x / 2] |= (byte)(x % 2 == 0 ? level << 4 : level);
            }
        }
        byte[] palette = new byte[48], alpha = new byte[16];
        for (var i = 0; i < 16; i++)
        {
            palette[i * 3] = palette[(i * 3) + 1] = palette[(i * 3) + 2] = (byte)(i < 8 ? 12 : 255);
            alpha[i] = (byte)Math.Round(Math.Abs(i - 7.5) / 7.5 * strength * 255);
        }
        return Assemble(width, height, 1, 3, [("PLTE", palette), ("tRNS", alpha)], rows, 4);
    }

    /// <summary>With a palette, found by cutting the room of colours where it is widest.</summary>
    public static byte[] Indexed(Canvas canvas, int colours)
    {
        var counts = new int[32768];
        var sums = new double[32768 * 3];
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
            {
                var dot = canvas[x, y];
                var key = Key(dot);
                counts[key]++;
                sums[key * 3] += dot.R;
                sums[(key * 3) + 1] += dot.G;
                sums[(key * 3) + 2] += dot.B;
            }
        }
        var boxes = new List<Box> { new([.. Enumerable.Range(0, counts.Length).Where(k => counts[k] > 0)], counts) };
        while (boxes.Count < colours && boxes.Where(b => b.Keys.Length > 1).MaxBy(b => b.Weight) is { } widest)
        {
            var sorted = widest.Keys.OrderBy(k => (k >> widest.Shift) & 31).ThenBy(k => k).ToArray();
            long half = widest.Count / 2, seen = 0;
            var cut = 0;
            while (cut < sorted.Length - 1 && (cut == 0 || seen + counts[sorted[cut]] <= half))
                seen += counts[sorted[cut++]];
            boxes.Remove(widest);
            boxes.Add(new(sorted[..cut], counts));
            boxes.Add(new(sorted[cut..], counts));
        }
        var place = new byte[32768];
        var palette = new byte[boxes.Count * 3];
        var inks = new Ink[boxes.Count];
        for (var i = 0; i < boxes.Count; i++)
        {
            var keys = boxes[i].Keys;
            double n = boxes[i].Count;
            inks[i] = new(keys.Sum(k => sums[k * 3]) / n, keys.Sum(k => sums[(k * 3) + 1]) / n, keys.Sum(k => sums[(k * 3) + 2]) / n);
            (palette[i * 3], palette[(i * 3) + 1], palette[(i * 3) + 2]) = (Byte(inks[i].R), Byte(inks[i].G), Byte(inks[i].B));
            foreach (var key in keys)
                place[key] = (byte)i;
        }
        var rows = new byte[canvas.Height][];
        for (var y = 0; y < canvas.Height; y++)
        {
            rows[y] = new byte[canvas.Width];
            for (var x = 0; x < canvas.Width; x++)
                rows[y][x] = place[Key(canvas[x, y])];
        }
        return Assemble(canvas.Width, canvas.Height, 1, 3, [("PLTE", palette)], rows, filtered: false);
    }

    private static int Key(Ink dot) => (Byte(dot.R) >> 3 << 10) | (Byte(dot.G) >> 3 << 5) | (Byte(dot.B) >> 3);

    private static byte[][] Rows(Canvas canvas, int channels)
    {
        var rows = new byte[canvas.Height][];
        for (var y = 0; y < canvas.Height; y++)
        {
            var row = rows[y] = new byte[canvas.Width * channels];
            for (var x = 0; x < canvas.Width; x++)
            {
                var dot = canvas[x, y];
                row[x * channels] = Byte(dot.R);
                row[(x * channels) + 1] = Byte(dot.G);
                row[(x * channels) + 2] = Byte(dot.B);
                if (channels == 4)
                    row[(x * channels) + 3] = Byte(dot.A);
            }
        }
        return rows;
    }

    private static byte Byte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);

    private static byte[] Assemble(int width, int height, int step, byte kind, (string Name, byte[] Body)[] extra, byte[][] rows, byte depth = 8, bool filtered = true)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = depth;
        head[9] = kind;
        Chunk(file, "IHDR", head);
        foreach (var (name, body) in extra)
            Chunk(file, name, body);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[]? above = null;
            foreach (var row in rows)
            {
                zip.Write(depth == 8 && filtered ? Filtered(row, above, step) : [0, .. row]);
                above = row;
            }
        }
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The row as the PNG filter that leaves the smallest sum of differences.</summary>
    private static byte[] Filtered(byte[] row, byte[]? above, int step)
    {
        byte[]? best = null;
        var least = long.MaxValue;
        for (byte filter = 0; filter < 5; filter++)
        {
            var line = new byte[row.Length + 1];
            line[0] = filter;
            long sum = 0;
            for (var i = 0; i < row.Length; i++)
            {
                int left = i >= step ? row[i - step] : 0, up = above?[i] ?? 0, corner = i >= step && above is not null ? above[i - step] : 0;
                var guess = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    _ => Paeth(left, up, corner),
                };
                line[i + 1] = (byte)(row[i] - guess);
                sum += Math.Abs((int)(sbyte)line[i + 1]);
            }
            if (sum < least)
                (least, best) = (sum, line);
        }
        return best!;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static void Chunk(Stream file, string name, byte[] body)
    {
        var all = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(all, body.Length);
        Encoding.ASCII.GetBytes(name, all.AsSpan(4));
        body.CopyTo(all, 8);
        BinaryPrimitives.WriteUInt32BigEndian(all.AsSpan(body.Length + 8), Crc(all.AsSpan(4, body.Length + 4)));
        file.Write(all);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }
        return ~crc;
    }

    /// <summary>A part of the room of colours: the channel it is widest in, and how much it wants to be cut.</summary>
    private sealed class Box
    {
        public Box(int[] keys, int[] counts)
        {
            Keys = keys;
            var width = -1;
            foreach (var shift in new[] { 5, 10, 0 })
            {
                int low = 31, high = 0;
                foreach (var key in keys)
                    (low, high) = (Math.Min(low, (key >> shift) & 31), Math.Max(high, (key >> shift) & 31));
                if (high - low > width)
                    (width, Shift) = (high - low, shift);
            }
            foreach (var key in keys)
                Count += counts[key];
            Weight = width * Math.Pow(Count, 0.3);
        }

        public int[] Keys { get; }

        public int Shift { get; }

        public long Count { get; }

        public double Weight { get; }
    }
}
