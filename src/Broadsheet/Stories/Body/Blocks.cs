namespace Broadsheet.Stories.Body;

/// <summary>A block of the body. <see cref="Id"/> is stable over versions; a table's rows and cells and a list's items have one too.</summary>
public abstract record Block(string Id)
{
    /// <summary>The blocks right inside: a list's items, a row's cells, a box's blocks.</summary>
    public virtual IReadOnlyList<Block> Inside => [];

    /// <summary>The line of text that the block is, where it is one.</summary>
    public virtual IReadOnlyList<Inline> Line => [];
}

public sealed record Paragraph(string Id, IReadOnlyList<Inline> Text) : Block(Id)
{
    public override IReadOnlyList<Inline> Line => Text;
}

/// <summary>A heading of level 2 to 4; the headline is the only level 1.</summary>
public sealed record Heading(string Id, int Level, IReadOnlyList<Inline> Text) : Block(Id)
{
    public override IReadOnlyList<Inline> Line => Text;
}

public sealed record BulletList(string Id, IReadOnlyList<ListItem> Items) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Items;
}

/// <summary>A numbered list that begins at <see cref="Start"/>.</summary>
public sealed record OrderedList(string Id, int Start, IReadOnlyList<ListItem> Items) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Items;
}

public sealed record ListItem(string Id, IReadOnlyList<Block> Blocks) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Blocks;
}

public sealed record Blockquote(string Id, IReadOnlyList<Block> Blocks) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Blocks;
}

public sealed record PullQuote(string Id, IReadOnlyList<Inline> Text, string? Attribution) : Block(Id)
{
    public override IReadOnlyList<Inline> Line => Text;
}

/// <summary>One picture; caption and credit stand over the picture's own where given.</summary>
public sealed record Figure(string Id, Guid Image, string? Caption, string? Credit, FigureSize Size) : Block(Id);

public sealed record Gallery(string Id, IReadOnlyList<Guid> Images) : Block(Id);

/// <summary>Two pictures of one place, before and after.</summary>
public sealed record Comparison(string Id, Guid Before, Guid After, string? Caption, string? Credit) : Block(Id);

public sealed record Factbox(string Id, string? Title, IReadOnlyList<Block> Blocks) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Blocks;
}

public sealed record Table(string Id, IReadOnlyList<TableRow> Rows) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Rows;
}

public sealed record TableRow(string Id, IReadOnlyList<TableCell> Cells) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Cells;
}

/// <summary>A cell; <see cref="ColumnWidths"/> are pixels as TipTap keeps them, one a spanned column.</summary>
public sealed record TableCell(string Id, bool IsHeader, int ColumnSpan, int RowSpan, IReadOnlyList<int>? ColumnWidths, IReadOnlyList<Block> Blocks) : Block(Id)
{
    public override IReadOnlyList<Block> Inside => Blocks;
}

/// <summary>Something on another site, shown on a click; nothing is fetched before.</summary>
public sealed record Embed(string Id, Uri Url, string? Caption) : Block(Id);

/// <summary>What happened when, of a topic or a question of the Record.</summary>
public sealed record Timeline(string Id, string? Topic, string? Question) : Block(Id);

/// <summary>What is claimed and what is known about a question of the Record.</summary>
public sealed record WhatWeKnow(string Id, string Question) : Block(Id);

/// <summary>A reused fragment at a pinned version.</summary>
public sealed record Background(string Id, Guid Fragment, int Version) : Block(Id);

/// <summary>The end of the free part; at most one, at the top level.</summary>
public sealed record GateBlock(string Id) : Block(Id);

public sealed record HorizontalRule(string Id) : Block(Id);

public enum FigureSize
{
    Column,
    Wide,
    Full,
}
