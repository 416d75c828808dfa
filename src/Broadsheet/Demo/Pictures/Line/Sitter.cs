namespace Broadsheet.Demo.Pictures.Line;

internal enum Cut
{
    Bald,
    Crop,
    Receding,
    Swept,
    Side,
    Bob,
    Long,
    Bun,
    Curls,
    Fringe,
}

internal enum Dress
{
    Suit,
    OpenShirt,
    Rollneck,
    Cardigan,
    Workwear,
    Oilskin,
    Cassock,
    Scarf,
    Blouse,
    Anorak,
}

internal enum Spectacles
{
    None,
    Round,
    Square,
    Half,
    Rimless,
}

internal enum Headgear
{
    None,
    Helmet,
    Knitted,
}

/// <summary>An invented person: proportions, age, hair, clothes, how the head is held.</summary>
internal sealed record Sitter
{
    public float Yaw { get; init; }

    public float Pitch { get; init; }

    public float Roll { get; init; }

    /// <summary>Where the shoulders face, degrees.</summary>
    public float Turn { get; init; }

    /// <summary>Where the eyes look: right and up, −1…1.</summary>
    public float LookX { get; init; }

    public float LookY { get; init; }

    public float FaceWidth { get; init; } = 1;

    public float JawWidth { get; init; } = 1;

    public float ChinLength { get; init; } = 1;

    public float ChinForward { get; init; }

    public float ChinWidth { get; init; } = 1;

    public float Cheekbone { get; init; } = 1;

    /// <summary>Hollow below nought, full above.</summary>
    public float Cheeks { get; init; }

    public float Brow { get; init; } = 1;

    public float NoseLength { get; init; } = 1;

    public float NoseWidth { get; init; } = 1;

    public float NoseBridge { get; init; } = 1;

    /// <summary>Turned up above nought.</summary>
    public float NoseTip { get; init; }

    public float Lips { get; init; } = 1;

    public float MouthWidth { get; init; } = 1;

    public float Smile { get; init; } = 0.55f;

    public float EyeSize { get; init; } = 0.96f;

    /// <summary>Degrees; the outer corners rise above nought.</summary>
    public float EyeTilt { get; init; } = 3;

    public float EyesOpen { get; init; } = 0.86f;

    public float BrowWeight { get; init; } = 1;

    public float BrowArch { get; init; } = 1;

    public float BrowAnger { get; init; }

    public float EarSize { get; init; } = 1;

    public float Neck { get; init; } = 1;

    public float Shoulders { get; init; } = 1;

    /// <summary>Years.</summary>
    public int Age { get; init; } = 40;

    public Cut Hair { get; init; } = Cut.Crop;

    /// <summary>0 white … 1 black.</summary>
    public float HairDark { get; init; } = 0.7f;

    public float HairVolume { get; init; } = 1;

    /// <summary>Raises the hairline over the brow.</summary>
    public float Hairline { get; init; }

    /// <summary>0 none, 0.3 stubble, 1 full.</summary>
    public float Beard { get; init; }

    public float Moustache { get; init; }

    public bool Freckles { get; init; }

    public bool Earrings { get; init; }

    /// <summary>Darkness of the skin, 0 … 0.5.</summary>
    public float Skin { get; init; }

    public Spectacles Glasses { get; init; }

    public Headgear Hat { get; init; }

    public Dress Clothes { get; init; } = Dress.OpenShirt;

    public float ClothDark { get; init; } = 0.7f;

    /// <summary>A flat second colour under the lines of the clothes.</summary>
    public string? ClothTint { get; init; }

    public string? HatTint { get; init; }

    public ulong Seed { get; init; } = 1;
}
