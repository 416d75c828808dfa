namespace Broadsheet.Outlets.Bodies;

/// <summary>What an element of a mailed body is, for its looks.</summary>
public enum MailRole
{
    Paragraph,
    Heading,
    Link,
    List,
    ListItem,
    Quote,
    PullQuote,
    PullQuoteBy,
    Picture,
    Caption,
    Credit,
    Factbox,
    FactboxTitle,
    Table,
    HeaderCell,
    Cell,
    Rule,
}
