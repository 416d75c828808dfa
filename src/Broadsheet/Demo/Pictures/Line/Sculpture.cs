using System.Numerics;
using System.Runtime.CompilerServices;

namespace Broadsheet.Demo.Pictures.Line;

internal enum Stuff : byte
{
    Nothing,
    Skin,
    Neck,
    Shirt,
    Hair,
    Cloth,
    Hat,
    Beard,
}

/// <summary>
/// A bust modelled as distances to round forms. Eyes lie at height 0, the chin near −1.1, the crown near 1.2, the face looks along +z.
/// </summary>
internal sealed class Sculpture
{
    private static readonly Vector3 Pivot = new(0, -0.75f, -0.25f);
    private readonly Sitter _who;
    private readonly Matrix4x4 _toHead;
    private readonly Matrix4x4 _fromHead;
    private readonly Matrix4x4 _toBody;
    private readonly Matrix4x4 _fromBody;
    private readonly Vector3 _eye;
    private readonly float _eyeRadius;
    private readonly Vector3 _neckTop;
    private readonly Vector3 _neckFoot;
    private readonly Vector3 _strapL;
    private readonly Vector3 _strapLowL;
    private readonly Vector3 _strapR;
    private readonly Vector3 _strapLowR;

    public Sculpture(Sitter who)
    {
        ArgumentNullException.ThrowIfNull(who);
        _who = who;
        const float deg = MathF.PI / 180;
        _fromHead = Matrix4x4.CreateTranslation(-Pivot) * Matrix4x4.CreateRotationZ(who.Roll * deg) * Matrix4x4.CreateRotationX(-who.Pitch * deg) * Matrix4x4.CreateRotationY(who.Yaw * deg) * Matrix4x4.CreateTranslation(Pivot);
        Matrix4x4.Invert(_fromHead, out _toHead);
        _fromBody = Matrix4x4.CreateRotationY(who.Turn * deg);
        Matrix4x4.Invert(_fromBody, out _toBody);
        _eye = new Vector3(0.315f * who.FaceWidth, 0, 0.60f);
        _eyeRadius = 0.19f * who.EyeSize;
        Lids = MakeLids();
        (_neckTop, _neckFoot) = (HeadToWorld(new(0, -0.72f, -0.28f)), BodyToWorld(new(0, -1.75f, -0.36f)));
        (_strapL, _strapLowL) = (HeadToWorld(new(-0.5f, -0.5f, -0.25f)), BodyToWorld(new(-0.09f, -1.6f, 0.06f)));
        (_strapR, _strapLowR) = (HeadToWorld(new(0.5f, -0.5f, -0.25f)), BodyToWorld(new(0.09f, -1.6f, 0.06f)));
    }

    /// <summary>The lids of the eye at +x (mirror x for the other): their common axis, and the normals of the planes of upper and lower lid, through the eye’s middle.</summary>
    public (Vector3 Axis, Vector3 Upper, Vector3 Lower) Lids { get; }

    public Vector3 Eye => _eye;

    public float EyeRadius => _eyeRadius;

    public Vector3 HeadToWorld(Vector3 q) => Vector3.Transform(q, _fromHead);

    public Vector3 WorldToHead(Vector3 p) => Vector3.Transform(p, _toHead);

    public Vector3 HeadTurn(Vector3 v) => Vector3.TransformNormal(v, _fromHead);

    public Vector3 BodyToWorld(Vector3 q) => Vector3.Transform(q, _fromBody);

    public Vector3 WorldToBody(Vector3 p) => Vector3.Transform(p, _toBody);

    /// <summary>Distance to the nearest surface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Distance(Vector3 p)
    {
        var q = WorldToHead(p);
        var d = Head(q);
        d = MathF.Min(d, HairAt(q, p));
        d = MathF.Min(d, HatAt(q));
        d = MathF.Min(d, BeardAt(q));
        return SMin(d, MathF.Min(NeckAt(p, q), ClothAt(p)), 0.03f);
    }

    /// <summary>What a point on the surface is made of.</summary>
    public Stuff What(Vector3 p)
    {
        var q = WorldToHead(p);
        var best = Head(q);
        var stuff = Stuff.Skin;
        void Try(float d, Stuff s)
        {
            if (d < best)
            {
                (best, stuff) = (d, s);
            }
        }

        var shirt = _who.Clothes is Dress.Suit or Dress.Cardigan or Dress.Workwear or Dress.Oilskin or Dress.Anorak && p.Y < -1.3f;
        Try(NeckAt(p, q), shirt && WorldToBody(p).Y < -1.36f ? Stuff.Shirt : Stuff.Neck);
        Try(HairAt(q, p), Stuff.Hair);
        Try(ClothAt(p), Stuff.Cloth);
        Try(HatAt(q), Stuff.Hat);
        Try(BeardAt(q), Stuff.Beard);
        return stuff;
    }

    /// <summary>The face's depth in front of a point of its own front view.</summary>
    public float FaceDepth(float x, float y)
    {
        var z = 1.3f;
        for (var i = 0; i < 40; i++)
        {
            var d = Head(new Vector3(x, y, z));
            if (d < 0.002f)
            {
                break;
            }

            z -= d * 0.85f;
            if (z < -0.1f)
            {
                return float.NaN;
            }
        }

        return z;
    }

    /// <summary>A point of the chest or shoulders, in the body’s own front view.</summary>
    public Vector3 OnBody(float x, float y, float lift = 0.01f)
    {
        var z = 0.9f;
        for (var i = 0; i < 40; i++)
        {
            var p = BodyToWorld(new Vector3(x, y, z));
            var d = MathF.Min(ClothAt(p), NeckAt(p, WorldToHead(p)));
            if (d < 0.003f || z < -1)
            {
                break;
            }

            z -= d * 0.9f;
        }

        return BodyToWorld(new Vector3(x, y, z + lift));
    }

    /// <summary>A point of the face, in its own front view.</summary>
    public Vector3 OnFace(float x, float y, float lift = 0.004f) => HeadToWorld(new Vector3(x, y, FaceDepth(x, y) + lift));

    private (Vector3 Axis, Vector3 Upper, Vector3 Lower) MakeLids()
    {
        const float deg = MathF.PI / 180;
        var tilt = _who.EyeTilt * deg;
        var axis = Vector3.Normalize(new Vector3(MathF.Cos(tilt), MathF.Sin(tilt), -0.22f));
        var open = _who.EyesOpen;
        var forward = Vector3.Normalize(new Vector3(0.22f, 0, 1));
        var up = Vector3.Normalize(Vector3.Cross(forward, axis));
        var out_ = Vector3.Cross(axis, up);
        Vector3 Plane(float degrees)
        {
            var a = degrees * deg;
            return (up * MathF.Cos(a)) - (out_ * MathF.Sin(a));
        }

        return (axis, Plane(24 * open), Plane(-20 * open));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Head(Vector3 q)
    {
        if (q.Y < -1.5f)
        {
            return -1.25f - q.Y;
        }

        var w = _who;
        var ax = MathF.Abs(q.X);
        var a = q with { X = ax };
        var d = Ellipsoid(q, new(0, 0.34f, -0.14f), new(0.79f, 0.86f, 0.97f));
        d = SMin(d, Ellipsoid(q, new(0, 0.02f, 0.2f), new(0.665f * w.FaceWidth, 0.92f, 0.64f)), 0.12f);
        d = SMin(d, Ellipsoid(a, new(0.3f * w.JawWidth, -0.52f, 0.16f), new(0.30f * w.JawWidth, 0.48f, 0.5f)), 0.2f);
        d = SMin(d, Ellipsoid(a, new(0.07f * w.ChinWidth, -0.94f * w.ChinLength, 0.57f + w.ChinForward), new(0.17f * w.ChinWidth, 0.15f, 0.17f)), 0.24f);
        if (d > 0.42f)
        {
            return d - 0.1f;
        }

        // ears
        var ear = Rotate(a - new Vector3(0.79f * MathF.Min(1, 0.5f + (w.FaceWidth * 0.5f)), -0.06f, -0.06f), 0.35f, -0.22f);
        var shell = Ellipsoid(ear, Vector3.Zero, new Vector3(0.06f, 0.27f, 0.165f) * w.EarSize);
        shell = SMax(shell, -Ellipsoid(ear, new Vector3(0.075f, 0.04f, 0.03f) * w.EarSize, new Vector3(0.06f, 0.17f, 0.09f) * w.EarSize), 0.03f);
        d = SMin(d, shell, 0.05f);
        if (q.Z < 0.1f)
        {
            return d;
        }

        // cheekbones, cheeks, muzzle
        d = SMin(d, Ellipsoid(a, new(0.45f * w.FaceWidth, -0.2f, 0.47f), new(0.19f, 0.12f * w.Cheekbone, 0.2f)), 0.16f);
        if (w.Cheeks > 0)
        {
            d = SMin(d, Ellipsoid(a, new(0.38f * w.FaceWidth, -0.42f, 0.48f), new Vector3(0.2f, 0.2f, 0.2f) * (0.85f + (0.3f * w.Cheeks))), 0.2f);
        }
        else if (w.Cheeks < 0)
        {
            d = SMax(d, -Ellipsoid(a, new(0.55f * w.FaceWidth, -0.52f, 0.66f), new(0.14f, 0.24f, 0.2f + (0.12f * -w.Cheeks))), 0.2f);
        }

        d = SMin(d, Ellipsoid(q, new(0, -0.66f, 0.66f), new(0.3f, 0.24f, 0.22f)), 0.16f);
        d = SMin(d, Ellipsoid(a, new(0.26f, -0.34f, 0.6f), new(0.17f, 0.2f, 0.17f)), 0.2f);

        // brow and sockets
        d = SMin(d, Capsule(a, new(0.1f, 0.2f, 0.75f), new(0.44f, 0.24f, 0.61f), 0.075f * w.Brow), 0.12f);
        d = SMax(d, -Ellipsoid(a, new(_eye.X - 0.005f, 0.02f, 0.9f), new(0.215f, 0.125f, 0.2f)), 0.11f);

        // eyes
        var e = a - _eye;
        var ball = e.Length();
        if (ball < 0.4f)
        {
            var (_, up, low) = Lids;
            var lid = _eyeRadius + 0.022f;
            var upper = MathF.Max(ball - lid - 0.006f, -Vector3.Dot(e, up));
            var lower = MathF.Max(ball - lid, Vector3.Dot(e, low));
            d = SMin(d, MathF.Min(upper, lower), 0.025f);
            if (w.Age > 50)
            {
                // bags
                d = SMin(d, Ellipsoid(a, new(_eye.X, -0.19f, 0.735f), new(0.15f, 0.05f, 0.05f)), 0.06f);
            }

            d = MathF.Min(d, ball - _eyeRadius);
        }

        // nose
        var tipY = -0.36f - (0.1f * (w.NoseLength - 1)) + (0.03f * w.NoseTip);
        var tipZ = 0.97f + (0.22f * (w.NoseLength - 1)) + (0.02f * w.NoseTip);
        var bridge = new Vector3(0, 0.13f, 0.66f + (0.07f * w.NoseBridge));
        var tip = new Vector3(0, tipY, tipZ);
        d = SMin(d, Cone(q, bridge, tip, 0.078f, 0.11f), 0.09f);
        d = SMin(d, Capsule(q, Vector3.Lerp(bridge, tip, 0.42f) + new Vector3(0, 0, 0.03f * (w.NoseBridge - 0.6f)), tip, 0.085f), 0.06f);
        d = SMin(d, Ellipsoid(q, new(0, tipY - 0.02f, tipZ + 0.02f), new(0.115f * w.NoseWidth, 0.1f, 0.105f)), 0.06f);
        d = SMin(d, Ellipsoid(a, new(0.122f * w.NoseWidth, -0.415f, 0.86f), new(0.085f * w.NoseWidth, 0.08f, 0.125f)), 0.06f);
        d = SMax(d, -Ellipsoid(a, new(0.066f * w.NoseWidth, -0.51f, 0.915f), new(0.042f, 0.042f, 0.07f)), 0.03f);

        // lips
        var my = -0.70f;
        var mw = 0.26f * w.MouthWidth;
        var corner = new Vector3(mw, my + (0.11f * w.Smile), 0.735f - (0.05f * MathF.Abs(w.Smile)));
        d = SMin(d, Cone(a, new(0, my + 0.05f, 0.88f), corner, 0.064f * w.Lips, 0.022f), 0.05f);
        d = SMin(d, Cone(a, new(0, my - 0.078f, 0.855f), corner - new Vector3(0.05f, 0.005f, 0), 0.082f * w.Lips, 0.024f), 0.05f);
        d = SMax(d, -Capsule(a, new(0, my - 0.006f, 0.955f), corner + new Vector3(0.01f, 0, 0.05f), 0.012f), 0.025f);
        d = SMax(d, -Ellipsoid(q, new(0, my - 0.175f, 0.925f), new(0.19f, 0.045f, 0.08f)), 0.09f);
        d = SMax(d, -Capsule(q, new(0, -0.54f, 0.95f), new(0, -0.62f, 0.965f), 0.022f), 0.04f);

        // folds that come with age
        if (w.Age > 30)
        {
            var depth = 0.006f + (0.026f * MathF.Min(1, (w.Age - 30) / 45f));
            d = SMax(d, -Capsule(a, new(0.2f * w.NoseWidth, -0.40f, 0.86f), new(mw + 0.12f, my - 0.03f, 0.74f), depth), 0.06f);
        }

        return d;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float NeckAt(Vector3 p, Vector3 q)
    {
        if (p.Y > -0.3f)
        {
            return 0.5f;
        }

        var b = WorldToBody(p);
        var d = Capsule(p, _neckTop, _neckFoot, 0.4f * _who.Neck);
        d = SMin(d, Capsule(p, _strapL, _strapLowL, 0.07f), 0.16f);
        d = SMin(d, Capsule(p, _strapR, _strapLowR, 0.07f), 0.16f);

        if (_who.Beard < 0.5f && _who.JawWidth > 0.9f)
        {
            d = SMin(d, Ellipsoid(q, new(0, -1.12f, 0.16f), new(0.1f, 0.13f, 0.12f)), 0.12f);
        }

        if (_who.Clothes is Dress.Rollneck or Dress.Scarf or Dress.Cassock)
        {
            return d;
        }

        // the breastbone, for open collars
        return SMin(d, Ellipsoid(b, new(0, -2.52f, -0.32f), new(1.1f, 1.0f, 0.56f)), 0.16f);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float ClothAt(Vector3 p)
    {
        if (p.Y > -1.0f)
        {
            return 0.5f;
        }

        var b = WorldToBody(p);
        var a = b with { X = MathF.Abs(b.X) };
        var s = _who.Shoulders;
        var d = Ellipsoid(a, new(0, -3.2f, -0.34f), new(1.35f * s, 1.75f, 0.74f));
        d = SMin(d, Cone(a, new(0.34f, -1.5f, -0.44f), new(1.2f * s, -1.86f, -0.4f), 0.24f, 0.37f), 0.22f);
        d = SMin(d, Capsule(a, new(1.32f * s, -2.0f, -0.38f), new(1.5f * s, -4.2f, -0.3f), 0.37f), 0.14f);
        if (_who.Clothes is Dress.Rollneck or Dress.Scarf or Dress.Cassock)
        {
            // closed up to the throat
            d = SMin(d, Ellipsoid(b, new(0, -2.3f, -0.3f), new(1.0f, 1.02f, 0.66f)), 0.2f);
        }

        switch (_who.Clothes)
        {
            case Dress.Rollneck:
                d = SMin(d, Ring(b, -1.3f, 0.46f * _who.Neck, 0.2f, 0.07f), 0.06f);
                break;
            case Dress.Scarf:
                d = SMin(d, Ring(b, -1.34f, 0.52f, 0.17f, 0.17f), 0.03f);
                d = SMin(d, Ring(b, -1.58f, 0.6f, 0.15f, 0.16f), 0.03f);
                break;
            case Dress.Cassock:
                d = SMin(d, Ring(b, -1.42f, 0.44f, 0.12f, 0.05f), 0.05f);
                break;
            case Dress.Oilskin or Dress.Anorak:
                d = SMin(d, Ring(b, -1.38f, 0.58f, 0.2f, 0.1f), 0.1f);
                break;
            case Dress.Workwear or Dress.Suit:
                d = SMin(d, Ring(b, -1.46f, 0.54f, 0.12f, 0.08f), 0.1f);
                break;
        }

        // an opening at the throat
        var (half, deep) = _who.Clothes switch
        {
            Dress.OpenShirt => (0.32f, -2.1f),
            Dress.Suit => (0.5f, -3.1f),
            Dress.Cardigan => (0.44f, -2.6f),
            Dress.Workwear => (0.38f, -2.3f),
            Dress.Blouse => (0.44f, -1.95f),
            Dress.Oilskin or Dress.Anorak => (0.3f, -1.9f),
            _ => (0f, 0f),
        };
        if (half > 0)
        {
            var width = half * Math.Clamp((b.Y - deep) / (-1.3f - deep), 0, 1.15f);
            var wedge = MathF.Max(MathF.Abs(b.X) - width, -b.Z - 0.2f);
            d = SMax(d, -wedge, 0.03f);
        }

        return d;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float HairAt(Vector3 q, Vector3 p)
    {
        var w = _who;
        if (w.Hair == Cut.Bald && w.HairVolume <= 0)
        {
            return 9;
        }

        var rough = Ellipsoid(q, new(0, 0.3f, -0.15f), new(1.0f, 1.15f, 1.2f));
        var longHair = w.Hair is Cut.Long or Cut.Bob or Cut.Fringe;
        if (rough > 0.5f && !longHair)
        {
            return rough - 0.24f;
        }

        var a = q with { X = MathF.Abs(q.X) };
        var v = w.HairVolume;
        var thick = w.Hair switch
        {
            Cut.Crop => 0.05f * v,
            Cut.Receding => 0.045f * v,
            Cut.Bald => 0.05f * v,
            Cut.Swept => 0.13f * v,
            Cut.Side => 0.11f * v,
            Cut.Curls => 0.22f * v,
            Cut.Bun => 0.06f * v,
            Cut.Fringe => 0.12f * v,
            _ => 0.1f * v,
        };

        // far enough away the exact edge does not matter
        var most = Ellipsoid(q, new(0, 0.34f, -0.14f), new(0.81f + thick, 0.88f + (thick * 1.15f), 0.99f + thick));
        if (most > 0.16f && w.Hair is Cut.Crop or Cut.Receding or Cut.Bald)
        {
            return most * 0.8f;
        }

        var angle = MathF.Atan2(a.X, q.Z);

        // the hairline falls from the brow past the temple and the ear to the nape
        var line = Steps(angle, (0, 0.78f + w.Hairline), (0.5f, 0.76f + (w.Hairline * 1.1f)), (0.85f, 0.55f + (w.Hairline * 0.7f)), (1.15f, 0.28f), (1.36f, 0.04f), (1.5f, 0.06f), (1.68f, 0.18f), (1.85f, 0.02f), (2.1f, -0.42f), (MathF.PI, -0.66f));
        if (w.Hair == Cut.Receding)
        {
            line = Steps(angle, (0, 0.92f), (0.3f, 0.98f), (0.55f, 1.12f), (0.85f, 0.95f), (1.1f, 0.5f), (1.36f, 0.02f), (1.5f, 0.04f), (1.68f, 0.18f), (1.85f, 0.02f), (2.1f, -0.42f), (MathF.PI, -0.66f));
        }

        if (w.Hair == Cut.Bald)
        {
            // only a wreath round the back
            line = angle < 1.2f ? 5 : line;
        }

        if (w.Hair == Cut.Fringe)
        {
            line = angle < 1.0f ? 0.3f + (0.03f * MathF.Sin(q.X * 9)) : line - 0.4f;
        }

        var strand = Waves(q, w.Hair == Cut.Curls);

        // hair rises out of the skin at its edge
        var edge = line + (0.035f * MathF.Sin((q.X * 23) + (q.Z * 9)));
        var rise = Math.Clamp((q.Y - edge + 0.05f) / (w.Hair is Cut.Crop or Cut.Receding or Cut.Bald ? 0.16f : 0.3f), 0, 1);
        if (w.Hair == Cut.Bald)
        {
            rise *= Math.Clamp((0.5f - q.Y) / 0.25f, 0, 1);
        }

        rise = rise * (2 - rise);
        var t = ((thick + 0.07f) * rise) - 0.07f;
        var shell = Ellipsoid(q, new(0, 0.34f, -0.14f), new(0.79f + t, 0.86f + (t * 1.15f), 0.97f + t)) + (strand * rise);
        switch (w.Hair)
        {
            case Cut.Swept:
                shell = SMin(shell, Ellipsoid(q, new(0.02f, 0.9f, 0.2f), new Vector3(0.54f, 0.22f, 0.46f) * v) + strand, 0.25f);
                break;
            case Cut.Side:
                shell = SMin(shell, Ellipsoid(q, new(-0.14f, 0.95f, 0.28f), new Vector3(0.54f, 0.19f, 0.4f) * v) + strand, 0.2f);
                shell = SMax(shell, -Capsule(q, new(0.42f, 1.12f, 0.55f), new(0.36f, 1.38f, -0.3f), 0.07f), 0.08f);
                break;
            case Cut.Curls:
                shell = SMin(shell, Ellipsoid(a, new(0.62f, 0.1f, -0.25f), new Vector3(0.44f, 0.62f, 0.5f) * v) + strand, 0.2f);
                break;
            case Cut.Bun:
                shell = MathF.Min(shell, Ellipsoid(q, new(0, 1.12f, -0.72f), new Vector3(0.4f, 0.36f, 0.36f) * v) + strand);
                break;
        }

        var d = shell * 0.85f;
        if (longHair)
        {
            var shortened = w.Hair != Cut.Long;
            var length = shortened ? -0.78f : -1.75f;
            var spread = shortened ? 0.75f : 0.76f;
            var side = Cone(a, new(spread, 0.25f, -0.12f), new(spread + (shortened ? 0.08f : 0.12f), length + 0.25f, -0.08f), 0.2f * v, 0.26f * v) + strand;
            var back = Ellipsoid(q, new(0, -0.2f + (length * 0.3f), -0.62f), new(0.86f, 0.9f - (length * 0.35f), 0.5f)) + strand;
            d = SMin(d, SMin(side, back, 0.2f), 0.14f);
            if (shortened)
            {
                d = SMax(d, length - q.Y + (0.06f * a.X), 0.06f);
            }

            // hair falls beside the face, not over it
            d = SMax(d, -Ellipsoid(q, new(0, w.Hair == Cut.Fringe ? -0.5f : -0.2f, 0.95f), new(0.6f * w.FaceWidth, w.Hair == Cut.Fringe ? 0.8f : 0.93f, 0.9f)), 0.08f);
        }

        if (w.Hat != Headgear.None)
        {
            d = SMax(d, q.Y - 0.6f, 0.05f);
        }

        return d;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float HatAt(Vector3 q)
    {
        switch (_who.Hat)
        {
            case Headgear.Helmet:
                {
                    var r = q - new Vector3(0, 0.4f, -0.1f);
                    var dome = Ellipsoid(r, Vector3.Zero, new(0.92f, 0.94f, 1.1f));
                    var low = q.Y - 0.44f + (0.05f * q.Z);
                    var d = SMax(dome, -low, 0.03f);

                    // a rim all round, a peak in front, a ridge over the top
                    var reach = 0.06f + (0.2f * Math.Clamp(q.Z - 0.2f, 0, 1));
                    var rim = MathF.Max(MathF.Abs(low - 0.03f + (0.22f * MathF.Max(0, q.Z - 0.7f))) - 0.028f, Ellipsoid(new Vector3(r.X, 0, r.Z), Vector3.Zero, new(0.92f + reach, 1f, 1.1f + reach)));
                    d = SMin(d, rim, 0.05f);
                    var arch = MathF.Sqrt((r.Y * r.Y / (0.94f * 0.94f)) + (r.Z * r.Z / (1.1f * 1.1f)));
                    var ridge = MathF.Max(MathF.Abs(arch - 1.03f) - 0.035f, MathF.Abs(q.X) - 0.1f);
                    return SMin(d, MathF.Max(ridge, 0.62f - q.Y), 0.07f);
                }

            case Headgear.Knitted:
                {
                    var around = MathF.Atan2(q.X, q.Z + 0.2f);
                    var dome = Ellipsoid(q, new(0, 0.62f, -0.2f), new(0.83f, 0.86f, 0.98f)) + (0.01f * MathF.Sin(around * 52));
                    var low = q.Y - 0.5f + (0.1f * q.Z);
                    var d = SMax(dome, -low, 0.05f);
                    var band = Ellipsoid(q, new(0, 0.52f, -0.15f), new(0.89f, 1.1f, 1.02f)) + (0.013f * MathF.Sin(around * 40));
                    band = SMax(band, MathF.Abs(low - 0.17f) - 0.17f, 0.1f);
                    return SMin(d, band, 0.015f);
                }

            default:
                return 9;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float BeardAt(Vector3 q)
    {
        var w = _who;
        if ((w.Beard < 0.5f && w.Moustache <= 0) || q.Y > -0.1f || q.Z < -0.3f)
        {
            return 9;
        }

        var d = 9f;
        var a = q with { X = MathF.Abs(q.X) };
        var strand = Waves(q, false) * 1.3f;
        if (w.Beard >= 0.5f)
        {
            // it rises out of the skin, free of the cheeks and the lips
            var upper = -0.45f - (0.5f * MathF.Max(0, 0.62f - a.X)) + (1.3f * MathF.Max(0, a.X - 0.5f));
            var rise = Math.Clamp((upper - q.Y + 0.05f) / 0.22f, 0, 1);
            rise = rise * (2 - rise) * Math.Clamp(Ellipsoid(q, new(0, -0.69f, 0.9f), new(0.22f * w.MouthWidth, 0.09f, 0.4f)) / 0.08f, 0, 1);
            rise *= 1 - (0.6f * Math.Clamp((a.X - 0.42f) * 3, 0, 1));
            var t = (((0.1f * w.Beard) + 0.06f) * rise) - 0.06f;
            var full = Ellipsoid(a, new(0.28f * w.JawWidth, -0.54f, 0.16f), new((0.31f * w.JawWidth) + t, 0.5f + t, 0.51f + t));
            full = SMin(full, Ellipsoid(q, new(0, -0.96f * w.ChinLength - (0.1f * w.Beard), 0.52f + w.ChinForward), new Vector3(0.26f + t, 0.2f + t + (0.1f * w.Beard), 0.24f + t)), 0.28f);
            full = (full + (strand * 1.2f * rise)) * 0.85f;
            d = full;
        }

        if (w.Moustache > 0)
        {
            var m = Cone(a, new(0.06f, -0.575f, 0.92f), new(0.3f * w.MouthWidth, -0.68f, 0.75f), 0.058f * w.Moustache, 0.035f * w.Moustache) + (strand * 0.6f);
            d = MathF.Min(d, m);
        }

        return d;
    }

    private static float Waves(Vector3 q, bool curls)
    {
        if (curls)
        {
            return 0.055f * MathF.Sin((q.X * 11) + (2 * MathF.Sin(q.Y * 5))) * MathF.Sin((q.Y * 11) + (2 * MathF.Sin(q.Z * 6))) * MathF.Sin((q.Z * 11) + (2 * MathF.Sin(q.X * 5)));
        }

        return 0.018f * MathF.Sin((q.X * 17) + (3 * MathF.Sin((q.Y * 2.2f) + (q.Z * 2))));
    }

    private static float Ring(Vector3 b, float y, float radius, float half, float thick)
    {
        var tilt = y + (0.1f * -b.Z) - 0.02f;
        var r = MathF.Sqrt((b.X * b.X) + ((b.Z + 0.3f) * (b.Z + 0.3f) * 0.95f));
        var dx = MathF.Abs(r - radius) - thick;
        var dy = MathF.Abs(b.Y - tilt) - half;
        return SMax(dx, dy, 0.08f);
    }

    private static float Steps(float x, params ReadOnlySpan<(float X, float Y)> points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (x <= points[i].X)
            {
                var t = (x - points[i - 1].X) / (points[i].X - points[i - 1].X);
                t = t * t * (3 - (2 * t));
                return points[i - 1].Y + ((points[i].Y - points[i - 1].Y) * t);
            }
        }

        return points[^1].Y;
    }

    private static Vector3 Rotate(Vector3 v, float yaw, float pitch)
    {
        var (s, c) = MathF.SinCos(yaw);
        v = new(((v.X * c) - (v.Z * s)), v.Y, (v.X * s) + (v.Z * c));
        (s, c) = MathF.SinCos(pitch);
        return new(v.X, (v.Y * c) - (v.Z * s), (v.Y * s) + (v.Z * c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Ellipsoid(Vector3 p, Vector3 centre, Vector3 radii)
    {
        var v = (p - centre) / radii;
        var k0 = v.Length();
        if (k0 < 1e-4f)
        {
            return -MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z));
        }

        var k1 = (v / radii).Length();
        return k0 * (k0 - 1) / k1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Capsule(Vector3 p, Vector3 a, Vector3 b, float r)
    {
        var pa = p - a;
        var ba = b - a;
        var h = Math.Clamp(Vector3.Dot(pa, ba) / ba.LengthSquared(), 0, 1);
        return (pa - (ba * h)).Length() - r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Cone(Vector3 p, Vector3 a, Vector3 b, float ra, float rb)
    {
        var pa = p - a;
        var ba = b - a;
        var h = Math.Clamp(Vector3.Dot(pa, ba) / ba.LengthSquared(), 0, 1);
        return (pa - (ba * h)).Length() - (ra + ((rb - ra) * h));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SMin(float a, float b, float k)
    {
        var h = MathF.Max(k - MathF.Abs(a - b), 0) / k;
        return MathF.Min(a, b) - (h * h * k * 0.25f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SMax(float a, float b, float k) => -SMin(-a, -b, k);
}
