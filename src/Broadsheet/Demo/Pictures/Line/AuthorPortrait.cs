namespace Broadsheet.Demo.Pictures.Line;

/// <summary>An author of the paper, engraved.</summary>
internal sealed class AuthorPortrait(string key, Sitter sitter) : Scene(key, 800, 800)
{
    private static readonly string[] Grounds = ["#ddd3c3", "#ccd5d6", "#dfcfc6", "#d4d7c8"];

    public static IEnumerable<Scene> All { get; } =
    [
        new AuthorPortrait("author-solvane", new Sitter
        {
            Seed = 11, Yaw = -20, Pitch = 1, Roll = -2, Age = 45, LookX = 0.25f, Hair = Cut.Bob, HairDark = 0.82f, Clothes = Dress.OpenShirt, FaceWidth = 0.97f, JawWidth = 0.92f, ChinWidth = 0.85f,
            Lips = 1.15f, Brow = 0.7f, Neck = 0.88f, Shoulders = 0.92f, BrowWeight = 0.9f, NoseLength = 1.1f,
        }),
        new AuthorPortrait("author-ashgrove", new Sitter
        {
            Seed = 12, Yaw = 27, Pitch = -3, Roll = 2, Turn = 14, Age = 51, LookX = -0.75f, Hair = Cut.Receding, HairDark = 0.62f, Beard = 0.3f, Clothes = Dress.Anorak, ChinLength = 1.05f,
            NoseLength = 1.2f, Brow = 1.25f, EyesOpen = 0.74f, Smile = 0.3f, BrowAnger = 0.7f, ClothDark = 0.85f,
        }),
        new AuthorPortrait("author-brook", new Sitter
        {
            Seed = 13, Yaw = 14, Pitch = 3, Roll = 3, Age = 37, LookX = 0.1f, Hair = Cut.Bun, HairDark = 0.22f, Clothes = Dress.Rollneck, ClothDark = 0.8f, Freckles = true, Lips = 1.12f, JawWidth = 0.95f, ChinWidth = 0.9f,
            Brow = 0.65f, Neck = 0.9f, Shoulders = 0.92f, Smile = 0.75f, Cheeks = 0.5f, NoseTip = 1.2f, NoseLength = 0.85f, BrowWeight = 0.7f,
        }),
        new AuthorPortrait("author-corrin", new Sitter
        {
            Seed = 14, Yaw = -15, Pitch = 4, Roll = -3, Age = 33, LookX = -0.3f, LookY = 0.2f, Hair = Cut.Curls, HairVolume = 0.62f, HairDark = 0.92f, Beard = 0.62f, Moustache = 0.9f, Clothes = Dress.Anorak, ClothDark = 0.4f,
            Skin = 0.2f, Smile = 0.8f, BrowWeight = 1.3f, NoseLength = 1.15f, JawWidth = 1.02f,
        }),
        new AuthorPortrait("author-reed", new Sitter
        {
            Seed = 15, Yaw = 18, Pitch = -2, Roll = -2, Age = 47, Hair = Cut.Side, HairDark = 0.55f, Glasses = Spectacles.Round, Clothes = Dress.Cardigan, ClothDark = 0.55f, FaceWidth = 0.95f, ChinLength = 1.08f, JawWidth = 0.9f,
            EarSize = 1.2f, Smile = 0.45f, NoseLength = 1.15f, Neck = 0.9f, BrowArch = 1.5f,
        }),
        new AuthorPortrait("author-finch", new Sitter
        {
            Seed = 16, Yaw = -24, Pitch = 2, Roll = 4, Age = 40, LookX = 0.5f, Hair = Cut.Fringe, HairDark = 0.95f, Clothes = Dress.Blouse, ClothDark = 0.35f, Earrings = true, Lips = 1.35f, JawWidth = 0.9f, ChinWidth = 0.8f, Brow = 0.6f,
            Neck = 0.86f, Shoulders = 0.86f, Smile = 0.6f, EyeSize = 1.04f, EyesOpen = 0.95f, BrowArch = 1.4f, NoseTip = 0.6f,
        }),
        new AuthorPortrait("author-lund", new Sitter
        {
            Seed = 17, Yaw = 8, Pitch = -1, Age = 54, Hair = Cut.Crop, HairVolume = 2.1f, HairDark = 0.12f, Glasses = Spectacles.Square, Clothes = Dress.Suit, ClothDark = 0.6f, Lips = 1.08f, FaceWidth = 1.04f, JawWidth = 1.0f,
            ChinWidth = 1, Neck = 0.9f, Shoulders = 0.9f, Brow = 0.75f, Smile = 0.5f, Earrings = true, BrowArch = 1.3f, BrowWeight = 0.7f,
        }),
        new AuthorPortrait("author-vale", new Sitter
        {
            Seed = 18, Yaw = 22, Pitch = 3, Age = 67, LookX = -0.2f, LookY = 0.1f, Hair = Cut.Swept, HairDark = 0.1f, Glasses = Spectacles.Half, Clothes = Dress.Suit, ClothDark = 0.9f, NoseLength = 1.3f, NoseWidth = 1.1f, FaceWidth = 1.03f,
            Cheeks = 0.7f, JawWidth = 1.1f, Neck = 1.05f, EarSize = 1.25f, BrowWeight = 1.5f, Smile = 0.3f,
        }),
        new AuthorPortrait("author-haddad", new Sitter
        {
            Seed = 19, Yaw = 16, Roll = 3, Pitch = 1, Age = 36, LookX = -0.15f, Hair = Cut.Curls, HairDark = 1, Clothes = Dress.Scarf, ClothDark = 0.5f, Lips = 1.3f, Brow = 0.7f, JawWidth = 0.9f, ChinWidth = 0.82f, Neck = 0.87f,
            Shoulders = 0.9f, Skin = 0.14f, BrowWeight = 1.15f, Smile = 0.55f, NoseLength = 1.08f, Earrings = true, EyeSize = 1.02f,
        }),
        new AuthorPortrait("author-olm", new Sitter
        {
            Seed = 20, Yaw = -16, Pitch = -3, Roll = -2, Age = 70, LookX = 0.3f, LookY = 0.3f, Hair = Cut.Bun, HairDark = 0.05f, Glasses = Spectacles.Half, Clothes = Dress.Blouse, ClothDark = 0.85f, Lips = 0.98f, FaceWidth = 1.02f,
            Cheeks = 0.4f, ChinWidth = 0.9f, Neck = 0.92f, Shoulders = 0.92f, BrowArch = 2.2f, Smile = 0.6f, NoseLength = 1.18f, EyesOpen = 0.8f,
        }),
        new AuthorPortrait("author-wren", new Sitter
        {
            Seed = 21, Yaw = -10, Pitch = -2, Roll = 3, Age = 74, LookX = 0.1f, Hair = Cut.Bald, HairVolume = 1.6f, HairDark = 0.05f, Beard = 1, Moustache = 1.1f, Clothes = Dress.Cassock, ClothDark = 1, Smile = 0.7f, NoseWidth = 1.25f,
            NoseLength = 1.15f, BrowWeight = 1.8f, EarSize = 1.25f, EyesOpen = 0.84f, FaceWidth = 1.05f,
        }),
        new AuthorPortrait("author-quill", new Sitter
        {
            Seed = 22, Yaw = 25, Pitch = 4, Roll = -2, Age = 48, LookX = 0.3f, Hair = Cut.Long, HairDark = 0.5f, Clothes = Dress.Rollneck, ClothDark = 0.9f, Lips = 1.06f, Cheekbone = 1.25f, NoseLength = 1.22f, NoseBridge = 1.4f,
            FaceWidth = 0.95f, JawWidth = 0.92f, ChinForward = 0.04f, Neck = 0.86f, Shoulders = 0.9f, Smile = 0.6f, BrowAnger = 0.4f,
        }),
    ];

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        const string paper = "#fffdf9";
        svg.Rect(0, 0, Width, Height, Grounds[(int)(sitter.Seed % 4)]);
        new Likeness(sitter, Width, Height, 242, 400, 404, 3.1).Draw(svg, paper, Ink.Black);
    }
}
