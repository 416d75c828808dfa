namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Every picture of this folder.</summary>
public static class LineScenes
{
    public static IReadOnlyList<Scene> All { get; } = [.. Chart.All, new MapZellValley(), new MapSundSea(), new DamSection(), .. AuthorPortrait.All, .. SitterPortrait.All, new ParliamentHall(), new ReadingRoom(), new TheatreStage(), new StadiumNight(), new OrchestraDepot(), new ArchiveStacks(), new PrintingPress(), new Laboratory(), new IceCores(), new Typewriter(), new ViolinWorkshop(), new LettersTable(), .. OpinionDrawing.All];
}
