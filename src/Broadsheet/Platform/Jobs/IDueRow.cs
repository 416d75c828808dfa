namespace Broadsheet.Platform.Jobs;

/// <summary>A row that is due at an instant. Where one is committed, this node looks when the first of its kind is due.</summary>
public interface IDueRow;
